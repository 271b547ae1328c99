interface Candidate {
  line: number
  value: number
  /** Where the text starts behind the number. */
  textAt: number
  /** . and 、 number different lists. */
  mark: '.' | '、'
  /** A digit stands behind it: it may be the first half of a decimal. */
  digit: boolean
  /** It can't be that. */
  certain: boolean
  /** The number may be a figure that a broken sentence goes on with. */
  figure: boolean
}

const NUMBER = /^[\s\u3000]*(\d{1,3})\s?([.．、])/
/** 1.2025年底前, 2.6月底前: a point that opens with a date. 3、4月 may be two months. */
const DATED = /^\s?(?:19|20)\d\d年/
const DATED_BY_MONTH = /^\s?(?:1[0-2]|[1-9])月(?![、，,])/
/** 1、5G基站, 2、3.0版本, 4、12345热线: no list of numbers goes on so. */
const NAMED_BY_NUMBER = /^\d+[A-Za-z]|^\d+\.\d+[\u4e00-\u9fff]|^\d{3,}[\u4e00-\u9fff]/
/** 5.7%, 3.2万亩: a figure, unless a sentence has ended before it. */
const FIGURE = /^\d+(?:\.\d+)?\s?(?:[%％]|个百分点|倍|[万亿]|元|公里|千米|平方|米|吨|亩|度|级)/
const ENDED = /[。！？；;][”’」』》）)]*\s*$/

/**
 * Lines that open a point although a digit stands behind their number (5.7日内答复, 4.12345热线, 7.18个小区): told by the
 * numbers before and behind them, 4. and 6. for 5.
 *
 * @param lines text of the lines in order; blank ones may stand among them
 * @returns index of such a line → where its text starts behind the number
 */
export function rowNumbers(lines: readonly string[]): Map<number, number> {
  const candidates: Candidate[] = []
  let previous = ''
  for (const [line, text] of lines.entries()) {
    const match = NUMBER.exec(text)
    if (match?.[1] !== undefined) {
      const rest = text.slice(match[0].length)
      const mark = match[2] === '、' ? '、' : '.'
      const digit = /^[\d%％]/.test(rest)
      const figure = FIGURE.test(rest) && previous !== '' && !ENDED.test(previous)
      candidates.push({
        line,
        value: Number(match[1]),
        textAt: match[0].length,
        mark,
        digit,
        certain:
          !digit ||
          DATED.test(rest) ||
          (mark === '.' ? DATED_BY_MONTH.test(rest) : NAMED_BY_NUMBER.test(rest) && !figure),
        figure,
      })
    }
    if (text.trim() !== '') previous = text
  }
  const found = new Map<number, number>()
  let before: Candidate | null = null
  for (const [i, candidate] of candidates.entries()) {
    const next = candidates[i + 1]
    const follows = before?.mark === candidate.mark && before.value === candidate.value - 1
    const precedes = next?.certain === true && next.mark === candidate.mark && next.value === candidate.value + 1
    // 4.… 5.7% 5.…: the point itself comes later; 1.1 1.2 are pairs
    const repeated = [candidates[i - 1], next].some(
      (other) => other?.mark === candidate.mark && other.value === candidate.value,
    )
    if (!candidate.certain && (repeated || candidate.figure || !(follows || precedes))) continue
    before = candidate
    if (candidate.digit) found.set(candidate.line, candidate.textAt)
  }
  return found
}
