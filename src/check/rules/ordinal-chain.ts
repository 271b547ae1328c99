import { readEnumerator } from '../../structure/enumerators.ts'
import { isFloating, type Scheme } from '../../structure/schemes.ts'
import { formatChineseNumber } from '../../text/numerals.ts'
import { sectionsOf, type TextLine, textLines } from '../lines.ts'
import type { Rule, RuleContext } from '../types.ts'

const CANDIDATE = /第?[一二三四五六七八九十]{1,3}(?:是|要|抓|[，,、])|首先|其次|再次/g
/** A point opens a line, or stands behind a stop or comma. */
const OPENS = /(?:^|[。；;：:！!？?”"）)，,\s])$/
/** 一要 … 另一要: what reads like a point and is none. */
const NONE = /^(?:一是一|一要素|一抓到底|一要求|一是否)/

interface Point {
  scheme: Scheme
  value: number
  marker: string
  start: number
  end: number
  lineStart: boolean
  line: number
}

export const ordinalChain: Rule = {
  id: 'ordinal-chain',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '“一是……二是……”“一要……二要……”“第一，……第二，……”“首先……其次……再次……”缺号、重号、错序。',
      why: '段内序数不连续，读者会以为漏了一点。每段可以重新从“一是”开始，“一是”之内可以再分“一是”。',
    },
    en: {
      what: 'Points of a paragraph (一是 … 二是, 第一 … 第二, 首先 … 其次 … 再次) miss one, repeat one, or are out of order.',
      why: 'A reader will think that a point was lost. Each paragraph may begin anew, and a point may hold a list of its own.',
    },
  },
  examples: {
    good: [
      { text: '会议要求：一是抓生产。二是抓销售。三是抓运输。\n会议强调：一是抓落实。二是抓督查。\n' },
      { text: '我省粮食产量居全国第一，蔬菜产量居全国第三。建设全国统一要素市场。\n' },
      { text: '一是抓生产。\n二是抓销售。\n三是抓运输。\n' },
    ],
    bad: [
      { text: '会议要求：一是抓生产。三是抓运输。四是抓安全。\n' },
      { text: '会议要求：一是抓生产。二是抓销售。二是抓运输。四是抓安全。\n' },
      { text: '首先，抓生产。再次，抓运输。最后，抓安全。\n' },
    ],
  },
  check(context) {
    const headings = new Set(
      sectionsOf(context.tree)
        .filter(({ section }) => !section.inline && !isFloating(section.enumerator.scheme))
        .map(({ section }) => section.enumerator.start),
    )
    const chains = new Chains(context)
    for (const line of textLines(context)) {
      if (line.row) {
        chains.endParagraph(true)
        for (const cell of cellsOf(line)) {
          for (const point of pointsOf(cell)) chains.add(point)
          chains.endParagraph(true)
        }
        continue
      }
      const points = pointsOf(line)
      const indent = /^\s*/.exec(line.text)?.[0].length ?? 0
      const continues = points[0]?.lineStart === true && !headings.has(line.start + indent)
      chains.endParagraph(!continues)
      for (const point of points) chains.add(point)
    }
    chains.endParagraph(true)
  },
}

/** Cells of a table are texts of their own. */
function* cellsOf(line: TextLine): Generator<TextLine> {
  let from = 0
  for (const text of line.text.split('\t')) {
    yield { ...line, text, start: line.start + from, end: line.start + from + text.length }
    from += text.length + 1
  }
}

function pointsOf(line: TextLine): Point[] {
  const points: Point[] = []
  for (const match of line.text.matchAll(CANDIDATE)) {
    const before = line.text.slice(0, match.index)
    if (!OPENS.test(before) || NONE.test(line.text.slice(match.index))) continue
    const read = readEnumerator(line.text, match.index, false)
    if (!read || read.ordinal === null || !isFloating(read.scheme)) continue
    // 首先 and 再次 are adverbs as often as not: only with a comma
    if (read.scheme === 'sequence' && !/[，,、：:]$/.test(read.marker)) continue
    // …，第一，… continues a sentence
    if (read.scheme === 'ordinal' && /[，,]$/.test(before)) continue
    points.push({
      scheme: read.scheme,
      value: read.ordinal,
      marker: read.marker.replace(/[，,、：:]$/, ''),
      start: line.start + match.index,
      end: line.start + match.index + read.marker.replace(/[，,、：:]$/, '').length,
      lineStart: before.trim() === '',
      line: line.index,
    })
  }
  return points
}

/** Follows the lists of points that are open; a list may stand in a point of another. */
class Chains {
  /** Points of the stretch that belongs together: a paragraph, or lines that each open with a point. */
  private points: Point[] = []

  constructor(private readonly context: RuleContext) {}

  add(point: Point): void {
    this.points.push(point)
  }

  /** @param closes nothing goes on behind the paragraph */
  endParagraph(closes: boolean): void {
    if (!closes) return
    const schemes = new Set(this.points.map(({ scheme }) => scheme))
    for (const scheme of schemes) this.read(this.points.filter((point) => point.scheme === scheme))
    this.points = []
  }

  private read(points: readonly Point[]): void {
    // lists in the lines of a list belong to their line
    const open: Point[] = []
    for (let i = 0; i < points.length; i++) {
      const point = points[i]
      const next = points[i + 1]
      const last = open.at(-1)
      if (!point) continue
      if (!last && point.value === 2 && next?.value === 1 && points[i + 2]?.value === 3) {
        // 二是 … 一是 … 三是: the first two are swapped
        this.tell(point, 1, null)
        open.push(point)
        i++
        continue
      }
      if (!last) {
        this.start(point, next)
        open.push(point)
        continue
      }
      if (point.value === 1) {
        if (last.value === 1 && next?.value === 3) {
          this.tell(point, 2, last)
          open[open.length - 1] = { ...point, value: 2 }
        } else open.push(point)
        continue
      }
      const follows = open.findLastIndex((one) => one.value === point.value - 1)
      if (follows >= 0) {
        open.length = follows
        open.push(point)
        continue
      }
      const expected = last.value + 1
      const swapped = next?.value === expected && point.value === expected + 1
      this.tell(point, expected, last)
      open.pop()
      if (swapped && next) {
        // the next one is the other half of the same fault
        open.push(point)
        i++
        continue
      }
      const wrong = next?.value === expected + 1 || point.value <= last.value
      open.push(
        wrong
          ? { ...point, value: point.value === last.value && next?.value !== expected + 1 ? point.value : expected }
          : point,
      )
    }
  }

  /** A list that does not begin with 一是: its beginning stands in another paragraph, or is lost. */
  private start(point: Point, next: Point | undefined): void {
    if (point.value === 1 || point.value > 3) return
    // a lone 二是 may go on from far above; two of them are a list
    if (next?.value !== point.value + 1 || point.scheme === 'sequence' || point.scheme === 'ordinal') return
    this.tell(point, 1, null)
  }

  private tell(point: Point, expected: number, last: Point | null): void {
    if (point.scheme === 'sequence' && (point.value > 3 || expected > 3)) return
    const wanted =
      point.scheme === 'sequence'
        ? (['首先', '其次', '再次'][expected - 1] ?? '')
        : point.marker.replace(/[一二三四五六七八九十]+/, formatChineseNumber(expected))
    this.context.report({
      start: point.start,
      end: point.end,
      message: last
        ? { zh: `“${last.marker}”之后是“${point.marker}”`, en: `“${last.marker}” is followed by “${point.marker}”` }
        : {
            zh: `没有“${wanted}”，从“${point.marker}”开始`,
            en: `No “${wanted}”: the list begins with “${point.marker}”`,
          },
      expected: wanted,
      ...(last
        ? { related: [{ start: last.start, end: last.end, message: { zh: '前一点', en: 'point before it' } }] }
        : {}),
    })
  }
}
