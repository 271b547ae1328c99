/** A half-open stretch of a text. */
export interface Stretch {
  start: number
  end: number
}

/** Lines with something in them, without the spaces at their ends. */
export const filledLines = (text: string): Stretch[] =>
  [...text.matchAll(/[^\s\u3000](?:[^\n]*[^\s\u3000])?/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))

/** The words of a stretch. */
export const words = (text: string, { start, end }: Stretch): string => text.slice(start, end)
