/**
 * What sentences are told by: their patterns, and keys by which a sieve knows which of them are worth trying.
 * A pattern that begins with ^ fails at once and needs no keys.
 */
import { CharSet } from '../text/char-set.ts'
import { keysOfWords, Sieve } from '../text/sieve.ts'
import { CUE_NAMES, type CueName, sentenceWords } from './cues.ts'

/** 要 as a modal, not inside 重要 主要 需要 必要 要求 要素 …. */
export const MODAL_YAO =
  /(?<!(?<![业雇房车户货船])主|[重首概纪摘险紧简扼冲若纲提需只必])要(?![求素点闻件么是领塞道害旨义强命好隘地之职务诀诉]|事(?![先事])|不是|知道|以为|觉得|认为)/
export const NEED = /需要?(?=[^求要]{0,6}(?:加强|开展|完成|进行|建立|做好|提供|报|在|于|按|由))/
export const MODAL =
  /必须|务必|务求|应当|应(?=[当该在于按将及依由把]|[^用急对变答邀]{0,3}(?:建立|加强|按照|依法|当)|对[^，,。；;]{2,30}(?:进行|开展|予以|给予|加强|实施|实行|作出))|须(?!知|臾)|不得(?![，,。；;！!]|$)|严禁|不准|一定要|理应|(?<!而)不要(?!以为|觉得|认为)|(?<!并)不能(?=有|搞|出|再|漏|拖|等|少|落下|断|乱|停|松|含糊|马虎)/
/** Those who are told to act, by what their names end with. */
const TOLD =
  '(?:局|委|办|厅|部|院|室|队|组|会|部门|单位|企业|政府|党委|机关|机构|乡镇|街道|园区|基地|镇|乡|村|县|市|区|中心|公司|学校|干部|人员|同志|校|院系|科室|科|股|站|集团|支部|(?<![之好用坏益难短长害到四])处|(?:派出|卫生|税务|司法|事务|研究)所)'
const BETWEEN = '(?:也|都|均|一定|尤其|主要领导|主要负责同志|负责人|负责同志)*[，,]?(?:还|也|都|均|更|就|既|继续|一定)?'
const TO_DO = '(?:要|必须|务必|应|须|应当|务求|不得|严禁)'
const ASKED =
  '^(?:同时[，,]?|另外[，,]?|此外[，,]?|今年[，,]?|当前[，,]?|下一步[，,]?|因此[，,]?|为此[，,]?|各位[，,]?)?(?:希望|请|恳请|(?:这就)?要求(?=我们|各)|责成|由(?![于此来衷]))'
const WHO_IS_ASKED = new RegExp(ASKED)
/** Somebody is asked or told. */
const ADDRESSED = new RegExp(
  `${ASKED}[^，,。]{2,}|(?:各(?![项类种自式])[^，,。首主重]{0,20}|[^，,。]{1,16}${TOLD})${BETWEEN}${TO_DO}`,
  'g',
)
/** The end of the same, from the modal backwards: nobody is told without it. */
const TOLD_TO_DO = new RegExp(`${TO_DO}(?<=(?:各[^，,。]{0,20}|${TOLD})${BETWEEN}${TO_DO})`)

/**
 * The words with which a sentence asks or tells somebody. Who is told stands at most one comma before the modal, so
 * the pattern, which is slow, is tried from there on.
 */
export function addressIn(text: string): string | null {
  ADDRESSED.lastIndex = 0
  if (!WHO_IS_ASKED.test(text)) {
    const modal = TOLD_TO_DO.exec(text)
    if (modal === null) return null
    ADDRESSED.lastIndex = commaBefore(text, commaBefore(text, modal.index)) + 1
  }
  const found = ADDRESSED.exec(text)
  if (found === null) return null
  // 这是政府应当提供的服务: what it is, not what is to be done
  const isSaid = /是(?!否)[^，,。；;]{1,14}$/.test(found[0])
  return isSaid && /^[^，,。；;]{1,10}的/.test(text.slice(found.index + found[0].length)) ? null : found[0]
}

const COMMAS = new CharSet('，,。')

function commaBefore(text: string, end: number): number {
  let at = end - 1
  while (at >= 0 && !COMMAS.has(text.charCodeAt(at))) at--
  return at
}
export const OBJECTIVE =
  /(?:今年|明年|全年|年度)[^，,。；;]{0,6}任务(?:是|为)|(?:主要|奋斗|总体|发展)目标[，,][^。]{0,6}(?:到|在)20\d\d年|(?:主要|预期|总体|工作|发展|整改|年度)?(?:预期)?目标(?:任务)?(?:是|为|：|:)|^(?:力争|争取)?到?(?:20\d\d年|[二三四五六七八九十]+五)[^，,。]{0,6}[，,][^。]{0,60}(?:达到|实现|基本形成|建成|突破|基本建成|显著|明显|巩固|提升|增强|下降|改善|优化|健全|形成)/
export const GUIDANCE =
  /(?:指导思想|总体要求|总体思路|基本思路|总体考虑|工作思路|总的要求)(?:是|为)|^(?:20\d\d年)?[^，,。；;：:“”]{0,10}(?:指导思想|总体要求|总体思路|工作思路)[：:](?=.)|^(?:做好[^，,。]{2,12}工作[，,])?(?:我们)?(?:要|必须)?(?:始终)?(?:坚持)?以[^，,。]{4,30}(?:思想|精神|理论|理念)为(?:指导|指引|引领|统领)[，,]|(?:今年|20\d\d年)[，,]?[^，,。；;]{2,24}工作要(?:坚持)?(?:以习近平|全面贯彻|深入贯彻|认真贯彻|高举)/
/** 我们知道，每年都要…: what is told as known. 只有建好机制，才能…: why it matters. */
export const KNOWN =
  /^(?:我们|大家)(?:都)?知道[，,]|^众所周知|^(?:因此[，,]|所以[，,]?|为此[，,])?(?:也)?只有(?!.*才能.*(?:[，,；;])[^，,。]{0,8}(?:要|必须|务必))[^。]*才[能会有可]/
/** A look back at a period. */
export const RETROSPECT =
  /^(?:回顾|(?:长期|一直|多年|连日|近日|入[春夏秋冬汛])以?来[，,]|过去(?:的)?[一二三四五几]?年|(?:这|近|前)(?:[一二三四五几]|\d)年(?:来|间)?[，,]|刚刚过去的|[一二三四五半几]年(?:多)?来[，,]|(?:一年|五年|半年)来[，,]|去年)/
/** Trouble is named: what follows is what is wrong, not what is to be done. */
export const TROUBLE =
  /(?:清醒|清楚)(?:地|的)?(?:认识|看到|意识)|也要看到|既要(?:清醒)?看到|(?:还|仍|也|均)?(?:存在|面临)(?:着)?(?:一些|不少|许多|很多|较多|诸多|突出|明显)?(?:的)?[^，,。；;]{0,12}(?:不足|短板|差距|困难|挑战|隐患|薄弱环节)|^从[^，,。]{2,12}看[，,]/
/** …等问题，下步要逐村补齐: what is to be done about what was told before it in the same sentence, and how. */
export const BEHIND_FAULTS =
  /[，,；;](?:下一?步|今后|接下来|为此|对此)[，,]?[^，,。；;]{0,8}(?:要(?!求|是)|将|须|务必)(?![^。；;]{0,16}(?:解决|改进|克服|重视)[^，,。；;]{0,4}[。；;]?$)[^，,。；;]{3,}/
/** 要清醒认识到，整治是长期任务，要巩固已有成果 */
export const SEEN_THEN_DONE =
  /^要(?:清醒|清楚)地?(?:认识|看到)[^。；;]*[，,]要(?!求|看到|认识|清醒|高度重视|引起)(?![^。；;]*(?:不足|(?<!补)短板|问题|差距))/
/** 办公室：负责…, 派出所负责…: the duty of a body. */
export const DUTY =
  /^[^，,。:：；;]{2,16}[:：]\s*(?:具体|主要|牵头|统筹|全面)?(?:负责|承担|牵头)|^[^，,。:：；;]{1,14}[办所局科股室站部队委处组院心](?:具体|主要|牵头|统筹|全面)?负责(?!人|同志|的)[^，,。；;]{2}/
/** 此项工作由…负责: the work before it is somebody's. */
export const ASSIGNED =
  /由[^，,。；;]{2,30}总?牵头(?=[，,；;。])|(?:此|这|该|本)(?:项|些)?(?:工作|任务)[^。，,]{0,4}由|[，,]?由[^，,。]{2,40}(?:牵头|负责|承办|落实)(?:[^，,。]{0,6})?[。；;]?$|由[^，,。；;]{2,10}(?:管|盯|抓)(?=[，,；;。])/
/** Something is to be handed in or finished by a day. */
export const DUE =
  /(?:[月日年点]|季度|下班|端午|中秋|春节|国庆)(?:底|末)?(?:之)?前[^。；;，,]{0,24}(?:报送?|上报|收齐|交齐|装完|补齐|完成|提交|到位|建成|验收|办结|印发|出台|启动|化解|解决|办完|消除|拆除|清零|销号|达标|上线|投用|开工|完工|竣工|交付|配齐|兑付|拿出|公布)|[日号底]截止(?!到|目前)/
/** Trouble that is the object of the work (解决…不到位的问题, 应对风险挑战) is no state of things. */
export const SOLVED =
  /(?:解决|应对|迎接|直面|研判|剖析|分析(?=原因|问题|症结)|查明|查清|摸清|把握|抢抓|适应|找出|查找|查摆|排查|发现|破解|化解|整治|整改|消除|防止|避免|纠正|治理|补齐|弥补|补(?=[^，,。；;]{0,4}短板))[^，,。；;]*|(?:传导|传递|变|化)(?:工作|责任)?压力|不高于|对[^，,。；;]{2,40}的(?:单位|个人|人员|企业|行为|地方)/g
/** 在摸排的基础上 tells how, not why. */
export const BASED_ON = /在[^，,。；;]{1,40}的基础上/g
/** 各系部从本周起开展…: those who are told, without a word that tells them. */
export const EVERYBODY =
  /^各[\u4e00-\u9fff、]{0,14}?(?:部门|单位|系部|院系|学院|学校|企业|支部|处室|科室|街道|社区|[局委办镇乡县市区村校])(?:[（(][^（()）]{0,20}[）)])?(?=[^的们各等、])/
const BODY =
  '(?:各[\\u4e00-\\u9fff]{1,8}|[\\u4e00-\\u9fff]{1,14}(?:局|委|办|厅|科|处|股|室|部(?!分|长)|站|所|队|组|会|中心|公司|集团|镇|乡|村|街道|部门|单位|院|校|矿|厂|社|府|支部))'
const SPAN = '[\\d一二三四五六七八九十两半]{1,3}个?(?:日|天|周|月|工作日|小时)(?:之|以)?内'
const DAY =
  '(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}日|[上中下]旬|份|底|末)?|\\d{1,2}日|[年月周季度学期]{1,2}[底末]|春节|国庆|汛期|开学)(?:之|以)?前'
/** 回去就把…, 这两天先…, 散会后马上…: when those who listen are to do it, as it is spoken. */
const SOON =
  '(?:(?:今[天晚]|明[天早]|后天|这[两几]天|这个?[周月]|下[周午]|晚上|散?会后|散会以后|回去(?:之?后|以后)?|现在|接下来|尽快|赶紧|抓紧|赶快)(?:[上下]午|晚上|内)?[，,]?(?:就|先|要|都|再){0,2})'
/** What is done at once, behind such words. */
const DOES_SOON =
  '(?:把(?![握关手脉])|跟|给|去|到|派|抽|盯|查|摸|排|报|送|交|发|印|清|修|装|拿|组织|开会|联系|对接|沟通|通知|落实|完成|安排|统计|传达|挨|逐|全部|拉|贴|补)'
/**
 * 财政局把资金拨到位, 各村回去就把喇叭响起来, 交通办跟县局再对接一次, 各矿每月演练一次, 安监局3日内复查, 各单位连夜传达: bodies told by what they do with what or when,
 * without 要.
 */
export const ACTS = new RegExp(
  `(?:^|[，,；;：:])(?:会后[^，,]{0,6}[，,]|散会后[，,])?(${BODY}(?:[、和与及]${BODY}){0,4})(?:${[
    '把(?![握关手脉])(?![^，,。；;]{1,40}?(?:作为|放在|摆在|摆上|视为|当作|当成|看作|看成|确定为))',
    '(?:每(?:半个?|[\\d一二三四五六七八九十两]{1,2}个?)?[天日周月季年班]|按[月季周]|逐[月周日]|一[日天周月季]一)',
    '各(?:拿出|选派|派出|抓|包)',
    `(?:会后)?(?:于|在)?(?:${SPAN}|${DAY}|年内|本周[一二三四五六日]?|本月|本学期|下周[一二三四五六日]?|开学第一周|从[^，,。；;]{1,8}起)(?!召开|举行|发生|出现)`,
    '(?:立即|马上|连夜|联手|不定期)',
    `${SOON}${DOES_SOON}`,
    '(?:再)?(?:跟|同|和)[^，,。；;的]{1,12}?再?(?:对接|沟通|衔接|联系|协调|商量|核对|碰)',
  ].join('|')})`,
)
/** 张主任，你今天就去县里跑一趟; 修路的事，老王你盯着: one of those who listen is told, by name or post. */
export const ASKED_BY_NAME =
  /(?:^|[，,；;])(?:[老小][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3}(?:书记|主任|[镇乡局科所站院校队组村]长|经理|总|会计|支书))[，,]?(?:这[个件]?[事活][，,]?)?你们?(?:也|就|都|再|先|要|得|负责|牵头|盯|抓|管|跟|给|把|去|来|带|拿|派|联系|协调|通知|安排|组织|准备|亲自|今[天晚]|明[天早]|这[两几]天|下午|回去|马上|尽快)(?!是|知道|看到|清楚|说过|讲过|辛苦)/
/** …，请供电公司牵个头: somebody is asked behind what is to be done. */
export const ASKED_BEHIND =
  /[，,；;](?:恳请|请)(?!各位|大家|示|教|求)(?=[^，,。；;]{1,14}(?:局|办|委|厅|部门|单位|公司|中心|队|院|会|镇|乡|街道))/
/** 有的部门把…: spoken of, not told. */
export const SOME = /有的|有些|一些|少数|个别|部分|某|不少|许多|很多|大多/
/** 谁的地里冒了烟, 哪个岗位空了, 别再拖了, 月底前把合同签了: 了, and nothing is done yet. */
export const NOT_DONE_YET =
  /(?:谁|哪[个里家儿]|一旦|如果|要是|凡是|只要|万一)[^，,。；;了]{0,16}了|(?:(?<![特个级类分区辨性派])别|不能|不许|不要)[^，,。；;了]{0,8}了|(?:[日号天周月底]前|今[天晚]|明天|马上|赶紧|抓紧|尽快|必须|务必|你)[^。；;了]{0,14}把[^，,。；;了]{1,14}[\u4e00-\u9fff]了(?=[，,。；;！!]|$)|了(?=就(?![业地近医学餐诊])|[，,]我?就(?![业地近医学餐诊]))/g
/** 到2025年底，问题得到有效整治: in words of what was done, but ahead. */
export const BY_THEN =
  /^(?:力争|争取|确保)?到(?:20\d\d年(?:底|末)?|[“"]?十[四五六]五[”"]?期?末)[，,](?!.*(?:已|[^为除]了))/
/** What NO_CUE begins with, or holds at least. */
export const NO_CUE_CHARS = new CharSet('获充满寄看带希切不争赢有攻制况展')
/**
 * Words that hold a cue and are none: 获得感 tells of nothing that was got, 切实可行 and 攻坚决胜 ask for nothing, and how far a
 * task has got (… 完成情况：已…) does not make it one of the past.
 */
export const NO_CUE =
  /获得感|获得者|(?:充满|满怀|寄予|看到|带来)(?:了)?希望|希望的|切实可行|不足部分|(?:争取|赢得)(?:了)?(?:战略)?主动|有利于[^，,。；;]*|[ \u3000](?:实际)?(?:完成|进展|整改|落实|推进|办理)(?:情况|进展)[：:].*$|攻坚决[胜战]|制定本(?=行业|单位|地|部门|领域|辖区|区域|系统|企业|[校乡镇村级科])/g
/** 推动…得到治理: what is to be brought about is not had yet. */
export const BROUGHT_ABOUT = /(?:推动|促进|促使|确保|保证|保障|力争|争取)[^，,。；;]*?(?:得到|获得|圆满|顺利|取得)/g
/**
 * 已建成的项目, 去年有过教训的村, 对2020年以来在建的工地: what is done stands in the description of a thing that is worked
 * on, or a share is reckoned of what was.
 */
export const DESCRIBED =
  /已经?[^了，,。；;、]{1,4}的(?=[^了])|(?:对|将|把|针对)已[^了，,。；;]{1,20}的(?=[^了])|(?:[\u4e00-\u9fff]了|去年[^，,。；;]{1,10})的(?=[\u4e00-\u9fff])|[\u4e00-\u9fff]了[^，,。；;了]{1,6}的(?=[，,])|上年度?[^，,。；;]{1,12}的(?=\d)|(?:对|将|把|针对)[^，,。；;]{0,24}以来[^，,。；;]{0,20}的/g
/** 去年已经参保的单位要按时续保: what they did says who is told. */
export const WHO_DID = /^[^，,。；;]{2,30}的[^，,。；;的]{0,8}(?=(?:都|也|一定)?(?:要(?!求|素)|必须|应当|务必))/
/** 这样的招商是招给谁看的？ A mark alone may be what is left of a damaged character. */
export const QUESTION = /(?:谁|什么|怎[么样]|为何|吗|呢|哪[里儿些个]|多少|能否|能不能|是不是)[^，,。；;？?]*[？?]$/
/** What an act is to bring about (使职工形成了…的习惯). */
export const OUTCOME = /(?:使|让)[^，,。；;]*/g
export const MEETING =
  /^今天[^，,。]{2,40}[，,]就是(?:要|想|来)|^(?:同志们[，,：:])?(?:今天|这次|此次|本次|经[^，,]{2,12}研究)[，,]?[^。]{0,60}(?:会议|召开|大会|座谈会)[^。]{0,10}(?:[，,]|主要|目的|任务|是|[。！!]?$)/
/** 为贯彻…精神，…，制定本方案。: why the document was written, and that it was. */
export const PREAMBLE =
  /^为(?:了)?[^。]{4,120}?[，,]经[^，,。]{0,8}研究(?:决定|同意)?[，,](?![^。]*(?:各|要|请|须|必须))|^为(?:了)?[^。]{4,}?(?:制定|制订|拟定|提出|印发|形成|出台)[^。，,]{0,40}(?:方案|意见|措施|计划|办法|规划|要点|细则|清单|如下)(?:（[^）]{0,20}）|\([^)]{0,20}\))?[。:：]?$|现将[^。；;]{4,}(?:进行|作|予以)?(?:责任|任务)?(?:分解|分工)(?:下达|如下)?[。:：]$/
/** 会议号召，…: who is called upon is told nothing of his own. */
export const CALL_OF_MEETING = /^会议(?:最后)?号召/
/** 12月16日，…召开会议，学习…: that they met. */
export const MET =
  /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?[，,]|[^。]{0,60}主持召开)[^。]{0,60}(?:召开|会议|大会)[^。]{0,8}[，,](?:深入|专题|集体|集中|认真)?(?:学习|传达|研究|听取|审议|讨论|部署|贯彻|安排|分析|通报|总结|动员)|^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?[，,][^。；;]{2,30}(?:召开|举行)[^，,。；;]{2,40}会议?[，,]会上(?![^。]*(?:要求|强调|指出|希望|提出))/
/** 3月5日，县总工会召开…推进会，部署…。: the news that they met. In a plan it would be what is to be held. */
export const HELD =
  /^(?:[^。，,；;]{0,24}?[讯息])?\s?(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?|\d{1,2}日[上下]午|昨[日天]|日前|近日)[，,][^。；;]{2,60}?(?:会议?在[^。，,；;]{2,24}(?:召开|举行)(?=[，,。]|$)|(?:召开|举行|举办)[^。，,；;]{2,60}(?:会|会议|大会|仪式|活动|培训班)(?:[，,][^。；;]*)?[。]?$)/
/** 6月19日，市城管局局长…赴社区实地督导，…: the news that somebody went to see. */
export const INSPECTED =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?[，,](?=[^。；;]{0,40}(?:书记|主任|[省市县区镇乡局院校部厅处]长|主席|一行|带队|带领))[^。；;]{2,160}?(?:实地|现场|深入|赴|前往)[^。，,；;]{0,24}(?:调研|督导|检查|走访|慰问|视察|巡查|督查)/
/** 各科室负责人参加会议。: who was there. */
export const ATTENDED =
  /^[^。；;，,：:要请须应将]{2,40}(?:出席|列席)[^。；;，,：:]{0,16}会(?:议)?[，,](?:并)?(?:传达|通报|宣读|宣布|提出|作|讲话|部署|对)|^(?!组织|安排|选派|动员|邀请|[^。]*(?:要|请|须|应|将|望|准时|按时|务必|积极|踊跃))[^。；;]{4,}(?:(?:参加|出席|列席)(?:了)?(?:会议|座谈会?)|(?:人员|干部|负责(?:人|同志)|同志|代表|成员|书记|主任|[县市区镇乡局院校部队]长|班子|领导|委员|等)(?:分别|一同|共同)?(?:参加|出席|列席|陪同)(?:活动|调研|检查|培训)?|(?:共计?|约|近|等)[^，,。；;]{0,6}\d余?多?人(?:参会|到会|与会|参加|出席))[。]?$/
/** 王主任要求信息中心…, 他责成财政所…: somebody who is named asks. */
export const ASKED_BY =
  /^(?:[\u4e00-\u9fff]{1,3}(?:书记|[省市县区镇乡局院校部处科所站矿厂组队]长|主任|主席|总|总经理|董事长|经理|同志)|会议|[他她])(?:还|又|最后)?(?:要求|责成)(?=[^，,。；;]{2,24})(?!.*了)|^(?![按根有相具提工明严强对这并还又同也再各应符据照需请])[\u4e00-\u9fff]{2,3}(?:还|又|最后|同时)?要求(?=各|有关|相关|全体)(?!.*了)/
/** 县长批示：“水利局抓紧整改，督查室搞好配合。”: what a leader writes on a paper is told to the bodies that are named. */
export const ASKED_IN_WRITING = new RegExp(
  `批示中?(?:也|还)?(?:提出要求|要求|指出|强调)?[，,]?[：:]\\s*[“"「](?![这该此])(?:请|望|由)?${BODY}(?!.*了)[^，,。；;]{2,}`,
)
/** 在全县…推进会上的讲话提纲: the name of a speech. */
export const NAME_OF_SPEECH =
  /^[^，,。；;]{0,30}在[^，,。；;]{2,50}[会式动班]议?上的(?:(?:总结|动员|表态|交流|主持)?(?:讲话|发言|报告|致辞|主持词)(?:提纲|要点|摘要|稿)?(?:[（(][^）)]*[）)])?)?$/
/** 该矿对…逐项梳理; 近日，市政府印发…: spoken of from outside, by a reporter. */
export const REPORTED =
  /^[^，,。；;：:]{0,16}(?:汇报|通报|介绍)[^，,。；;：:]{2,24}(?:工作|情况|进展|准备)[：:]|^(?:本报)?记者[^，,。；;]{0,16}(?:获悉|了解到|看到|采访)|^(?:[^。，,；;()（）]{2,16}讯\s?)?[(（](?:本报|通讯员|记者)[^()（）]{1,20}[)）]|^[^。，,；;()（）]{4,16}讯\s?[(（][^()（）]{2,12}[)）]|^据(?:悉|了解|介绍|报道)[，,]|^(?:村民|居民|业主|职工|教师|家长|党员|股东|与会|参会)?(?:代表|委员)(?!会|团)(?:们|[\u4e00-\u9fff]{2,3})?(?<!代表|委员)(?:普遍|一致|纷纷|也|则|都){0,2}(?:表示|认为|建议|提议|反映|提出)|^为[^。；;]{4,90}[，,](?:近日|日前|近期)[，,][^。；;]{2,40}(?:印发|下发|发布|公布|出台|召开|举行|举办)|^(?:本报)?记者(?:梳理|整理)|^该(?:[省市县区州镇乡村局院校厂矿]|公司|集团|单位|部门|街道|社区|企业)(?![的要应须将还])(?![^。；;]{0,24}(?:要求|强调|责成)[，,：:])|^(?:近日|日前|近期)[，,][^。；;]{2,40}(?:印发|下发|发布|公布|出台|召开|举行|举办)|^[^。；;]{4,80}为大家[^，,。；;要]{0,6}介绍|^[^，,。；;]{4,40}(?:推进会|动员会|座谈会|调度会|现场会)[，,](?:紧扣|紧紧围绕|围绕|聚焦)(?![^。]*要求)|^[^，,。；;：:]{2,20}(?:负责(?:同志|人)|村民|居民|业主)(?:说|表示|介绍|告诉记者)[，,：:](?![^。]*(?:要|必须|务必))|^会上(?:还)?(?:研究|审议|审定|听取|传达|学习|宣读|观看|通报|讨论|交流)|^(?:会上|座谈会上|会议期间|随后)[，,](?![^。]*(?:要求|强调|指出|希望|提出|议定|决定|明确))[^。]*(?:汇报|通报|传达|交流|发言|宣读|讨论|分析|部署|介绍|解读)|^为[^。；;]{4,60}[，,](?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?[，,][^。；;]{2,30}(?:召开|举行|举办)/
/** 陈经理作了总结讲话，要求各单位…; 对下步工作作了部署，他希望各单位…: what is asked for, though the speaking was done. */
export const ASKED_IN_SPEECH =
  /^会议[^。；;，,]{2,60}[，,](?:并|同时)?要求(?=[^，,。；;]{3,})|(?:讲话|发言|总结|点评|部署|安排|布置)[，,](?:并|同时)?[他她]?(?:对[^，,。]{2,20}提出要求[，,])?(?:要求|希望)(?=各|全[市县区镇体院校]|有关|相关)[^，,。]{3,}/
/** 我代表党委，提出三点要求; 下面由我传达会议精神: what is going to be said. */
export const TO_BE_SAID =
  /(?:提出|提|讲|谈|强调)(?:以下)?[一二三四五六七八九十两几]点(?:[^，,。]{0,8}的)?(?:具体|工作)?(?:要求|意见|希望|建议|想法)|强调了[^，,。；;]{0,6}(?:意见|要求)[。]?$|(?:确定|明确|安排|部署)了?[一二三四五六七八九十\d]+(?:大|项|个|件)(?:重点)?(?:工程|任务|实事|行动)[^，,。；;]{0,10}[。：:]?$|^[^。]{0,16}下面[，,]?由我(?:传达|通报|宣读|汇报|报告)/
/** 声明：此文版权归原作者所有: what a site says of itself. */
export const DISCLAIMER =
  /^(?:免责|特别|版权)?声明[：:]|版权归[^。；;]{0,16}所有|(?:及时|立即|请)联系[^。；;]{0,12}删除/
/** 六合社区召开月度工作会议: a headline. */
export const HEADLINE_OF_MEETING =
  /^[\u4e00-\u9fff\d“”]{2,30}(?:[镇乡县市区局委办院校村厅部]|公司|集团|中心|街道|大学|中学|小学|支部)(?:党委|党组|政府)?(?:组织)?(?:召开|举行|举办)[^，,。；;]{2,40}(?:会|会议|仪式|活动|培训班?)$/
/** （记者李静）, （来源：办公室）: who wrote it. */
export const BYLINE =
  /^[（(](?:本报|本网)?(?:记者|通讯员|供稿|来源|责任?编辑?|编辑|摄影|图文|文\/图|作者)[^（()）]{0,40}[)）]$/
/** 对各组的做法表示肯定。: thanks and praise, reported. */
export const PRAISED = /^[^。；;]{2,}表示(?:充分|高度|衷心|热烈)?的?(?:肯定|赞赏|满意|祝贺|慰问|欢迎)[。]?$/
/** 自查范围：校舍、食堂: names what, asks for nothing. */
export const SCOPE =
  /^(?:出席|列席|参加|参会|主持|记录|缺席|请假)(?:人员|领导|同志|人)?[:：]|^(?:(?:自查|检查|督查|整治|排查|实施|适用|评估|抽查|活动|参加)?(?:范围|对象|区域|依据)|(?:自查|检查|督查|整治|排查|实施|适用|评估|抽查|活动|参加)内容)[:：]/
/** 列第一位的责任单位为牵头单位: how to read the document. */
export const READ_AS =
  /(?:排|列)(?:名|在|于)?(?:第一|首)位?[^，,。；;]{0,10}(?:为|是|系|作为)[^，,。；;]{0,4}牵头(?:单位|部门)?(?:或[^，,。；;]{2,8})?(?:[，,]下同)?[。；;]?$/
/** 本办法所称重点企业，是指…: tells what a word means in the document. */
export const DEFINES =
  /^本(?:实施)?(?:意见|方案|办法|措施|细则|规定|规划|计划|通知|政策|制度|清单|要点)(?:中|里)?(?:所称|所指|所说|提到|涉及|的?[“"])/
/** What is only compared with. */
export const COMPARED =
  /同比|累计|较?上年|较?去年同期|比(?:去年|上年|上届|同期)(?=[^，,。；;多少]{0,6}(?:下降|减少|压减|降低|提高|提升|增长|增加))/g
/** 下降15%以上, 不超过1.2: a bound is set, which nobody can have reached before. */
export const BOUNDED =
  /不(?:低于|少于|高于|超过|大于)|控制在[^，,。；;]{1,20}以?[内下]|\d[\d.]*[%个件起]?(?:百分点)?以上/
/** Perfective 了 behind a verb (完成了, 取得了). */
export const PERFECTIVE = /(?<![为除不])了(?![解不然得如算])/g
/** 将 with something to be done: 区政府将对…开展后督察. */
export const WILL =
  /(?:将|拟|计划(?!生育|单列|经济)|预计)(?!近|军|来|会|更|直接|严重|不断|难以|面临)(?:对|在|把|于|按|以|由|向)?[^，,。；;]{0,40}/
/** 对…加强监督: an instruction with its object before the verb. */
export const OBJECT_FIRST =
  /^(?:(?:同时|另外|此外)[，,])?(?:对|针对|把|以|围绕|按照|根据|结合|在|从)[^。；;，,是]{1,60}[，,]?[^。；;，,是]{0,30}/
export const ONTO =
  /^(?:同时[，,])?(?:对|把|将)[^。；;，,是]{1,40}(?:加强|开展|进行|实行|实施|予以|给予|建立|落实|推进|做好|作为|纳入)/
/** 将试点作为重点 */
export const OBJECT_OF_AS = /将(?=[^，,。；;]{2,40}?(?:作为|列为|列入|纳入|定为|确定为)(?![^，,。；;]*的))/g
export const FUTURE = /(?:下一步|下步|下半年|明年|今后|接下来|下阶段|(?<!大)力争|将(?!近|军))/

const TIME_OF_DAY = '(?:[上下]午|晚上?)?\\d{1,2}[:：]\\d{2}'
const DAY_OF_YEAR = '(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}[日号]|[上中下]旬|[底初末])?'
/**
 * 9月1日至30日，各校自查: a stretch of time, or a time of day, in front of what is done then, in a section that says what
 * is to be done. A day alone is what reporters begin with.
 */
export const SCHEDULED = new RegExp(
  `^第[一二三四五六]阶段[^，,。：:（(]{0,12}[（(][^（()）]{0,24}月[^（()）]{0,24}[）)][，,：:][^，,。；;]{3,}|^${DAY_OF_YEAR}(?:[（(][^（()）]{1,8}[）)])?(?:${TIME_OF_DAY}|(?:${TIME_OF_DAY})?\\s?[-—–~～至到]+\\s?(?:${DAY_OF_YEAR}|\\d{1,2}[日号]))(?:\\s?[-—–~～至到]+\\s?${TIME_OF_DAY})?[，,：:][^，,。；;]{3,}`,
)

/** What a meeting decided, agreed to or asked for. */
export const DECISION =
  /^(?:经[^，,。]{0,12}研究[，,]?)?(?:与会人员|会议)(?:研究|一致|原则|还|并)*(?:决定|同意|议定|商定|确定|责成|要求)[，,：:]?(?=[^，,。]{2})|^(?:原则上?|一致)?同意(?=[从由将把对按以][^，,。；;]{4})/
/** A sentence that only announces a list: 重点抓好以下三项工作。 A number needs the word that it counts: 完成造林三千亩 announces nothing. */
export const LISTED =
  /(?:抓好|做好|做到|重点|着力|实现|突出|把握|处理好|坚持|围绕|推进|完成|从)[^。；;]{0,16}(?:(?:(?:以下|如下|下列|这)[二三四五六七八九十两几\d]*(?:个|项|点|大)?[^。；;，,]{0,8}|[二三四五六七八九十两几\d]+(?:个|项|点|大)?[^。；;，,]{0,4}(?:方面|工作|任务|重点|问题|环节|要求|事项|内容|关系|结合|确保|行动))(?:的工作)?[：:。]|[二三四五六七八九十两几\d]+[^。；;，,]{0,8}[：:])$/
/** 各镇要做到以下几点。 what comes next is for them. */
export const LISTS_FOR =
  /^[^，,。；;：:]{2,24}(?:要|必须|应当?|须|务必)(?:切实|重点|认真|着力|严格)?(?:做好|做到|抓好|落实好?|把握|注意|完成|履行|承担)(?:以下|如下|下列|下面)[^，,。；;]{0,10}[。：:]?$/
/** A time in front of the verb: 每月25日前报送…, 即日起开展…, 6月底前完成…. */
export const TIME_FIRST =
  /^(?:每(?:年|月|周|日|天|半年|季度?|学期)(?:\d{1,2}[日号])?(?:底|末|初)?前?|(?:从|自)?即日起|(?:从|自)?(?:(?:20\d\d|今|明)年)?\d{1,2}月(?:份|\d{1,2}日|[上中下]旬|底|初|末)?(?:之前|以前|前|内|起)?|(?:20\d\d|今|明)?年(?:底|末)?(?:前|内)|(?:20\d\d|今|明)年|本?月(?:底|末)前|[上下]半年|第?[一二三四]季度(?:末|底)?[前内]?|在?(?:[本这下](?:学期|学年)|今年)?(?:主?汛期|入汛|汛|入冬|春耕|放假|开学|期[中末]考试|学期结束|会议召开|春节|国庆节?|中秋节?|端午节?|元旦|五一|节|年)(?:来临|到来)?(?:之|以)?前)[，,]?(?:要)?/

/** What TO_BE_SAID counts, with the numbers in front left out. */
const COUNTED = [...'大项个件'].flatMap((unit) => ['重', '工', '任', '实', '行'].map((thing) => unit + thing))

/**
 * Patterns that need not be tried on most sentences, with their keys: one of them stands in whatever a pattern matches.
 * A test holds that. A pattern that is not named here is tried on any sentence.
 */
export const KEYED = {
  guidance: { patterns: [GUIDANCE], keys: ['思想', '思路', '总体', '总的', '神为', '论为', '念为', '作要'] },
  meeting: { patterns: [MEETING, MET, HELD], keys: ['会议', '召开', '大会', '谈会', '就是', '举行', '举办'] },
  inspected: { patterns: [INSPECTED], keys: ['调研', '督导', '检查', '走访', '慰问', '视察', '巡查', '督查'] },
  praised: { patterns: [PRAISED], keys: ['表示'] },
  attended: { patterns: [ATTENDED], keys: ['参加', '出席', '列席', '陪同', '参会', '到会', '与会'] },
  spoken: { patterns: [ASKED_IN_SPEECH, ASKED_BY, ASKED_IN_WRITING], keys: ['要求', '希望', '责成', '批示'] },
  modal: {
    patterns: [MODAL],
    keys: ['必须', '务必', '务求', '应', '须', '不得', '严禁', '不准', '定要', '不要', '不能'],
  },
  yao: { patterns: [MODAL_YAO], keys: ['要'] },
  need: { patterns: [NEED], keys: ['需'] },
  addressed: {
    patterns: [ADDRESSED, WHO_IS_ASKED],
    keys: ['希望', '请', '要求', '责成', '由', '要', '必须', '务必', '应', '须', '务求', '不得', '严禁'],
  },
  listed: {
    patterns: [LISTED, LISTS_FOR],
    keys: ['以下', '如下', '下列', '下面', '这', ...'二三四五六七八九十两几0123456789'],
  },
  future: { patterns: [FUTURE], keys: ['下一', '下步', '下半', '明年', '今后', '接下', '下阶', '力争', '将'] },
  perfective: { patterns: [PERFECTIVE], keys: ['了'] },
  objective: { patterns: [OBJECTIVE], keys: ['目标', '任务', '20', '五'] },
  duty: { patterns: [DUTY], keys: ['：', ':', '负责'] },
  assigned: { patterns: [ASSIGNED], keys: ['由'] },
  due: { patterns: [DUE], keys: ['前', '截止'] },
  trouble: { patterns: [TROUBLE], keys: ['清醒', '清楚', '也要', '既要', '存在', '面临', '看，', '看,'] },
  will: { patterns: [WILL], keys: ['将', '拟', '计划', '预计'] },
  known: { patterns: [KNOWN], keys: ['知道', '众所', '只有'] },
  decision: { patterns: [DECISION], keys: ['会议', '与会', '同意'] },
  preamble: { patterns: [PREAMBLE], keys: ['研究', '制定', '制订', '拟定', '提出', '印发', '形成', '出台', '现将'] },
  called: { patterns: [CALL_OF_MEETING], keys: ['号召'] },
  scope: { patterns: [SCOPE], keys: [':', '：'] },
  speech: { patterns: [NAME_OF_SPEECH], keys: ['上的'] },
  byline: { patterns: [BYLINE], keys: ['(', '（'] },
  disclaimer: { patterns: [DISCLAIMER], keys: ['声明', '版权', '联系'] },
  defines: { patterns: [DEFINES], keys: ['所称', '所指', '所说', '提到', '涉及', '“', '"'] },
  question: { patterns: [QUESTION], keys: ['？', '?'] },
  retrospect: {
    patterns: [RETROSPECT],
    keys: ['回顾', '来，', '来,', '过去', '年，', '年,', '年来', '年间', '去年'],
  },
  reported: {
    patterns: [REPORTED],
    keys: [
      ...['讯', '记者', '本报', '据悉', '据了', '据介', '据报', '代表', '委员', '近日', '日前', '近期', '该', '会上'],
      ...['人说', '志说', '民说', '主说', '表示', '介绍', '告诉', '汇报', '通报', '紧扣', '围绕', '聚焦'],
      ...['期间', '随后', '召开', '举行', '举办'],
    ],
  },
  readAs: { patterns: [READ_AS], keys: ['牵头'] },
  said: {
    patterns: [TO_BE_SAID],
    keys: [...[...'一二三四五六七八九十两几'].map((number) => `${number}点`), '调了', '下面', ...COUNTED],
  },
  bounded: { patterns: [BOUNDED], keys: ['不低', '不少', '不高', '不超', '不大', '控制', '以上'] },
  byThen: { patterns: [BY_THEN], keys: ['到2', '到“', '到"', '到十'] },
  compared: { patterns: [COMPARED], keys: ['同比', '累计', '上年', '去年', '比上', '比同'] },
  brought: { patterns: [BROUGHT_ABOUT], keys: ['得到', '获得', '圆满', '顺利', '取得'] },
  described: { patterns: [DESCRIBED], keys: ['已', '了', '去年', '上年', '以来'] },
  solved: {
    patterns: [SOLVED],
    keys: [
      ...['解决', '应对', '迎接', '直面', '研判', '剖析', '分析', '查', '摸清', '把握', '抢抓', '适应', '找出', '发现'],
      ...['破解', '化解', '整治', '整改', '消除', '防止', '避免', '纠正', '治理', '补', '压力', '不高', '对'],
    ],
  },
  based: { patterns: [BASED_ON], keys: ['基础'] },
  everybody: { patterns: [EVERYBODY], keys: ['各'] },
  timed: { patterns: [TIME_FIRST], keys: ['每', '即日', '月', '年', '季', '前'] },
  byName: { patterns: [ASKED_BY_NAME], keys: ['你'] },
} as const satisfies Record<string, { patterns: readonly RegExp[]; keys: readonly string[] }>

export type KeyedName = keyof typeof KEYED
const isKeyed = (name: string): name is KeyedName => name in KEYED
export const KEYED_NAMES = Object.keys(KEYED).filter(isKeyed)

let shipped: Sieve<KeyedName | CueName> | undefined

/** The sieve of all patterns with keys, and of the words of sentence-cues.yaml. */
export function sentenceSieve(): Sieve<KeyedName | CueName> {
  shipped ??= new Sieve([
    ...KEYED_NAMES.map((name) => ({ name, keys: KEYED[name].keys })),
    ...CUE_NAMES.map((name) => ({ name, keys: keysOfWords(sentenceWords(name)) })),
  ])
  return shipped
}
