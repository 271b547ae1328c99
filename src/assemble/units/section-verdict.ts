import type { Section } from '../../structure/tree.ts'
import type { Cues } from '../cues.ts'
import { asksForAction, classifyHeading, type SectionVerdict } from '../section-class.ts'
import type { SectionClass } from '../section-classes.ts'
import { classifySentence } from '../sentence-class.ts'
import { textOf, type UnitContext } from './unit.ts'

const RUN_ON =
  /^(?:指导思想|(?:工作|基本)原则|总体要求|总体思路|(重要意义))(?=[以为按坚结遵全深认紧围高][^，,。；;]{4})/

const TELLS: ReadonlySet<SectionClass> = new Set(['appeal', 'situation', 'significance'])
const NEVER_ASKED: ReadonlySet<SectionClass> = new Set(['review', 'problem', 'background', 'people'])

/** What is done with an item of an agenda. */
const ON_AGENDA = /^(?:研究|审议|听取|传达|通报|学习|讨论|介绍|宣读)/

/** A longer heading is a whole sentence. */
const LONGEST_NAME = 60

const FORWARD = /下一步|下步|下阶段|打算|安排|部署|计划|今后|明年|下半年|要点|要求/

const headingOf = (section: Section, context: UnitContext): string => textOf(context, section.heading).trim()

/**
 * What a section is about: what its own heading says, or what holds around it.
 *
 * @param outer what the text around it is about
 */
export function verdictOf(section: Section, outer: SectionVerdict, context: UnitContext): SectionVerdict {
  const { cues, year } = context
  const heading = headingOf(section, context)
  if (section.enumerator.scheme === 'piece') {
    return classifyPiece(heading) ?? { class: 'open', evidence: heading, own: false }
  }
  // 隐患1：…县水利局5日内复查。: trouble and what is done about it, whatever was told before
  if (section.enumerator.scheme === 'named' && TELLS.has(outer.class))
    return { class: 'open', evidence: heading, own: false }
  // a point of a paragraph names its own content, which is what the paragraph is about; so does a long sentence
  const point = ['is', 'must', 'grasp', 'sequence'].includes(section.enumerator.scheme)
  const named = point
    ? null
    : heading.length > LONGEST_NAME
      ? opensAsAppeal(heading)
      : classifyHeading(heading, year, cues)
  // 1.各部门要于6月底前将完成情况报督查组。: a whole instruction is no title
  const own = named && NEVER_ASKED.has(named.class) && isInstruction(heading, cues) ? null : named
  // 一、指导思想以…为主线，: the name of the section runs on into its text
  const runOn = named === null && !point ? RUN_ON.exec(heading) : null
  if (runOn) return { class: runOn[1] === undefined ? 'guidance' : 'significance', evidence: runOn[0], own: true }
  // 主要目标：（一）…取得显著成效: what is to be reached
  if (own?.class === 'review' && outer.class !== 'review' && /目标/.test(outer.evidence))
    return { class: 'objective', evidence: own.evidence, own: true }
  // inside a look back only a plain word for plans looks forward again
  if (own && outer.class === 'review' && outer.own && own.class === 'arrangement' && !FORWARD.test(heading))
    return { ...outer, own: true }
  // 会议议程：2.研究讨论整治工作安排; what was on the agenda
  if (own?.class === 'arrangement' && outer.class === 'people' && outer.own && ON_AGENDA.test(heading))
    return { ...outer, own: true }
  if (
    own &&
    !(
      outer.class === 'arrangement' &&
      section.level > 1 &&
      own.class !== 'objective' &&
      weakInside(own.class, heading, cues)
    )
  )
    return own
  if (
    (outer.class === 'guidance' || outer.class === 'appeal') &&
    !point &&
    section.level > 1 &&
    asksForAction(heading, cues) &&
    outer.own === false
  ) {
    return { class: 'open', evidence: heading, own: false }
  }
  return outer.class === 'review' ? outer : { ...outer, own: false }
}

/** 一、主要工作 二、存在问题 三、下一步打算: what stands before the troubles is what was done. */
export function beforeTroubles(
  section: Section,
  siblings: readonly Section[],
  verdict: SectionVerdict,
  context: UnitContext,
): SectionVerdict {
  if (!verdict.own || verdict.class !== 'arrangement' || !/^(?:主要|重点)工作$/.test(verdict.evidence)) return verdict
  const classes = siblings
    .slice(siblings.indexOf(section) + 1)
    .map((sibling) => classifyHeading(headingOf(sibling, context), context.year, context.cues)?.class)
  const troubles = classes.indexOf('problem')
  return troubles >= 0 && classes.indexOf('arrangement') > troubles ? { ...verdict, class: 'review' } : verdict
}

const isInstruction = (heading: string, cues: Cues): boolean =>
  /要|应|须|请|前/.test(heading) && classifySentence(heading, cues).class === 'demand'

/** 一、统一思想，提高认识，切实增强责任感城市是…: the heading runs on into its text without a stop. */
function opensAsAppeal(heading: string): SectionVerdict | null {
  const opening =
    /^(?:统一思想|提高(?:思想)?认识|充分认识|深刻认识|认清形势|切实增强)[^。]{0,24}(?:感|意义|性|觉悟)/.exec(heading)
  return opening ? { class: 'appeal', evidence: opening[0].slice(0, 4), own: true } : null
}

/** Inside arrangements, headings such as 提高认识 or 加强组织领导 are points of the arrangement. */
const weakInside = (name: SectionClass, heading: string, cues: Cues): boolean =>
  name === 'appeal' ||
  (name !== 'review' && name !== 'problem' && name !== 'background' && asksForAction(heading, cues))

/** A piece's title tells what it is as the title of a document does. */
function classifyPiece(title: string): SectionVerdict | null {
  if (/总结|汇报|述职/.test(title) && !/方案|计划|讲话/.test(title))
    return { class: 'review', evidence: title, own: false }
  return null
}
