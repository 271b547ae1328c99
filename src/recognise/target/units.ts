import { WordSet } from '../../text/word-set.ts'

/** 万亿 before a unit: 20万吨, 三百余家. */
export const MULTIPLIER = /^(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?余?/
const MULTIPLIERS = new WordSet(['万亿', '千亿', '百亿', '十亿', '亿', '千万', '百万', '十万', '万', '千', '百'])

/** What must not follow a unit (家 is none in 家庭), and what must not follow it behind a number that is spelt out. */
export interface UnitGuards {
  always: string
  spelt: string
}
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
])
const BEHIND_DIGITS = /[0-9][万亿千百十多余]{0,3}$/

/**
 * Makes what reads units: says where one that stands at a place may end, the longest reading first.
 *
 * @param guards units with the characters that must not follow them
 * @param per what a unit may be counted by: 元/吨
 */
export const unitReader = (guards: ReadonlyMap<string, UnitGuards>, per: Iterable<string>) => {
  const units = new WordSet(guards.keys())
  const denominators = new WordSet(per)

  const isGuarded = (text: string, at: number, unit: string, next: string): boolean => {
    const guard = guards.get(unit)
    if (next === '' || guard === undefined) return false
    if (guard.always.includes(next)) return true
    return guard.spelt.includes(next) && !BEHIND_DIGITS.test(text.slice(Math.max(0, at - 4), at))
  }

  function* plainEnds(text: string, at: number): Generator<number> {
    for (const length of units.lengthsAt(text, at)) {
      const end = at + length
      const next = text.charAt(end)
      if (isGuarded(text, at, text.slice(at, end), next)) continue
      if (next === '/') for (const more of denominators.lengthsAt(text, end + 1)) yield end + 1 + more
      // 10条（段）, 30家(次)
      const closing = CLOSING.get(next)
      if (closing !== undefined)
        for (const more of units.lengthsAt(text, end + 1))
          if (text.charAt(end + 1 + more) === closing) yield end + 2 + more
      yield end
    }
  }

  return function* unitEnds(text: string, at: number): Generator<number> {
    for (const length of [...MULTIPLIERS.lengthsAt(text, at), 0]) {
      const end = at + length
      if (text.charAt(end) === '余') yield* plainEnds(text, end + 1)
      yield* plainEnds(text, end)
    }
  }
}
