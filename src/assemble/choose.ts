import type { Root, Section } from '../structure/tree.ts'
import type { Cues } from './cues.ts'
import { judgeSentences } from './select/judge.ts'
import { selectSentences } from './select/select.ts'
import type { Judged, Selection } from './select/selection.ts'
import type { Unit } from './units/unit.ts'

/** The sentences of a unit, and which of them make a task. */
export interface Chosen {
  sentences: Judged[]
  selection: Selection
}

/** A point without a word that asks, whose words tell nothing else either: a list of tasks makes it one. */
const standsInList = ({ sentences, selection }: Chosen): boolean =>
  (selection.reason === 'plain' || selection.reason === 'situation') &&
  sentences.length <= 2 &&
  sentences.some((s) => s.verdict.class === 'plain')

/** A note in brackets may stand here: it is looked for only where it may. */
const NOTED = /[)）〕】][。；;]?\s*$/

/**
 * What of every unit is a task: by its own words first, then by who is said to answer for it, then by the company it
 * keeps.
 *
 * @param isNoted whether a stretch of text holds a note of who answers for it
 */
export function chooseTasks(
  text: string,
  root: Root,
  units: readonly Unit[],
  cues: Cues,
  isNoted: (text: string) => boolean,
): ReadonlyMap<Unit, Chosen> {
  const chosen = new Map<Unit, Chosen>()
  const lists = new Map<Section | Root, Unit[]>()
  for (const unit of units) {
    if (unit.form === 'row') continue
    const sentences = judgeSentences(text, unit, cues)
    const one: Chosen = { sentences, selection: selectSentences(text, unit, sentences) }
    chosen.set(unit, one)
    // 每年进行联合清洁行动。（市城管局）: nobody answers for what is nothing to do
    if (one.selection.reason === 'plain' && unit.form !== 'lead') {
      const words = text.slice(unit.textStart, unit.end)
      if (NOTED.test(words) && isNoted(words)) one.selection = { sentences, kind: 'measure', reason: '' }
    }
    const sentence = unit.form === 'heading' && /[。；;]\s*$/.test(text.slice(unit.start, unit.end))
    if (unit.form !== 'section' && !sentence) continue
    const parent = unit.path.at(-2) ?? root
    const list = lists.get(parent) ?? []
    lists.set(parent, list)
    list.push(unit)
  }
  for (const list of lists.values()) {
    const taken = list.filter((unit) => (chosen.get(unit)?.selection.sentences.length ?? 0) > 0)
    if (taken.length < 3 || taken.length * 2 <= list.length) continue
    for (const unit of list) {
      const one = chosen.get(unit)
      // what was announced as an agenda or as troubles stays that, whatever stands beside it
      if (one && unit.verdict.class !== 'situation' && standsInList(one))
        one.selection = { sentences: one.sentences, kind: 'measure', reason: '' }
    }
  }
  return chosen
}
