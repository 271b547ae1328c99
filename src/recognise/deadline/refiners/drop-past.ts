import { textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineInput, DeadlineRefiner } from '../types.ts'

const DONE_BEFORE = /(?:已|已经|曾|本应|原定|原计划|早就?|才|刚刚|直至|直到)(?:于|在|经)?$/
const DONE_AFTER =
  /^[，,]?(?:我[省市县区镇局院校]|全[省市县区镇国]|共|累计|就|全部|均|都|也|便|目前|基本)?(?:已(?!建|批|有|出台|纳入|列入|开工|查|经批|整改)|才|方才|曾)/
const DONE_LATER = /^[^，,。；;]{0,12}(?:完成|取得|实现|召开|下发|出台|印发|获得|荣获)了/
const BASIS = /^(?:的)?(?:基础上|水平|基数|同期|相比)/
/** 截至2025年底，全市共…: a figure of the past unless something is asked for. */
const COUNTED = /^(?:[，,][^。；;]{0,20}?|[^，,。；;]{0,10}?)(?:已|共|累计|达到|总数|完成了|建成了)/
const ASKED = /^[^。；;]{0,24}?(?:要|须|应当|必须|力争|确保|务必)/

const isPast = (candidate: Candidate, { text }: DeadlineInput): boolean => {
  const before = textBefore(text, candidate.start)
  const after = textAfter(text, candidate.end)
  if (candidate.kind === 'recurring' || candidate.kind === 'ongoing' || candidate.kind === 'immediate') return false
  if (candidate.note === 'already-done') return false
  if (DONE_BEFORE.test(before) || DONE_AFTER.test(after) || DONE_LATER.test(after) || BASIS.test(after)) return true
  if (candidate.rule === 'year' && HANDED_DOWN.test(after)) return true
  if (candidate.kind === 'within' && WRITTEN_THEN.test(textAfter(text, candidate.end, 60))) return true
  return candidate.rule === 'cut-off' && COUNTED.test(after) && !ASKED.test(after)
}

/** 3月5日，县长对积水问题作出批示：…: when it was asked for. */
const WRITTEN_THEN = /^(?:[上下]午|晚上?)?[，,][^，,。；;]{2,40}?[作做]出(?:重要|专门)?(?:批示|指示)/
/** 今年，省里下达我县…任务: the year in which something was handed down, not a limit. */
const HANDED_DOWN = /^[，,]?[^，,。；;]{0,6}(?:下达|交办|批准|召开了|印发了)/

/** Takes out what the same clause reports as done: 已于2022年底前完成, 较…基础上, 截至2020年11月累计…. */
export const dropPast: DeadlineRefiner = (candidates, input) =>
  input.label ? candidates : candidates.filter((candidate) => !isPast(candidate, input))
