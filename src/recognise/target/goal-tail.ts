import { allMatches } from '../../text/matches.ts'

/** …3亿元的年度目标任务: what a number is called that ends its phrase. */
const TAIL =
  /(?<=[0-9%‰元亩吨人户家个项万亿辆台座所处公里米名件套条瓦斤上右内下])的?(?:年度|全年|本年|今年|既定|预期|预定|奋斗|总体|建设|发展|增长|项目|工作|阶段性?)?(?:目标任务|任务目标|目标|任务|指标)(?=$|[，,。；;、！!）)])/g
/** 完成…, 力争实现…: the number is to be reached, and does not only tell which goal is meant. */
const REACHES = /(?:完成|实现|达成|达到|确保|力争|争取)(?!了)/
const FURTHEST = 60
const ENDS = /[。；;！!？?\n]/

/**
 * The text, as long as before, with 的目标 behind a number taken for the end of the clause: 实现税收2亿元的目标 asks for
 * what 实现税收2亿元 asks for.
 */
export function closeGoals(text: string): string {
  if (!/目标|任务|指标/.test(text)) return text
  let out = ''
  let from = 0
  for (const { index, 0: tail } of allMatches(TAIL, text)) {
    const before = text.slice(Math.max(0, index - FURTHEST), index)
    const sentence = before.split(ENDS).at(-1) ?? ''
    if (!REACHES.test(sentence)) continue
    out += `${text.slice(from, index)}${'，'.repeat(tail.length)}`
    from = index + tail.length
  }
  return from === 0 ? text : out + text.slice(from)
}
