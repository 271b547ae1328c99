/** Levels from here on are text. */
const BODY_TEXT = 9
/** Above level 0: the title of the document. */
const TITLE = -1
const LONGEST_CHAIN = 20

interface Style {
  outline?: number
  base?: number
}

/** The level that \outlinelevel gives a paragraph or a style, from 0; undefined for text. */
export const outlineLevel = (parameter: number | undefined): number | undefined =>
  parameter !== undefined && parameter >= 0 && parameter < BODY_TEXT ? parameter : undefined

/** The style sheet, as far as it makes headings. */
export class RtfStyles {
  private readonly styles = new Map<number, Style>()
  private current = 0
  private name = ''

  readWord(word: string, parameter: number): void {
    if (word === 's') {
      this.current = parameter
      this.styles.set(parameter, {})
    } else if (word === 'sbasedon') this.change({ base: parameter })
    else if (word === 'outlinelevel' && parameter < BODY_TEXT) this.change({ outline: parameter })
  }

  addName(text: string): void {
    this.name += text
  }

  /** Styles have a level by their name, where they say none. */
  endStyle(): void {
    const name = this.name.replace(/;\s*$/, '').trim()
    this.name = ''
    const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]
    if (this.styles.get(this.current)?.outline !== undefined) return
    if (level !== undefined) this.change({ outline: Number(level) - 1 })
    else if (/^(?:title|标题)$/i.test(name)) this.change({ outline: TITLE })
  }

  /** The level of a style, its own or that of what it is based on. */
  outlineOf(style: number): number | undefined {
    let at: number | undefined = style
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      const { outline, base }: Style = this.styles.get(at) ?? {}
      if (outline !== undefined) return outline
      at = base
    }
    return undefined
  }

  private change(change: Style): void {
    this.styles.set(this.current, { ...this.styles.get(this.current), ...change })
  }
}
