import { CharSet } from '../../text/char-set.ts'

/** A piece of a note that says when and not who: 10月底前完成, 长期坚持, 每季度末, 完成时限2025年. */
const TIME_ONLY = new RegExp(
  `^(?:${[
    // a date or a period, with the words of limit and of doing around it
    '(?:(?:完成|整改|办结)?时限(?:为)?|力争|争取|确保|务必|原则上|须|应|要|于|在|到|截至|自|从|限)*' +
      '(?:“?十[三四五六]五”?|(?:20)?[\\dxX×*]{2,4}年|[二〇零一二三四五六七八九]{4}年|今年|明年|本年|本月|下月|每?年|每?月|每?季度?|每半年|每周|每旬|[上下]半年|第?[一二三四1-4]季度|\\d{1,2}月|[一二三四五六七八九十]{1,3}月|\\d{1,2}日|\\d{1,3}个?(?:工作)?[日月]|即日)' +
      '[\\d一二三四五六七八九十年月日季度上中下旬底末初之以前内起至到—–\\-~～、份期间规划]*' +
      '(?:全面|全部|基本|组织|并|持续)?(?:完成|办结|落实|整改|建成|投用|启动|开工|竣工|到位|见效|推进|坚持|实施|开展|通报|报送|调度|一次){0,3}',
    '(?:长期|持续|常态化?|经常性?|常年|立即|马上|限期)(?:坚持|推进|开展|整改|落实|实施|进行|巩固|深化|加强|抓好|办理|完成|执行|保持|长效)?',
    '(?:立行立改|即知即改|立查立改|边查边改|立即整改)(?:并?(?:长期坚持|持续推进))?',
  ].join('|')})$`,
  'u',
)
/** 2026年6月底前取得实质性进展: a limit and what is reached by then, nobody's name. */
const LIMIT_AND_RESULT =
  /^(?:力争|争取|确保|务必|须|应|要|于|在|到|以后|今后)*(?:(?:20\d\d|今|明|本)年|\d{1,2}月|[上下]半年|[一二三四]季度|年[底内末]?|月底|每[年月季周][度]?)[\d年月日季度上中下旬底末]{0,8}(?:之前|以前|前|内|起|(?<=每[年月季周]度?))(?!.*(?:负责|牵头|配合|协助|参与|参加|主办|承办|督导|落实|[局委厅]$))[^，,；;。]{0,16}$/u
const EVENT_LIMIT =
  /^(?:力争|确保|在|于)*(?:主?汛期?|入汛|雨季|入冬|封冻|上冻|春耕|春节|元旦|五一|“五一”|“七一”|国庆节?|中秋节?|供暖[季期]?|采暖[季期]|(?:[春秋]季)?(?:学期)?开学|放假|暑期|暑假|寒假)(?:来临|到来|开始)?之?前(?:全面|全部|基本)?(?:完成|落实|投用|建成|到位|开工|整改)*$/u
const SEPARATORS = new CharSet('，,；;、。')

/** Whether a piece of a note is nothing but a time. */
export const isTime = (piece: string): boolean => piece.length <= 30 && reads(piece.replace(/[\s\u00a0]/gu, ''))

const reads = (piece: string): boolean =>
  TIME_ONLY.test(piece) || LIMIT_AND_RESULT.test(piece) || EVENT_LIMIT.test(piece)

/** The range without pieces of time at its ends: （县民政局负责，10月底前完成） is read for the unit alone. */
export function withoutTimes(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  for (;;) {
    const cut = lastSeparator(text, from, to)
    if (cut < 0 || !isTime(text.slice(cut + 1, to))) break
    to = cut
  }
  for (;;) {
    const cut = SEPARATORS.find(text, from, to)
    if (cut < 0 || !isTime(text.slice(from, cut))) break
    from = cut + 1
  }
  return { start: from, end: to }
}

function lastSeparator(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (SEPARATORS.has(text.charCodeAt(i))) return i
  return -1
}
