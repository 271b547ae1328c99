import { BEFORE, STOP } from './pattern.ts'

/** How far a rule looks to either side. */
const BEHIND = 16
const AHEAD = 28

/** What stands before a place, as far as it is looked at. */
export const textBefore = (text: string, start: number, length = BEHIND): string =>
  text.slice(Math.max(0, start - length), start)

/** What stands behind it. */
export const textAfter = (text: string, end: number, length = AHEAD): string => text.slice(end, end + length)

const CLAUSE_START = new RegExp(
  `(?:^|[${STOP}]|——)(?:并|且|也|则|再)?(?:力争|争取|确保|计划|拟|预计|原则上|分别)?(?:在|于|到)?$`,
)

/** Nothing but 在, 力争 and their like stands between the start of the clause and here. */
export const opensClause = (before: string): boolean => CLAUSE_START.test(before)

const LIMIT = new RegExp(
  `^(?:[（(][^）)]{1,6}[）)])?(?:上午|下午|中午|晚上|晚)?(?:\\d{1,2}(?:[时点]|[:：]\\d\\d)(?:\\d{1,2}分|半|整)?)?(?:下班)?${BEFORE}`,
)

/** Length of 前 and what may stand between it and a date (12月20日（周五）17时前); 0 when there is none. */
export const limitLength = (after: string): number => LIMIT.exec(after)?.[0].length ?? 0

const NAMED_PLAN =
  /^(?:度|版)?(?!编制|制定|出台|完成|印发|要|将|拟|继续)[^，,。；;、：:》”"（(]{0,12}(?:计划|方案|要点|清单|规划|纲要|工作报告|任务书|目录|预算|白皮书|总结)(?:$|[，,。；;、：:》”"（()）的中和及])/

/** 2025年重点任务清单: the year is part of a name. */
export const namesPlan = (after: string): boolean => NAMED_PLAN.test(after)

/** Ranges of 《…》 titles: what stands in them is a name. */
export const titleRanges = (text: string): [number, number][] => {
  const ranges: [number, number][] = []
  let depth = 0
  let from = 0
  for (let i = text.indexOf('《'); i >= 0 && i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '《') {
      if (depth++ === 0) from = i
    } else if (char === '》' && depth > 0 && --depth === 0) {
      ranges.push([from, i + 1])
      i = text.indexOf('《', i) - 1
      if (i < 0) break
    }
  }
  return ranges
}

const LABELLED =
  /(?:(?:完成|整改|办理|办结|落实|实施|起止|计划|要求|推进|工作|报送|达成|销号)(?:时限|期限|时间|日期|时间节点|节点|进度)|时限|时限要求|时间要求|时间安排|时间节点|完成期限)[：:][^。；;：:]{0,24}$|责任(?:人|单位|部门|科室)[：:][^。；;：:，,]{1,12}[，,]$/

/** 完成时限： stands in front, in the same line: what follows is its value even when the caller has not cut it off. */
export const behindLabel = (before: string): boolean => LABELLED.test(before)
