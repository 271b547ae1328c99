const MONTH = /^\s*(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?[：:]/

/** Lines that open with a month (三月：, 4月份：期中检测), by their places; one such line alone is no calendar. */
export function findMonthLines(lines: readonly { text: string; plain: boolean }[]): ReadonlySet<number> {
  const found = lines.flatMap(({ text, plain }, i) => (plain && MONTH.test(text) ? [i] : []))
  return new Set(found.length > 1 ? found : [])
}
