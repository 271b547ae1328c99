import type { DocumentKind } from '../model/register.ts'
import { withArabicYears } from '../text/years.ts'
import { type Cues, shippedCues } from './cues.ts'
import type { SectionClass } from './section-classes.ts'

/** Why a section was taken for what it is; `explain` shows it. */
export interface SectionVerdict {
  class: SectionClass
  /** The words that decided, or where the class was inherited from. */
  evidence: string
  /** The heading itself said so. */
  own: boolean
}

/** Marks of a section about a year: 2024年工作回顾, 20xx年环境保护工作. */
const YEAR_WORK = /((?:19|20)\d{2})年?(?:度)?[^，,。]{0,16}(?:工作|情况|发展)/
/** A heading that asks for something: 切实做好…, 要把握…, 突出重点. */
const DEMAND_HEADING =
  /^(?:要|必须|务必|确保|切实|扎实|努力|坚决|全力|奋力|突出|狠抓|强化|加强|严明|精心|周密|明确任务|履职尽责)/

/** Arrangements that nobody would look back on. */
const AHEAD = /安排|打算|部署|计划|下一?步|明年|今后|措施|要求|任务/
const TWO_IN_ONE =
  /(?:要求|思路|思想|原则|目标)(?:任务)?(?:[和与及、]|以及)(?:(?:主要|重点|发展|工作|奋斗|预期)?(?:目标)?(?:任务|工作|举措|措施)|(?:主要|预期|工作|发展|总体)目标)/

const LOOKS_INTO =
  /^(?:要|定期|及时|每[年月季周]|切实|全面|组织|开展)*(?:检查|督查|督促|监督|督导|跟踪|掌握|了解|汇总|通报|报送|上报|反馈|核查|抽查|调度|听取|评估|考核|公开|公示|报告)(?!组)[^，,。；;]{0,24}$/

const AND_AHEAD = /^[^，,。]{0,6}(?:[和与及、]|以及)[^，,。]{0,16}(?:目标|任务|安排|打算|部署|计划)/

/** 确保完成全年主要预期目标: what stands below are figures to be reached. */
const GOALS_ALONE = /^[^，,。；;]*预期目标$/

const FAINT: ReadonlySet<SectionClass> = new Set(['problem', 'situation'])

/**
 * Tells what a section is about from its heading.
 *
 * @param heading text of the heading, without its number
 * @param year the document's own year: a heading about an earlier one looks back
 */
export function classifyHeading(
  written: string,
  year: number | null,
  cues: Cues = shippedCues(),
): SectionVerdict | null {
  const heading = withArabicYears(written)
  let best: { at: number; word: string; class: SectionClass } | null = null
  for (const cue of cues.sections) {
    const at = heading.indexOf(cue.word)
    if (at < 0) continue
    // a long heading, or one that sets out from problems (针对薄弱环节，…), is about what is done with them
    // 确保完成各项目标任务 asks for the work itself
    if (cue.class === 'objective' && at > 0 && !GOALS_ALONE.test(heading) && asksForAction(heading, cues)) continue
    if (
      FAINT.has(cue.class) &&
      at > 4 &&
      (heading.length > 30 || /(?:针对|对照|围绕|聚焦|解决|破解)[^，,]*$/.test(heading.slice(0, at)))
    )
      continue
    // 对任务落实情况开展督查, 关于预算执行情况的问题: the object of the work, or of a decision
    if (
      cue.class === 'review' &&
      /情况$/.test(cue.word) &&
      ((/(?:对|就|将|把|根据|针对)[^，,]*$/.test(heading.slice(0, at)) &&
        /^[^，,]{0,6}(?:开展|进行|实施|予以|组织|定期|每|纳入|作为|报)/.test(heading.slice(at + cue.word.length))) ||
        /^(?:研究)?关于[^。]*(?:问题|事项|事宜)$/.test(heading))
    )
      continue
    // 二、村级收入情况通报: what was told; 建立情况通报制度 and 开展情况通报 are work
    if (
      cue.class === 'review' &&
      /^情况/.test(cue.word) &&
      (at + cue.word.length < heading.length || at < 2 || asksForAction(heading, cues))
    )
      continue
    // 检查各部门责任落实情况: to look into how things go is the work
    if (
      cue.class === 'review' &&
      /情况$/.test(cue.word) &&
      (LOOKS_INTO.test(heading.slice(0, at)) ||
        (at > 12 && /[，,]/.test(heading.slice(0, at)) && asksForAction(heading, cues)))
    )
      continue
    // 全市工作总结大会精神: the name of a meeting that is told of
    if (cue.class === 'review' && /^[^，,。]{0,40}会议?(?:主要)?精神/.test(heading.slice(at + cue.word.length)))
      continue
    // 突出问题整改, 反馈问题整改: the work on it, not the problem
    if (
      cue.class === 'problem' &&
      /^[^，,]{0,4}(?:整改|治理|整治|解决|排查|化解)/.test(heading.slice(at + cue.word.length))
    )
      continue
    if (!best || at < best.at || (at === best.at && cue.word.length > best.word.length))
      best = { at, word: cue.word, class: cue.class }
  }
  const named = YEAR_WORK.exec(heading)
  // 2025年主要工作 in a report of 2026 is what was done; 2025年工作安排 is what was to be done, whenever it is read
  if (named && year !== null && Number(named[1]) < year && (best?.class !== 'arrangement' || !AHEAD.test(best.word))) {
    return { class: 'review', evidence: named[0], own: true }
  }
  // 总体要求和目标任务, 主要目标与重点任务: two in one; what is to be done is the larger part
  const both = best && (best.class === 'guidance' || best.class === 'objective') && TWO_IN_ONE.exec(heading)
  // “十四五”时期发展成就和“十五五”时期目标任务: sentences tell which is which
  if (best?.class === 'review' && AND_AHEAD.test(heading.slice(best.at + best.word.length)))
    return { class: 'arrangement', evidence: heading, own: true }
  if (best && both && both.index >= best.at) return { class: 'arrangement', evidence: heading, own: true }
  // 2024年工作思路: the thoughts of a coming year are its plan
  if (best?.class === 'guidance' && /思路/.test(best.word) && /20\d\d年|下一?步|明年|今后|下半年/.test(heading))
    return { class: 'arrangement', evidence: heading, own: true }
  // 主要工作情况: how the work went, not the work
  const told = /(?:工作|任务)[^，,。、和及]{0,6}(?:情况|进展)$/.exec(heading)
  if (told && best?.class === 'arrangement' && /^(?:主要|重点|各项|目标)/.test(best.word))
    return { class: 'review', evidence: told[0], own: true }
  if (best) return { class: best.class, evidence: best.word, own: true }
  return null
}

/** What the text of a document of this kind is, where no heading says so. */
export function defaultClass(kind: DocumentKind, title: string | null): SectionVerdict {
  if (/总结|汇报|述职|回顾/.test(title ?? '') && !/要点|计划|打算|安排|部署|方案|讲话/.test(title ?? '')) {
    return { class: 'review', evidence: title ?? '', own: false }
  }
  if (/民生实事|实事(?:项目|清单)/.test(title ?? '')) return { class: 'arrangement', evidence: title ?? '', own: false }
  // a plan is there to say what is to be done; a speech or report has to say so
  return { class: kind === 'plan' || kind === 'assignment' ? 'arrangement' : 'open', evidence: kind, own: false }
}

/** Whether a heading without a cue asks for something, and so ends what an outer section only looked back on. */
export const asksForAction = (heading: string, cues: Cues = shippedCues()): boolean =>
  DEMAND_HEADING.test(heading) || cues.imperative.test(heading)
