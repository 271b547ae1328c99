import type { Extraction } from '../pipeline/extract.ts'

/** How much of a text became what; counted in characters that are letters or digits. */
export interface Coverage {
  path: string
  total: number
  tasks: number
  /** Left out, by reason: review, problem, past, announce …. */
  left: { reason: string; characters: number; lines: number[] }[]
  /** Headings, titles and labels: they belong to tasks or to nothing. */
  structure: number
  furniture: number
  /** Sentences that no rule had a word for. */
  unmatched: { line: number; text: string }[]
}

const counted = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length

/** Accounts for every character of a text: nothing is left out silently. */
export function coverageOf(extraction: Pick<Extraction, 'view' | 'register' | 'trace'>): Coverage {
  const { view, register, trace } = extraction
  const lineOf = (offset: number): number => view.positionOf(offset, offset + 1).start.line
  const left = new Map<string, { characters: number; lines: Set<number> }>()
  const unmatched: Coverage['unmatched'] = []
  let tasks = 0
  let inUnits = 0
  for (const { unit, selection, sentences, tasks: ids } of trace) {
    const used = new Set(selection.sentences.map((s) => s.start))
    if (unit.form === 'row') {
      const n = counted(view.text.slice(unit.start, unit.end))
      inUnits += n
      if (ids.length > 0) tasks += n
      else leave(left, 'row', n, lineOf(unit.start))
      continue
    }
    for (const sentence of sentences) {
      const text = view.text.slice(sentence.start, sentence.end)
      const n = counted(text)
      inUnits += n
      if (used.has(sentence.start)) {
        tasks += n
        continue
      }
      const reason =
        selection.sentences.length > 0 ? sentence.verdict.class : selection.reason || sentence.verdict.class
      leave(left, reason, n, lineOf(sentence.start))
      if (reason === 'plain' && sentence.verdict.class === 'plain')
        unmatched.push({ line: lineOf(sentence.start), text })
    }
  }
  let furniture = 0
  let total = 0
  for (const line of view.lines) {
    const n = counted(view.text.slice(line.start, line.end))
    total += n
    if (line.kind === 'furniture') furniture += n
  }
  return {
    path: register.documents[0]?.path ?? '',
    total,
    tasks,
    left: [...left]
      .map(([reason, { characters, lines }]) => ({ reason, characters, lines: [...lines].sort((a, b) => a - b) }))
      .sort((a, b) => b.characters - a.characters || (a.reason < b.reason ? -1 : 1)),
    structure: Math.max(0, total - furniture - inUnits),
    furniture,
    unmatched,
  }
}

function leave(
  left: Map<string, { characters: number; lines: Set<number> }>,
  reason: string,
  characters: number,
  line: number,
): void {
  const entry = left.get(reason) ?? { characters: 0, lines: new Set<number>() }
  entry.characters += characters
  entry.lines.add(line)
  left.set(reason, entry)
}
