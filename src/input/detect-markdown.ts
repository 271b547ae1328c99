const ATX_HEADING = /^(#{1,6}) +\S/gm
/** "# Page 1739:" is what a PDF reader leaves between pages. */
const PAGE_MARKER = /^#{1,6} +page(?![a-z])/i
const TABLE_RULE = /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m

/** A whole line in bold that opens with a number: **一、总体要求**, **（一）加强领导**. */
const BOLD_HEADING =
  /^[ \t]*\*\*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[章部]|\d{1,2}[.．、])[^*\n]{2,60}\*\*[ \t]*$/gm
/** Stars that stand for what was made unreadable: 12345***, *县, **同志. In Markdown they would be emphasis. */
const MASK = /\*{3,}(?!\s*$)|\*[省市县区乡镇村局年月日号]|[\u4e00-\u9fff]\*{1,2}同志/m
const FEW = 2

/**
 * Whether a text without the extension is Markdown all the same: a table with its rule, headings of two depths, or at least
 * two headings or numbered lines in bold, as people copy them out of chat windows, where no stars stand for something else.
 */
export const looksLikeMarkdown = (text: string): boolean => {
  if (!/[#|]|\*\*/.test(text)) return false
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const depths: number[] = []
  for (const match of unified.matchAll(ATX_HEADING)) {
    if (!PAGE_MARKER.test(unified.slice(match.index, match.index + 20))) depths.push((match[1] ?? '').length)
  }
  if (depths.length >= 3 && new Set(depths).size >= 2) return true
  const marked = depths.length + [...unified.matchAll(BOLD_HEADING)].length
  if (marked >= FEW && !MASK.test(unified)) return true
  const rule = TABLE_RULE.exec(unified)
  if (rule === null) return false
  const before = unified.slice(0, rule.index).trimEnd().split('\n').at(-1) ?? ''
  return before.includes('|')
}
