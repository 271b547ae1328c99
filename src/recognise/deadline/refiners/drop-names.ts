import { allMatches } from '../../../text/matches.ts'
import { titleRanges } from '../surroundings.ts'
import type { Candidate, DeadlineRefiner } from '../types.ts'

/** “年初建账、年底交账”的制度: a way of working is named, nothing is asked for by a day. */
const PRINCIPLE =
  /[“"][^“”"。；\n]{2,60}[”"](?=的?[^，,。；;“”"]{0,8}?(?:原则|制度|机制|方针|模式|工作法|思路|办法|方式))/g

/** What stands inside 《…》 is part of a title, what stands in a quoted principle is part of its name. */
export const dropNames: DeadlineRefiner = (candidates, { text }) => {
  if (candidates.length === 0 || !/[《“"]/.test(text)) return candidates
  const titles = titleRanges(text)
  const principles = allMatches(PRINCIPLE, text).map(({ index, 0: { length } }): [number, number] => [
    index,
    index + length,
  ])
  const inside = ({ start, end }: Candidate, ranges: readonly [number, number][]): boolean =>
    ranges.some(([from, to]) => start < to && end > from)
  // “一月一调度”机制 does say how often
  return candidates.filter(
    (candidate) => !inside(candidate, titles) && (candidate.rule === 'frequency' || !inside(candidate, principles)),
  )
}
