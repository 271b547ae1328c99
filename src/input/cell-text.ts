/** Longest line that is still one of several that make a column head (完成⏎时限). */
const SHORT = 5
const ENDS = /[，、；。：！？,;:!?（(“《]$/
const STARTS = /^[，、；。：！？,;:!?）)”》]/

/**
 * Lines of a cell as one: 市财政局⏎市住建局 are two entries, 完成⏎时限 is one word. Between entries that have no
 * punctuation of their own a semicolon is put, so that they stay apart when spaces are dropped.
 */
export const joinCellLines = (lines: readonly string[], width = Number.POSITIVE_INFINITY): string => {
  const filled = lines.map((line) => line.replace(/[\t\u00a0 ]+/g, ' ').trim()).filter((line) => line !== '')
  if (filled.length < 2) return filled[0] ?? ''
  const head = filled.every((line) => line.length <= Math.min(SHORT, width)) && !filled.some(isEntry)
  let text = ''
  for (const line of filled) {
    if (text === '' || head || ENDS.test(text) || STARTS.test(line)) text += line
    else text += `；${line}`
  }
  return text
}

/** 市财政局, 各县区, 2.5: names and numbers stand for themselves however short they are. */
const isEntry = (line: string): boolean =>
  /[局委办部厅院校站所队会社行司区县市镇乡街]$/.test(line) || /^[（(]?\d/.test(line)
