import type { Coverage } from '../explain/coverage.ts'
import type { Context } from './context.ts'
import { nameOf } from './load.ts'
import { explainWords } from './messages/explain.ts'

/** At most so many line numbers are listed for one reason. */
const MOST_LINES = 12

/** The coverage of one document as people read it: shares, reasons with their lines, and what no rule knew. */
export function coverageReport(coverage: Coverage, { language, messages }: Context): string {
  const words = explainWords(language)
  const share = (n: number): string => `${((100 * n) / Math.max(1, coverage.total)).toFixed(1).padStart(5)}%`
  const reason = (key: string): string => words.classes[key] ?? key
  const lines = [words.coverage.title(nameOf(coverage.path, messages.notice.standardInput))]
  lines.push(`  ${share(coverage.tasks)}  ${words.coverage.tasks}`)
  for (const left of coverage.left) {
    lines.push(
      `  ${share(left.characters)}  ${words.coverage.left(reason(left.reason))}  ${words.coverage.lines(ranges(left.lines))}`,
    )
  }
  lines.push(`  ${share(coverage.structure)}  ${words.coverage.structure}`)
  lines.push(`  ${share(coverage.furniture)}  ${words.coverage.furniture}`)
  lines.push(
    coverage.unmatched.length === 0 ? words.coverage.none : words.coverage.unmatched(coverage.unmatched.length),
  )
  for (const { line, text } of coverage.unmatched) lines.push(`  ${line}: ${text.replace(/\s+/g, ' ')}`)
  return `${lines.join('\n')}\n`
}

/** 3, 4, 5, 9 as 3-5, 9. */
function ranges(lines: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < lines.length; ) {
    let j = i
    while (lines[j + 1] === (lines[j] ?? 0) + 1) j++
    parts.push(i === j ? String(lines[i]) : `${lines[i]}-${lines[j]}`)
    i = j + 1
  }
  return parts.length <= MOST_LINES ? parts.join(', ') : `${parts.slice(0, MOST_LINES).join(', ')} …`
}
