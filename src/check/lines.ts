import type { Block, Root, Section } from '../structure/tree.ts'
import type { RuleContext } from './types.ts'

/** A line of the document's own text: no furniture, no code. */
export interface TextLine {
  /** Index among the lines of the view. */
  index: number
  start: number
  end: number
  text: string
  /** A row of a table; its cells stand apart by tabs. */
  row: boolean
}

const cache = new WeakMap<object, TextLine[]>()

/** The lines that a rule may judge. */
export function textLines({ view, tree }: Pick<RuleContext, 'view' | 'tree'>): readonly TextLine[] {
  const known = cache.get(tree)
  if (known) return known
  const rows = new Set<number>()
  visitBlocks(tree, (block) => {
    if (block.type === 'row') rows.add(block.start)
  })
  const lines: TextLine[] = []
  for (const [index, line] of view.lines.entries()) {
    if (line.kind !== 'text' || line.hint?.kind === 'code') continue
    const text = view.text.slice(line.start, line.end)
    lines.push({ index, start: line.start, end: line.end, text, row: rows.has(line.start) })
  }
  cache.set(tree, lines)
  return lines
}

/** Visits every block, outer ones first, in the order of the text. */
export function visitBlocks(node: Root | Section, visit: (block: Block, parent: Root | Section) => void): void {
  for (const child of node.children) {
    visit(child, node)
    if (child.type === 'section') visitBlocks(child, visit)
  }
}

/** All sections with their parents, in the order of the text. */
export function sectionsOf(tree: Root): { section: Section; parent: Root | Section }[] {
  const found: { section: Section; parent: Root | Section }[] = []
  visitBlocks(tree, (block, parent) => {
    if (block.type === 'section') found.push({ section: block, parent })
  })
  return found
}

/** Text of a heading, without its number. */
export function headingText({ view }: Pick<RuleContext, 'view'>, section: Section): string {
  return view.text.slice(section.heading.start, section.heading.end).trim()
}

/**
 * Runs a pattern over every text line; offsets of the match are those of the view.
 *
 * @param pattern with the flag g
 * @param needs what a line must hold for the pattern to match at all: most hold no date and need not be gone through
 */
export function* matchLines(
  context: Pick<RuleContext, 'view' | 'tree'>,
  pattern: RegExp,
  needs = '',
): Generator<{ line: TextLine; match: RegExpExecArray; start: number; end: number }> {
  for (const line of textLines(context)) {
    if (!line.text.includes(needs)) continue
    // not matchAll, which copies the pattern for every line
    let from = 0
    while (from <= line.text.length) {
      pattern.lastIndex = from
      const match = pattern.exec(line.text)
      if (!match) break
      const start = line.start + match.index
      from = pattern.lastIndex + (match[0] === '' ? 1 : 0)
      yield { line, match, start, end: start + match[0].length }
    }
  }
}

/** What stands before a place, on its line: what a pattern looks back at. */
export const before = (line: TextLine, at: number, length: number): string =>
  line.text.slice(Math.max(0, at - line.start - length), at - line.start)
/** What stands behind it. */
export const after = (line: TextLine, at: number, length: number): string =>
  line.text.slice(at - line.start, at - line.start + length)
