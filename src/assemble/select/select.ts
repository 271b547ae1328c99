import { withoutAddress } from '../openings.ts'
import { classifyHeading } from '../section-class.ts'
import { ASKED_BY, BEHIND_FAULTS } from '../sentence-patterns.ts'
import type { Unit } from '../units/unit.ts'
import { selectOpen } from './open.ts'
import { comesNext, POINTED_OUT, SAID } from './said.ts'
import { asks, fromFirst, isCall, type Judged, nothing, type Selection, whole, wordsOf } from './selection.ts'

/** 严格落实责任 加快补齐短板: a headline, among the first lines of a text. */
const PART_OF_HEADLINE = '[\\u4e00-\\u9fff“”]{2,16}(?:[，,][\\u4e00-\\u9fff“”]{2,16})?'
const HEADLINE = new RegExp(
  `^${PART_OF_HEADLINE}(?:[ \\u3000\\u00a0]+${PART_OF_HEADLINE}){1,3}$|^[^。；;]{4,40}[!！?？][^。；;，,]{2,30}(?:召开|举行|举办)[^。；;，,]{2,40}(?:会|会议|仪式|活动|培训班?)$`,
)
const HEADLINES = 3

/** 各级各部门要…, 下一步，张经理要求，公司各部室要…: those whom a notice or a speaker is for. */
const TOLD =
  /^(?:(?:[^，,。]{2,16}[，,])?[^，,。]{2,12}要求[，,][^，,。各]{0,4})?各(?:级|地|部门|单位|相关|部室|科室|处室|学校|企业|支部|院系|站所|镇|乡|县|区|市|街道|有关)[^，,。]{0,20}(?:要|必须|应|须)/

/** 教务处牵头，各教研组配合，3月底前拿出方案。: a body and a day. */
const BY_A_DAY = /(?:\d|[一二三四五六七八九十两])(?:月|日|号|天|周|个月)[^，,。]{0,4}(?:前|内)|(?:年|月|周|季)[底末]前/

/** Before the first numbered unit stands what led to the document, unless the paragraph itself opens with an order. */
const opensWithOrder = (text: string, unit: Unit, judged: readonly Judged[]): boolean =>
  judged[0]?.verdict.class === 'imperative' &&
  !/^\s*为(?:了)?[^，,。]{4,}[，,]/.test(text.slice(unit.textStart, unit.end))

/** An order to those whom the document is for, or one that somebody gave. */
const isOrder = (text: string, judged: Judged): boolean => {
  if (judged.verdict.class !== 'demand') return false
  const words = wordsOf(text, judged)
  const order = withoutAddress(words)
  return (
    TOLD.test(order) ||
    BY_A_DAY.test(order) ||
    SAID.test(words) ||
    ASKED_BY.test(words) ||
    (POINTED_OUT.test(words) && /^(?:必须|务必|要)$/.test(judged.verdict.evidence))
  )
}

/**
 * Decides what of a unit is to be done: sections decide first, sentences second.
 *
 * A heading belongs to its task; background inside a numbered unit stays inside; plain paragraphs begin
 * with the first sentence that asks for something.
 *
 * @param judged the sentences of the unit, as judgeSentences has them
 */
export function selectSentences(text: string, unit: Unit, judged: Judged[]): Selection {
  const { field } = unit
  if (unit.preface && !opensWithOrder(text, unit, judged)) return fromFirst(judged, (j) => isOrder(text, j), 'preface')
  // • 0, 3/5: what a page has left behind
  if (!/[\u4e00-\u9fffA-Za-z]{2}/.test(text.slice(unit.textStart, unit.end))) return nothing('plain')
  if (unit.path.length === 0 && unit.group < HEADLINES && HEADLINE.test(wordsOf(text, unit).trim()))
    return nothing('title')
  if (field === 'problem' || field === 'progress') return nothing(field)
  if (field === 'objective') return { sentences: judged, kind: 'objective', reason: '' }
  if (field === 'measures' || field === 'task') return { sentences: judged, kind: 'measure', reason: '' }
  switch (unit.verdict.class) {
    case 'review':
      // 下一步，我局将…: what comes next may stand at the end of what was done
      return fromFirst(judged, (j) => comesNext(wordsOf(text, j)) && asks(j), 'review')
    case 'problem':
      // 台账不全、人员不足，下步要逐村补齐: the order stands behind the last of the faults
      return fromFirst(judged, (j) => BEHIND_FAULTS.test(wordsOf(text, j)), 'problem')
    case 'background':
    case 'people':
    case 'guidance':
    case 'significance':
      return nothing(unit.verdict.class)
    case 'appeal':
      if (judged[0]?.heading && asks(judged[0]) && !isAppeal(text, judged[0])) return selectOpen(text, unit, judged)
      return fromFirst(judged, (j) => j.verdict.addressed && j.verdict.class === 'demand', unit.verdict.class)
    case 'situation':
      return fromFirst(judged, isCall, unit.verdict.class)
    case 'objective':
      return selectObjective(judged, unit)
    default:
      return selectOpen(text, unit, judged)
  }
}

/** In a section about objectives, what is reached or asked; not what is seen on the way there. */
function selectObjective(judged: Judged[], unit: Unit): Selection {
  const all = whole(judged, 'objective')
  const first = judged[0]
  if (unit.headed || unit.form === 'item')
    return judged.some((j) => asks(j) || j.verdict.class === 'plain')
      ? all
      : { ...all, sentences: [], reason: 'objective' }
  if (first && (asks(first) || first.verdict.class === 'plain')) return all
  return { ...fromFirst(judged, (j) => j.verdict.class === 'objective', 'objective'), kind: 'objective' }
}

/** What numbers a point. */
const MARK = /^\s*(?:首先|其次|再次|最后|第[一二三四五六]|[一二三四五六](?:是|要))[，,、：:]?/

/** 必须看到…越来越严, 要清楚…: what is to be understood. */
const TO_BE_SEEN =
  /^\s*(?:我们|大家)?(?:都|一定)?(?:要|必须)(?:清醒地?|充分|深刻|真正)?(?:看到|清楚|明白|知道|认识到|懂得|意识到)/

const isAppeal = (text: string, j: Judged): boolean => {
  const words = wordsOf(text, j)
  return classifyHeading(words, null)?.class === 'appeal' || TO_BE_SEEN.test(words.replace(MARK, ''))
}
