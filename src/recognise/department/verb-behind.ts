import { answerable, type Behind, type Continuation, sticky } from './behind-names.ts'
import { actionPattern } from './words.ts'

const VERB = new RegExp(`各?(?:${actionPattern})`, 'uy')
export const AS = /^[^，,。；;]{2,40}(?:作为|列为|列入|纳入|定为|确定为)/u
/** The sentence goes on with what was done. */
export const PAST_LATER = /(?:明确|确定|提出|作出|出台|制定|印发|召开|下发|列入|纳入|部署|安排)了/u
/** 把…放在首位, 把…作为重点: how it is seen, not what is to be done with it. */
const TAKEN_AS =
  /^把[^，,。；;]{1,40}?(?:作为|放在|摆在|摆上|视为|当作|当成|看作|看成|列为|置于|定为|确定为|写入|写进|上升为)/u
/** A day or a span in front of the verb that is still to come. */
const LIMIT =
  /(?:[日天底末月年周]|之|以|学)前$|[日天周月时年]内$|[日月]起$|^从.*起$|本(?:周|学期|月)|下(?:周|个?月)|今晚|明[天早]|会后|开学|回去|这[两几]天|赶紧|赶快|马上/u
/** 产业园8月开工, 大桥6月底前建成: a thing that comes about. */
const COMES_ABOUT =
  /^(?:实现)?(?:全面|全部|正式|基本|主体|率先|如期)*(?:开工|竣工|投产|投用|建成|完工|完成(?!.)|通车|投运|运营|开业|落地|封顶|启用|交付|达产|动工|复工|试运行|到位|上线|挂牌|揭牌)/u
/** 跟县局再对接一次: whom one is to see about it. */
const SEES_ABOUT = /^(?:跟|同|与|和)[^，,。；;的]{1,12}?再?(?:对接|沟通|衔接|联系|协调|商量|核对|碰)/u
/** A verb of doing further on, where the clause begins with 对, 以, 在 … */
const DOES =
  /进行|实行|予以|给予|开展|负总?责|明确|加强|推进|制定|落实|报送|完善|建立|执行|组织|督导|督促|处理|审核|配合|报告|汇报|提交|反馈|公布|公开|评估|检查|排查|清查|核查|巡查|整治|清理|会诊|登记|执勤|调度|通报|考核|统筹|解决|列支|审计|监测|检测|巡逻|走访/u
/** 对出水水质检测一次: done to what stands behind 对. */
const DOES_TO =
  /^对[^，,。；;的]{2,20}(?:检测|监测|检查|抽查|排查|巡查|核查|考核|评估|整治|整改|清理|清运|改造|修复|培训|通报|维护|监管|管控|治理|调度)(?!.{0,8}(?:要求|情况|力度|不够|不足))/u

/** 各镇每月报送, 跟县局对接, 各区于6月20日前…: what a verb without a modal makes of the names. */
export function readVerb(behind: Behind): Continuation | null {
  const { text, at, from, clauseEnd, rest, soft } = behind
  if (SEES_ABOUT.test(rest)) return answerable('sees-about', 'verb', behind)
  const limited = LIMIT.test(text.slice(at, from))
  const verb = sticky(VERB, text, from)?.[0] ?? null
  if (verb !== null) {
    // 省政府制定的《方案》: what they made is the subject; 各级对…的要求越来越高 tells how things are.
    if (text[from + verb.length] === '的') return null
    if (verb === '把')
      return TAKEN_AS.test(rest) || PAST_LATER.test(rest) ? null : answerable('with-object', 'verb', behind)
    if (!limited && onlySetsOut(verb, behind)) return null
    if (from < clauseEnd) return answerable('acts', 'verb', behind)
  }
  // 区政府每季度一调度: a rhythm is a verb as well.
  if (
    /^一[天日周旬月季年]一/u.test(rest) ||
    (from > at &&
      (/^一[\u4e00-\u9fff]{2}/u.test(rest) || /每.{0,3}[日天周旬月季半年班][度年月]?$/u.test(text.slice(at, from))))
  )
    return answerable('rhythm', 'verb', behind)
  // 各区于6月20日前通过系统报送: who has a day to do it by is told to.
  if ((limited || /^于.*前$/u.test(text.slice(at, from))) && rest !== '' && !COMES_ABOUT.test(rest))
    return answerable('by-date', 'verb', behind)
  // The adverb alone was the verb: 各乡镇组织…, 积极…, 认真….
  const self = from > at ? sticky(VERB, text, at) : null
  return self === null || soft !== null ? null : answerable('acts', 'verb', behind)
}

/** 对…, 以…, 在…: nothing is done, or only what is told as done. */
function onlySetsOut(verb: string, { rest, sentence }: Behind): boolean {
  if (!/^[对以在从向]$/u.test(verb)) return false
  if (!DOES.test(sentence) && (verb !== '对' || !DOES_TO.test(sentence))) return true
  // 县政府在治理方面，确定了一批工程: the clause behind says that it is done
  const next = sentence.slice(rest.length + 1).split(/[，,；;。]/u)[0] ?? ''
  return /^[以在从]$/u.test(verb) && PAST_LATER.test(next)
}
