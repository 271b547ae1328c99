import { WordSet } from '../../text/word-set.ts'

/** 万亿 before a unit: 20万吨, 三百余家. */
export const MULTIPLIER = /^(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?余?/
const MULTIPLIERS = new WordSet(['万亿', '千亿', '百亿', '十亿', '亿', '千万', '百万', '十万', '万', '千', '百'])

/**
 * Makes what reads units: says where one that stands at a place may end, the longest reading first.
 *
 * @param guards units with the characters that must not follow them (家 is none in 家庭)
 * @param per what a unit may be counted by: 元/吨
 */
export const unitReader = (guards: ReadonlyMap<string, string>, per: Iterable<string>) => {
  const units = new WordSet(guards.keys())
  const denominators = new WordSet(per)

  function* plainEnds(text: string, at: number): Generator<number> {
    for (const length of units.lengthsAt(text, at)) {
      const end = at + length
      const next = text.charAt(end)
      if (next !== '' && guards.get(text.slice(at, end))?.includes(next)) continue
      if (next === '/') for (const more of denominators.lengthsAt(text, end + 1)) yield end + 1 + more
      // 10条（段）, 30家（次）
      if (next === '（')
        for (const more of units.lengthsAt(text, end + 1))
          if (text.charAt(end + 1 + more) === '）') yield end + 2 + more
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
