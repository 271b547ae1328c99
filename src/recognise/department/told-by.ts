import { groupsOf } from '../../text/brackets.ts'
import { allMatches } from '../../text/matches.ts'
import { readAsked } from './asked.ts'
import type { Clause } from './clauses.ts'
import type { ListedName } from './namelist.ts'
import { readNamesAt } from './names-at.ts'
import { readPerson } from './persons-told.ts'
import { accept, type SubjectState } from './subject-statements.ts'

/** 管理由X负责 has a 由, 理由 and 自由 have none. */
const BY =
  /(?<![自缘因经不]|(?<!责)任|(?<![管治整清处办受修代监护助审])理|(?<![未原将本近])来)由(?!于|此|来|衷|头|不得)/gu
/** 成员由A、B负责同志组成: who belongs to a group is told nothing. */
const IS_MADE_UP_OF = /(?:成员|组员)(?:单位)?由[^，,。；;]+(?:组成|构成|担任|兼任)$/u
/** 由所涉及的A、B…. */
const CONCERNED = /^所?(?:涉及|对应|属)的/u

/** Where in a clause 由 may ask somebody: offsets of the clause, in its brackets and outside. */
export function placesOfBy(text: string, clause: Clause): { plain: number[]; bracketed: number[] } {
  const slice = text.slice(clause.start, clause.end)
  const places =
    slice.includes('由') && !IS_MADE_UP_OF.test(slice) ? allMatches(BY, slice).map(({ index }) => index) : []
  const groups = places.length > 0 ? groupsOf(slice) : []
  const inBracket = (at: number): boolean => groups.some(({ start, end }) => at > start && at < end)
  return { plain: places.filter((at) => !inBracket(at)), bracketed: places.filter(inBracket) }
}

/** What a clause says. */
export interface ClauseRead {
  /** Names that made the whole clause: the next one may say what they are to do. */
  pending: ListedName[]
  asked: boolean
}

/** It says all there is to say. */
export const NONE: ClauseRead = { pending: [], asked: false }

/** What the first 由 that asks somebody says; `places` are those of 由 in the clause. */
export function readBy(
  state: SubjectState,
  clause: Clause,
  sentenceEnd: number,
  places: readonly number[],
): ClauseRead | null {
  const { text, lexicon } = state
  for (const place of places) {
    const by = clause.start + place
    if (readPerson(state, by + 1, clause.end)) return NONE
    const from = by + 1 + (CONCERNED.exec(text.slice(by + 1, by + 6))?.[0].length ?? 0)
    const read = readNamesAt({ text, at: from, clauseEnd: clause.end, sentenceEnd, asked: true, lexicon })
    if (read === null) {
      if (readAsked(state, clause, from, sentenceEnd)) return NONE
      continue
    }
    if (read.continuation === null) return { pending: read.names, asked: true }
    if (accept(state, { start: by, end: clause.end }, sentenceEnd, read.names, read.continuation, true)) return NONE
  }
  return null
}
