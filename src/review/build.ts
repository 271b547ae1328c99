import type { Extraction } from '../pipeline/extract.ts'
import type { Block, Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import type { ReviewHeading, ReviewSource } from './data.ts'
import { zonesOf } from './zones.ts'

/** What the page needs of one document beside its register. */
export function reviewSource(
  { register, view, tree, trace }: Pick<Extraction, 'register' | 'view' | 'tree' | 'trace'>,
  document: string,
): ReviewSource {
  const headings = headingsOf(view, tree)
  return {
    document,
    name: nameOf(register.documents[0]?.path ?? ''),
    text: view.original,
    clean: view.text,
    runs: runsOf(view),
    pages: [...(view.pages ?? [])],
    headings,
    zones: zonesOf(view, tree, trace, register.tasks, headings),
  }
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** Numbered headings in text order; points in the middle of a paragraph are not listed. */
function headingsOf(view: View, root: Root): ReviewHeading[] {
  const headings: ReviewHeading[] = []
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type !== 'section') continue
      if (!block.inline) {
        const from = Math.min(block.enumerator.start, block.heading.start)
        const at = view.toOriginal(from, Math.max(block.heading.end, block.enumerator.end))
        const text = view.text.slice(from, block.heading.end).replace(/\s+/g, ' ').trim()
        if (at.end > at.start && text !== '') headings.push({ level: block.level, text, ...at })
      }
      visit(block.children)
    }
  }
  visit(root.children)
  return headings
}

/**
 * The map of the view as numbers: start in the clean text, start in the original, length there, length here. In a
 * stretch of equal lengths characters stand for each other one by one; any other stretch stands for the whole of it.
 */
function runsOf(view: View): number[] {
  const runs: number[] = []
  let last: { clean: number; original: number; length: number } | null = null
  const flush = (): void => {
    if (last) runs.push(last.clean, last.original, last.length, last.length)
    last = null
  }
  for (let i = 0; i < view.text.length; i++) {
    const { start, end } = view.toOriginal(i, i + 1)
    if (end - start !== 1) {
      flush()
      runs.push(i, start, 1, end - start)
    } else if (last && last.original + last.length === start) last.length++
    else {
      flush()
      last = { clean: i, original: start, length: 1 }
    }
  }
  flush()
  return runs
}
