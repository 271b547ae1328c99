const ATX_HEADING = /^(#{1,6}) +\S/gm
/** "# Page 1739:" is what a PDF reader leaves between pages. */
const PAGE_MARKER = /^#{1,6} +page(?![a-z])/i
const TABLE_RULE = /^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m

/** Whether a text without the extension is Markdown all the same: headings of two depths, or a table with its rule. */
export const looksLikeMarkdown = (text: string): boolean => {
  if (!text.includes('#') && !text.includes('|')) return false
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const depths = new Set<number>()
  let headings = 0
  for (const match of unified.matchAll(ATX_HEADING)) {
    if (PAGE_MARKER.test(unified.slice(match.index, match.index + 20))) continue
    headings++
    depths.add((match[1] ?? '').length)
    if (headings >= 3 && depths.size >= 2) return true
  }
  const rule = TABLE_RULE.exec(unified)
  if (rule === null) return false
  const before = unified.slice(0, rule.index).trimEnd().split('\n').at(-1) ?? ''
  return before.includes('|')
}
