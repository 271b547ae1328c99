import type { UnitTrace } from '../assemble/tasks.ts'
import type { Register } from '../model/register.ts'
import type { Block, Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import type { ReviewHeading, Zone, ZoneGroup } from './data.ts'

/** Which reasons are shown alike. A reason that is not here was not understood: it is shown as unmatched. */
const groups: Readonly<Record<string, ZoneGroup>> = {
  review: 'past',
  past: 'past',
  progress: 'past',
  situation: 'state',
  problem: 'state',
  background: 'state',
  significance: 'state',
  people: 'state',
  preface: 'state',
  guidance: 'talk',
  appeal: 'talk',
  greeting: 'talk',
  closing: 'talk',
  announce: 'talk',
  meta: 'talk',
  lead: 'talk',
  label: 'label',
  title: 'furniture',
  heading: 'furniture',
  furniture: 'furniture',
}

const groupOf = (reason: string): ZoneGroup => groups[reason] ?? 'unmatched'

/** Marks of punctuation and white space are nothing that could be missed. */
const WORDS = /[\p{L}\p{N}]/u

/**
 * What of the original became no task, stretch by stretch, and why. Whatever is in no task, no heading, no label and no
 * sentence that was judged is given as "nothing": the text is covered to the last word.
 */
export function zonesOf(
  view: View,
  root: Root,
  trace: readonly UnitTrace[],
  tasks: Register['tasks'],
  headings: readonly ReviewHeading[],
): Zone[] {
  const { original } = view
  const reasons = new Paint(original.length)
  for (const { unit, selection, sentences } of trace) {
    const only = sentences.length === 0 ? unit.sentences : sentences
    for (const [i, sentence] of only.entries()) {
      const start = i === 0 ? Math.min(unit.start, sentence.start) : sentence.start
      const reason = 'verdict' in sentence && selection.sentences.length > 0 ? sentence.verdict.class : selection.reason
      reasons.fill(view.toOriginal(start, sentence.end), reason === '' ? 'nothing' : reason)
    }
  }
  const visit = (block: Block): void => {
    const at = view.toOriginal(block.start, block.end)
    if (block.type === 'label' || block.type === 'title') reasons.fill(at, block.type)
    if (block.type === 'furniture') reasons.fill(at, 'furniture')
    if (block.type === 'row' && block.row === 0) reasons.fill(at, 'label')
    if (block.type === 'section') for (const child of block.children) visit(child)
  }
  for (const block of root.children) visit(block)
  for (const heading of headings) reasons.fill(heading, 'heading')
  // A row is a task by some of its cells; the others are what its fields were read from.
  for (const { unit, tasks: made } of trace) {
    if (unit.form === 'row' && made.length > 0) reasons.fill(view.toOriginal(unit.start, unit.end), 'label')
  }
  for (const task of tasks)
    for (const { start, end } of task.source) reasons.fill({ start: start.offset, end: end.offset }, 'task')
  return reasons.stretches().flatMap(({ start, end, value }) => {
    if (value === 'task' || !WORDS.test(original.slice(start, end))) return []
    return [{ ...trimmed(original, start, end), reason: value, group: groupOf(value) }]
  })
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  // What ends the words before it is no part of it.
  while (/[\s。；，、：！？）)]/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** A value for every character, later ones over earlier ones. */
class Paint {
  private readonly names = ['nothing']
  private readonly numbers = new Map([['nothing', 0]])
  private readonly cells: Uint16Array

  constructor(length: number) {
    this.cells = new Uint16Array(length)
  }

  fill({ start, end }: { start: number; end: number }, value: string): void {
    const known = this.numbers.get(value)
    const number = known ?? this.names.push(value) - 1
    if (known === undefined) this.numbers.set(value, number)
    this.cells.fill(number, start, end)
  }

  /** The longest stretches of one value each. */
  stretches(): { start: number; end: number; value: string }[] {
    const result: { start: number; end: number; value: string }[] = []
    let start = 0
    for (let i = 1; i <= this.cells.length; i++) {
      if (i < this.cells.length && this.cells[i] === this.cells[start]) continue
      result.push({ start, end: i, value: this.names[this.cells[start] ?? 0] ?? 'nothing' })
      start = i
    }
    return result
  }
}
