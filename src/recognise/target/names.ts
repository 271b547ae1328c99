import { allMatches } from '../../text/matches.ts'

/** Stands where a date stood, so that a date before an indicator can be peeled off. */
export const DATE = '\uE001'
/** Stands where a number stood that only names something. */
export const NAME = '\uE000'

const DIGIT = '[0-9一二三四五六七八九十]'

const DATES = new RegExp(
  [
    '(?:19|20)(?:[0-9]{2}|[xX*×○〇]{2})(?:[—–~～至到-]{1,2}(?:19|20)?[0-9]{2})?年(?:度)?(?:[0-9]{1,2}月(?:份)?(?:[0-9]{1,2}日)?)?',
    '20[0-9]{2}[/.-][0-9]{1,2}(?![0-9.%])(?:[/.-][0-9]{1,2})?',
    `(?<![0-9个])${DIGIT}{1,3}(?:[—–~～至到、-]${DIGIT}{1,3})?月(?:份)?(?:${DIGIT}{1,3}日)?`,
    '[*xX]{2}月(?:[*xX]{2}日)?',
    '(?<![0-9])(?:第?[一二三四1-4]、)*[第前]?[一二三四1-4]季度',
    '“?十[二三四五六]五”?(?:规划)?(?:期间|时期|末期?)?',
  ].join('|'),
  'g',
)

const NAMES = new RegExp(
  [
    '《[^》]{1,80}》',
    '〔[^〕]{1,20}〕(?:第?[0-9]+号)?',
    '[（(](?:19|20)[0-9]{2}[^）)]{0,12}[）)]',
    '(?<![0-9一二三四五六七八九十])[0-9一二三四五六七八九十]{1,4}届(?:[、和]?[0-9一二三四五六七八九十]{1,4}[次中]){0,8}',
    // 第二季度 is a date
    '第[0-9一二三四五六七八九十百]{1,8}(?![0-9一二三四五六七八九十百]|(?:[、和至到—-]第?[一二三四1-4])*季度)',
    '(?<![0-9])[0-9]{1,12}号',
    '(?<![0-9])[0-9]{3,12}(?=热线|专线|平台)',
    '(?:7[×xX*])?24小时(?!之?内|以内)',
    '(?<![/A-Za-z])[A-Za-z][A-Za-z.-]{0,12}[0-9][0-9.]{0,12}(?![0-9]*[%％])',
    '(?<![0-9.])[0-9.]{1,8}[+＋][0-9A-Za-z]{1,8}',
    '(?<![0-9.])[0-9.]{1,12}版',
    '[数若]十?[个项家名]',
    // what a size or an age picks out: 20千伏及以下短距离…, 5年以上工作经历, 0—6岁儿童
    '(?<![0-9.])[0-9.]{1,8}(?:千伏|伏|兆帕|匹)(?:及?以[上下])?',
    '[0-9]+(?:[—–~至-][0-9]+)?周?岁(?:及?以[上下])?(?=[的老儿妇女男人户群适婴幼未参居、和])',
  ].join('|'),
  'g',
)

const QUOTED = /[“"「]([^”"」“]{1,24})[”"」]/g
/** “十五五”时期: a period. */
const PLAN = /^[“"「]十[二三四五六]五[”"」]$/
const STATES_RESULT = /达到|不低于|不少于|不超过|以上|以内|增长|下降/
const NUMBERS = /[0-9一二三四五六七八九十百两]/g

/** The text with something of the same length in the place of each match; much cheaper than `replace` with a function. */
const cover = (text: string, pattern: RegExp, by: (written: string) => string): string => {
  let out = ''
  let from = 0
  for (const { index, 0: written } of allMatches(pattern, text)) {
    out += text.slice(from, index) + by(written)
    from = index + written.length
  }
  return from === 0 ? text : out + text.slice(from)
}

const blank = (mark: string) => (written: string) => mark.repeat(written.length)
const asName = blank(NAME)
const asDate = blank(DATE)
const asQuoted = (written: string): string =>
  STATES_RESULT.test(written) || PLAN.test(written) ? written : written.replace(NUMBERS, NAME)

/**
 * A copy of the text, as long as the text, in which numbers that are dates or names are no numbers
 * any more: 2025年, 《…（2022年版）》, 12345热线, PM2.5, “六个百分百”.
 */
export const maskNames = (text: string): string =>
  cover(cover(cover(text, NAMES, asName), QUOTED, asQuoted), DATES, asDate)
