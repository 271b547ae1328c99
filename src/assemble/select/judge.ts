import type { Cues } from '../cues.ts'
import type { SentenceVerdict } from '../sentence/verdict.ts'
import { classifySentence } from '../sentence-class.ts'
import { spokenOrder } from '../spoken-orders.ts'
import type { Unit } from '../units/unit.ts'
import type { Judged } from './selection.ts'

/** Judges the sentences of a unit by their words. */
export function judgeSentences(text: string, unit: Unit, cues: Cues): Judged[] {
  const ahead = unit.verdict.class === 'arrangement' || unit.verdict.class === 'objective'
  return unit.sentences.map((sentence, i) => {
    const start = i === 0 ? Math.max(sentence.start, unit.textStart) : sentence.start
    const words = text.slice(start, sentence.end)
    return {
      start: sentence.start,
      end: sentence.end,
      verdict: asPoint(classifySentence(words, cues, ahead), unit, i, words),
      heading: unit.headed && i === 0,
    }
  })
}

/** 抓项目。 稳增长： verbs of one syllable, as points are named. */
const SLOGAN =
  /^(?:抓[^，,。：:；;住紧手]{2,14}|[稳促强补扩惠控保防治](?:增长|投资|就业|消费|外贸|外资|预期|企业|项目|产业|短板|弱项|民生|风险|安全|稳定|基础|需求|内需|工业|农业|市场|主体|质量|规模|根基|作风|队伍)[^，,。：:；;]{0,6})[。：:]?$/

/** 二要安全生产: what stands behind 要 is asked for, whatever its words are. */
function asPoint(verdict: SentenceVerdict, unit: Unit, index: number, words: string): SentenceVerdict {
  const order = verdict.class === 'plain' && unit.verdict.evidence === 'speech' ? spokenOrder(words.trim()) : null
  if (order !== null) return { class: 'demand', evidence: order, addressed: true }
  const mark = unit.path.at(-1)?.enumerator
  const opens = index === 0 && unit.headed
  if (!opens) return verdict
  // 二要改作风，解决办事拖拉现象: trouble is named there to be dealt with
  const dealtWith = verdict.class === 'situation' && mark?.scheme === 'must'
  if (verdict.class !== 'plain' && !dealtWith) return verdict
  if (mark?.scheme === 'must' || mark?.scheme === 'grasp') return { ...verdict, class: 'demand', evidence: mark.marker }
  // 第二阶段（4月至6月）专家会诊: what is done in a stage that has its time
  const staged = mark !== undefined && /阶段/.test(mark.marker) && /\d{1,2}月/.test(words)
  if (staged) return { ...verdict, class: 'demand', evidence: mark.marker }
  const slogan = SLOGAN.exec(words.trim())
  return slogan ? { ...verdict, class: 'imperative', evidence: slogan[0] } : verdict
}
