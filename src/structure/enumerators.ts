import { parseChineseNumber } from '../text/numerals.ts'
import type { Enumerator, Scheme } from './schemes.ts'

const HAN = '[一二三四五六七八九十百零〇]{1,5}'

/** What 第一 may count before its comma: 第一件事，, 第二个方面：. */
export const COUNTED = '件(?:事情?)?|个事情?|句话|层意思|个方面|个问题|个要求|个重点|个任务|项工作|项任务|项要求|点|步'

interface Shape {
  scheme: Scheme
  /** Sticky; group 1 is the number, if any. */
  pattern: RegExp
  /** Only where a line starts. */
  lineStart?: boolean
}

/**
 * One shape a scheme and spelling. Marks may be half or full width, and a space may follow.
 * The order decides where two could match: longer marks come first.
 */
const SHAPES: readonly Shape[] = [
  { scheme: 'part', pattern: new RegExp(`第(${HAN})(?:部分|编|板块)[\\s、：:,，.]*`, 'y'), lineStart: true },
  { scheme: 'chapter', pattern: new RegExp(`第(${HAN}|\\d{1,3})章[\\s、：:]*`, 'y'), lineStart: true },
  { scheme: 'clause', pattern: new RegExp(`第(${HAN}|\\d{1,3})节[\\s、：:]*`, 'y'), lineStart: true },
  { scheme: 'article', pattern: new RegExp(`第(${HAN}|\\d{1,3})条[\\s、：:]*`, 'y'), lineStart: true },
  { scheme: 'attachment', pattern: /附件\s*(\d{0,2}|[一二三四五六七八九十]?)(?:[：:.、]|(?=\s*$))/my, lineStart: true },
  {
    scheme: 'named',
    pattern: new RegExp(`[\\u4e00-\\u9fff]{2}(${HAN}|\\d{1,2})[、：:](?=\\s*\\S)`, 'y'),
    lineStart: true,
  },
  {
    scheme: 'stage',
    pattern: new RegExp(`第(${HAN})(?:阶段|步|环节)(?:[、：:]\\s*|\\s+|(?=[（(]|$))`, 'my'),
    lineStart: true,
  },
  { scheme: 'han', pattern: new RegExp(`(${HAN})\\s?(?:、|[．.](?!\\d)|[．.](?=(?:19|20)[\\d*xX×○]{2}年))\\s*`, 'y') },
  { scheme: 'han-paren', pattern: new RegExp(`[(（]\\s*(${HAN})\\s*[)）][、.．]?\\s*`, 'y') },
  { scheme: 'han-paren', pattern: /([㈠-㈩])[、.．]?\s*/y },
  { scheme: 'arabic-pair', pattern: /(\d{1,2}\.\d{1,2})(?:[、.．]|(?=[\s\u4e00-\u9fff《“]))\s*/y, lineStart: true },
  {
    scheme: 'arabic',
    pattern:
      /(?<![\d.])(\d{1,3})\s?(?:[．.](?!\d)|、|[．.](?=\d{1,2}月|\d{3,4}[\u4e00-\u9fff]|\d{1,2}(?:年内|个月内|日前)))\s*/y,
  },
  { scheme: 'arabic-paren', pattern: /[(（]\s*(\d{1,3})\s*[)）][、.．]?\s*/y },
  { scheme: 'arabic-paren', pattern: /(\d{1,3})[)）]\s*/y },
  { scheme: 'circled', pattern: /([①-⑳⑴-⒇⒈-⒛])[、.．]?\s*/y },
  { scheme: 'is', pattern: new RegExp(`(${HAN})是(?!否|不是)[：:，,]?`, 'y') },
  { scheme: 'must', pattern: new RegExp(`(${HAN})要(?!素|点|求|件)[：:，,]?`, 'y') },
  { scheme: 'grasp', pattern: new RegExp(`(${HAN})抓(?![紧好手])`, 'y') },
  {
    scheme: 'ordinal',
    pattern: new RegExp(`第(${HAN})(?:${COUNTED})?[，,、：:]\\s*`, 'y'),
  },
  {
    scheme: 'ordinal',
    pattern: new RegExp(
      `第(${HAN})阶段(?:[，,：:](?=\\d{1,2}月)|(?=[（(][^（()）]{0,12}[月日旬年][^（()）]{0,16}[）)]))`,
      'y',
    ),
  },
  { scheme: 'ordinal', pattern: new RegExp(`其(${HAN})[，,、：:]\\s*`, 'y') },
  { scheme: 'sequence', pattern: /(首先|其次|再次|再者|再就是|然后|最后)[，,、：:]?/y },
]

const SEQUENCE: Record<string, number | undefined> = {
  首先: 1,
  其次: 2,
  再次: 3,
  再者: 3,
  再就是: 3,
  最后: 9,
}

function ordinalOf(text: string): number | null {
  if (text === '') return null
  const code = text.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x249b) return ((code - 0x2460) % 20) + 1 // ① ⑴ ⒈
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1 // ㈠
  const sequence = SEQUENCE[text]
  if (sequence !== undefined) return sequence
  if (/^\d+\.\d+$/.test(text)) return Number(text.slice(text.indexOf('.') + 1))
  if (/^\d+$/.test(text)) return Number(text)
  return parseChineseNumber(text)
}

/** The words before the number of a 'named' heading; others (方式一、 图表1：) open no unit. */
const NAMED =
  /^(?:任务|议题|行动|活动|专项|措施|工程|项目|事项|问题|目标|议程|重点|清单|计划|原则|步骤|阶段|课题|方案|要求|隐患|风险|范文|篇章|主题)/

/** Behind 第一条 without a mark: what makes it a count or a reference. */
const ARTICLE_GOES_ON =
  /^(?:[，,。；;和及至到的之款中规所]|措施|建议|意见|要求|经验|道路|路线|线路|河流|生产|街|高速|铁路|地铁|隧道|红线|底线|防线)/

/** What can't be a number in spite of its form. */
function plausible(scheme: Scheme, marker: string, text: string, at: number, end: number): boolean {
  const next = text.charAt(end)
  switch (scheme) {
    case 'arabic':
      // 2025. 年 is a year, 1、2、3 a list of numbers, 5.1 a decimal; 1.4月15日前 is a point that opens with a date
      if (/^\d{1,2}月(?![、，,])/.test(text.slice(end)) && /^\d{1,2}[．.、]$/.test(marker)) return true
      if (/^(?:年[内底末初均度]|月[底末]|日[常间均产])/.test(text.slice(end, end + 2))) return true
      return (
        !/^\d{4}/.test(marker) && !/^[\d%年月日]/.test(next) && !/^(?:\d{1,3}[、,，])/.test(text.slice(end, end + 4))
      )
    case 'arabic-pair':
      return !/^(?:年|月|日|个|万|亿|%|倍|元|吨|公里)/.test(text.slice(end, end + 2))
    case 'han':
      // 一、二、三产业
      return !/^[一二三四五六七八九十](?:、|是|要|产|次|级|类|者|期)/.test(text.slice(end, end + 2))
    case 'article':
      // clean-up drops the space behind 第一条; 第一条措施, 第三条的规定 and 第五条、第六条 count or refer
      return /[\s、：:]$/.test(text.slice(at, end))
        ? !/^第/.test(text.slice(end))
        : !ARTICLE_GOES_ON.test(text.slice(end, end + 3))
    case 'is':
      // 一是一、二是二 is a saying
      return marker.length < 2 || !text.startsWith(marker.slice(0, marker.indexOf('是')), end)
    case 'named':
      return NAMED.test(marker)
    case 'arabic-paren':
      // (2022) is a year, (3) after a name a note; decided by length only
      return marker.length <= 6
    default:
      return true
  }
}

/**
 * Reads the enumerator that stands at `at`, if one does.
 *
 * @param text clean text
 * @param at offset at which it would have to start
 * @param lineStart whether a line starts there: chapters and the like stand nowhere else
 */
export function readEnumerator(text: string, at: number, lineStart: boolean): Enumerator | null {
  for (const { scheme, pattern, lineStart: onlyThere } of SHAPES) {
    if (onlyThere && !lineStart) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const marker = match[0].trimEnd()
    const end = at + match[0].length
    if (!plausible(scheme, marker, text, at, end)) continue
    const ordinal = ordinalOf(match[1] ?? '')
    if (ordinal === null && scheme !== 'attachment') continue
    return { scheme, ordinal, marker, start: at, end }
  }
  return null
}

/** Numbers lost in copying leave their mark behind: 、开展重点整治。 */
export function readLostNumber(text: string, at: number): Enumerator | null {
  const match = /^[、．](?=[\u4e00-\u9fff《“])/.exec(text.slice(at, at + 3))
  return match ? { scheme: 'lost', ordinal: null, marker: match[0], start: at, end: at + match[0].length } : null
}

const PIECE_END = new RegExp(
  `(?:【?第(?:${HAN}|\\d{1,2})篇】?|【(?:${HAN}|\\d{1,2})篇】|【?(?:篇|范文|范例)(?:${HAN}|\\d{1,2})】?)[：:]?\\s*$`,
)
const PIECE_START = new RegExp(
  `^(?:【第?(?:${HAN}|\\d{1,2})篇】|第(?:${HAN}|\\d{1,2})篇[：:\\s]|(?:篇|范文|范例)(?:${HAN}|\\d{1,2})(?:[：:\\s]|$))`,
)

/**
 * Titles of several documents in one file: …方案篇一, …讲话稿【第二篇】, 篇三：….
 * Only short lines without a full stop can be one.
 */
export function readPieceTitle(line: string, at: number): Enumerator | null {
  if (line.length > 80 || /[。；;]/.test(line)) return null
  const match = PIECE_END.exec(line) ?? PIECE_START.exec(line)
  if (!match) return null
  const marker = match[0].replace(/[：:\s]+$/, '')
  const digits = /[一二三四五六七八九十百零〇]+|\d+/.exec(marker.replace(/^.*?(?=第|篇|范)/, ''))
  return {
    scheme: 'piece',
    ordinal: ordinalOf(digits?.[0] ?? ''),
    marker,
    start: at + match.index,
    end: at + match.index + marker.length,
  }
}
