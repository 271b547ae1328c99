/**
 * Columns that the register has no field for (销号情况, and whatever columns an office adds) are kept as lines of the
 * remark: `销号情况：已销号`. Further lines of the same value start with a full-width space.
 */

/** Name of the column that every preset with 销号 has, whatever the language: it stands in people's files. */
export const clearedLabel = '销号情况'

const continuation = '\u3000'

/** Takes the value of that name out of a remark. */
export function takeLine(remark: string | undefined, label: string): { value: string; rest: string } {
  if (remark === undefined || !remark.includes(`${label}：`)) return { value: '', rest: remark ?? '' }
  const lines = remark.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`${label}：`))
  if (start < 0) return { value: '', rest: remark }
  let end = start + 1
  while (lines[end]?.startsWith(continuation)) end++
  const [first = '', ...others] = lines.slice(start, end)
  return {
    value: [first.slice(label.length + 1), ...others.map((line) => line.slice(1))].join('\n'),
    rest: [...lines.slice(0, start), ...lines.slice(end)].join('\n'),
  }
}

/** Puts a value under that name into a remark, in the place of the old one; an empty value removes it. */
export function withLine(remark: string | undefined, label: string, value: string): string {
  const { rest } = takeLine(remark, label)
  if (value === '') return rest
  const line = `${label}：${value.replaceAll('\n', `\n${continuation}`)}`
  return rest === '' ? line : `${rest}\n${line}`
}
