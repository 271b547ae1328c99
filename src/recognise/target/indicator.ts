import { DATE, NAME } from './names.ts'

/** What stands before a number, taken apart: what is measured, and against what. */
export interface Indicator {
  start: number
  end: number
  baseline?: { start: number; end: number }
}

/** A time without a date of its own, by which or within which a number is to be reached: 今年底, 三年内, 下半年. */
export const TIME =
  '(?:到|至|于|在)?(?:[今明后当次本]年(?:度|内|底|末)?(?:之?前)?|年底(?:之?前)?|年末|年内|月底(?:之?前)?|[上下]半年|[0-9一二三四五六七八九十两]{1,2}(?:个月|年)(?:之|以)?内)'

/** Words before an indicator that are none of it. */
const LEAD = new RegExp(
  `^(?:(?:到|至|在|截至|于|力争到|争取到)?[${DATE}${NAME}]*${DATE}(?:底|末|初)?(?:之?前|内|期间|为止|期末)?|${[
    '力争到?',
    '争取到?',
    '努力',
    '力求',
    '确保',
    '保证(?![金率])',
    '保持',
    '保障(?![性房率])',
    '实现',
    '做到',
    '达到',
    '基本实现',
    '全面实现',
    '推动',
    '促进',
    '带动',
    '促使',
    '使得?(?!用)',
    '让(?!利)',
    '将',
    '把(?![控关])',
    '其中',
    '特别是',
    '尤其是',
    '我[省市县区镇乡局]',
    '必须',
    '务必',
    '应当?(?![急用对变届收付邀景聘检保缴税种贷享改拆入])',
    '须(?!知)',
    '需要?(?!求)',
    `${NAME}+(?:要求|明确|提出|规定)`,
    '[^《]{0,40}》',
    '要求',
    '要(?![素点闻])',
    '会(?![议计费员场展务诊商馆客考])',
    '预计',
    '预期(?!寿命)',
    '计划(?!生育|[率完兑])',
    '拟',
    '原则上',
    TIME,
    '全年',
    '每年',
    '(?:力争|用)?[0-9一二三四五六七八九十两]{1,2}(?:个月|年)(?:时间)?(?:之内|以内|内)',
    '即(?![时将便使墨兴办])',
    '分区分类',
    '分类分级',
    '分级分类',
    '分期分批',
    '分批',
    '同时(?![段期])',
    '并且',
    '并(?![联网轨购行发存])',
    '且',
    '以及',
    '及(?![时格])',
    '和',
    '与(?!会)',
    '再(?![生制就])',
    '则',
    '累计',
    '(?:推进|推行|实行|实施|深化|加快|完成|返还|大力)(?![率度数量机])',
    '在?全[省市县区国州]范围内',
    '可(?![持再燃回用支吸靠信视控比达调利])',
    '其(?![他它余])',
    '扎实',
    '(?:全面|圆满|超额|按时|按期|如期|努力|奋力)(?=完成|实现)',
    '分[两三四五0-9]+年',
    '提出(?!率)',
    '立即',
    '及时(?!率)',
    '[按如]期(?!率)',
    '按时(?!办|率)',
    '保质(?:保量)?',
    '限期(?!整改率|办结率)',
    '彻底',
    '坚决',
    '依法',
    '[在于]?(?:主?汛期?|入汛|雨季|入冬|封冻|上冻|春耕|春节|元旦|五一|国庆节?|中秋节?|供暖[季期]?|采暖[季期]|开学|放假|学期结束)(?:来临|到来|开始)?之?前',
    '深入',
    '逐步',
    '持续',
    '稳步',
    '进一步',
    '不断',
    '继续(?!教育)',
    '尽快',
    '全力',
    '按照',
    '包括',
    '目标是',
    '[^，。；：“]{1,10}?(?:局|委|办|处|科|股|中心|公司)把',
    '(?:[^，。；、“]{0,8}的)?任务[是为]',
    '(?:今年)?[春夏秋冬](?:天|季)(?![节])',
    '主要目标是',
    '[一二三四五六七八九十]{1,2}是',
    '[0-9]{1,2}[.．、]',
    '[①-⑳]',
    '[、“]',
  ].join('|')})`,
)

/** Words between an indicator and the word that ties it to the number. */
const TAIL =
  /(?:分别为?|平均|年均|累计|合计|总计|总共|一共|(?<!公)共|(?<![人户亩年月日周])均|(?<![成首])都|各|再|基本|整体|总体|普遍|全部|全面|力争|争取|努力|确保|(?<![纪摘提])要|(?<![响适反供相效对])应|应当|须|必须|务必|(?<![内刚])需|将|(?<![许认])可|能够|不断|逐步|稳步|持续|继续|大幅|进一步|预计|有望|同比|环比|同口径|可比口径|按|按照|(?<!所)得|不得|至少|严格|有效|动态|保持|稳定|(?<!洁)净|已|三项指标|两项指标|各项指标|可以|实现|(?<=[\u4e00-\u9fff]{3})完成|率先|全年|年度|(?<=[要应须需])在)$/

const BASELINE =
  /(?:(?<![比相以前])较(?![大快好高低强多])|(?<![占同环对之相百正])比(?![例重率值较价选对武赛拼])|相较于?)([^，、]{1,20}?)(?:相比|比较)?(?:分别|均|各)?$|与([^，、]{1,20}?)(?:相比|比较)(?:分别|均|各)?$|在([^，]{1,24}?)(?:的)?基础上$|(?:(?<![理自事缘])由|(?<![依服顺听遵跟])从(?![业事严属]))([^，]{1,16})$/
const DATED_TAIL = new RegExp(
  `(?:(?:在|到|于|至)?${DATE}+(?:底|末|初)?(?:之?前|内)?|${TIME}|[0-9一二三四五六七八九十两]{1,2}(?:天|日|周|个工作日|小时)(?:之|以)?内)$`,
)

/** 财政局要统筹安排…: who is told to do it is none of what is measured. */
const SUBJECT =
  /^[^，。；：]{0,24}?(?:局|委|办|厅|部|中心|公司|集团|镇|乡|街道|[县区市州](?![直级属内外])|院|校|厂|矿|处|科|股|站|所|队|府|会|组|单位|部门|企业|学校|机构|社区|村)(?:[都也还均]?要(?![素点闻求件害])|应当?(?![用急对变届])|须|务必|必须|需(?!求))/
/** 教务处组织教师培训…: the office and what it does with the thing that is measured. */
const ACTOR =
  /^[^，。；：]{1,14}?(?:(?:局|委|办|处|科|股|公司|中心|大队|支队|[一二三四]队)(?:本[周月季]|全年|年内)?(?:组织|开展|举办|安排|储备|完成))(?![部率度])/
/** What stands further before a number is no name of what it measures; a list without a stop may be as long as the text. */
const LONGEST = 400

/** Takes an indicator out of text[start, end): the noun phrase, less its lead-in, adverbs and baseline. */
export const readIndicator = (text: string, start: number, end: number): Indicator => {
  let from = Math.max(start, end - LONGEST)
  let to = end
  let baseline: Indicator['baseline']
  for (;;) {
    const rest = text.slice(from, to)
    const base = baseline === undefined ? BASELINE.exec(rest) : null
    const tail = base === null ? (TAIL.exec(rest) ?? DATED_TAIL.exec(rest)) : null
    if (tail !== null) {
      to -= tail[0].length
      continue
    }
    if (base === null) break
    const named = base[1] ?? base[2] ?? base[3] ?? base[4] ?? ''
    const at = from + base.index + base[0].indexOf(named)
    baseline = { start: at, end: at + named.length }
    to = from + base.index
  }
  // 5G网络全覆盖、二级节点2个: the absolute before it has its own indicator
  const absolute = /^.*(?:全覆盖|清零)[”]?、/.exec(text.slice(from, to))
  if (absolute !== null && absolute[0].length < to - from - 1) from += absolute[0].length
  // … 加强管理确保利用率: what matters begins after the last call to ensure it
  const call = /^.*(?:确保|力争|争取|保证|促使|使得|目标是|目标任务是|必须达到|必须|务必)/.exec(text.slice(from, to))
  if (call !== null && call[0].length < to - from - 1) from += call[0].length
  const told = SUBJECT.exec(text.slice(from, to)) ?? ACTOR.exec(text.slice(from, to))
  if (told !== null && told[0].length < to - from - 1) from += told[0].length
  for (let lead = LEAD.exec(text.slice(from, to)); lead !== null; lead = LEAD.exec(text.slice(from, to))) {
    if (lead[0] === '' || (/^[“]/.test(lead[0]) && text.slice(from, to).includes('”'))) break
    from += lead[0].length
  }
  // a quotation that opens here and closes after the number
  const opening = text.slice(from, to).lastIndexOf('“')
  if (opening >= 0 && text.slice(from + opening, to + LONGEST).indexOf('”') >= to - from - opening) from += opening + 1
  while (to > from && /[、，的“]/.test(text.charAt(to - 1)) && text.charAt(to - 1) !== '”') to--
  return { start: Math.min(from, to), end: to, ...(baseline === undefined ? {} : { baseline }) }
}

/** Cuts a coordination into its members: A、B和C等四项指标 is A, B and C. */
export const splitIndicator = (text: string, start: number, end: number): { start: number; end: number }[] => {
  const whole = text.slice(start, end)
  const sum = /等(?:[0-9一二三四五六七八九十两]+[项个类种大])?[^、]{0,14}$/.exec(whole)
  const stop = sum === null ? end : start + sum.index
  const parts: { start: number; end: number }[] = []
  let from = start
  let quoted = 0
  for (let at = start; at <= stop; at++) {
    const char = text.charAt(at)
    if (char === '“') quoted++
    if (char === '”') quoted--
    const joint =
      at === stop ? '' : (/^(?:、|以及|和|与|及(?!时|格|其))/.exec(text.slice(at, at + 2))?.[0] ?? undefined)
    if (joint === undefined || (quoted > 0 && at < stop)) continue
    if (at > from) parts.push({ start: from, end: at })
    from = at + joint.length
    if (joint.length > 1) at += joint.length - 1
  }
  return parts
}
