import type { FileFindings, Finding, Severity } from '../types.ts'
import type { Reporter, ReportOptions } from './report.ts'
import { words } from './words.ts'

/** Columns of text before the place; a line longer than the terminal is shown as a window around it. */
const LEAD = 24
const NARROWEST = 40
const TAB = '  '

/** For people: the place, what is wrong, the piece of the line, and what helps to mend it. */
export const reportPretty: Reporter = (files, options) =>
  files
    .filter(({ findings }) => findings.length > 0)
    .map((file) => file.findings.map((finding) => block(finding, file, options)).join('\n'))
    .join('\n')

function block(finding: Finding, { path, text }: FileFindings, options: ReportOptions): string {
  const { language, paint } = options
  const say = words[language]
  const { start } = finding.position
  const gutter = ' '.repeat(String(start.line).length)
  const colour = COLOURS[finding.severity]
  const lines = [
    `${paint.bold(`${path}:${start.line}:${start.column}`)}  ${paint[colour](say.severity[finding.severity])}  ${finding.message}  ${paint.dim(finding.ruleId)}`,
    ...frame(finding, text, options, gutter),
  ]
  const add = (line: string): void => {
    lines.push(`${gutter} ${paint.dim('=')} ${line}`)
  }
  if (finding.expected !== undefined) add(say.expected(finding.expected))
  if (finding.note !== undefined) add(say.note(finding.note))
  for (const { message, position } of finding.related ?? []) add(say.related(position.start.line, message))
  return `${lines.join('\n')}\n`
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  keyof ReportOptions['paint']
>

/** The line of the place, cut to the width of the terminal, and a mark below the place. */
function frame(
  { position, severity }: Finding,
  text: string,
  { width, widthOf, paint }: ReportOptions,
  gutter: string,
): string[] {
  const { start, end } = position
  const lineStart = start.offset - start.column + 1
  const lineEnd = endOfLine(text, start.offset)
  const room = Math.max(NARROWEST, width - gutter.length - 4)
  const marked = text.slice(start.offset, Math.min(end.offset, lineEnd))
  const line = text.slice(lineStart, lineEnd)
  const whole = widthOf(shown(line)) <= room
  const left = whole ? text.slice(lineStart, start.offset) : tailOf(text.slice(lineStart, start.offset), LEAD, widthOf)
  const opening = lineStart + left.length < start.offset ? '…' : ''
  const rest = room - widthOf(opening + shown(left))
  const right = whole ? text.slice(start.offset, lineEnd) : headOf(text.slice(start.offset, lineEnd), rest - 2, widthOf)
  const closing = start.offset + right.length < lineEnd ? '…' : ''
  const visible = marked.slice(0, right.length)
  const indent = ' '.repeat(widthOf(opening + shown(left)))
  const marks = '^'.repeat(Math.max(1, widthOf(shown(visible))))
  const bar = paint.dim('│')
  return [
    `${paint.dim(String(start.line))} ${bar} ${opening}${shown(left)}${shown(right)}${closing}`,
    `${gutter} ${bar} ${indent}${paint[COLOURS[severity]](marks)}`,
  ]
}

function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from))
  return found ? from + found.index : text.length
}

/** Tabs and what has no shape would put the mark beside its place. */
const shown = (text: string): string =>
  text.replaceAll('\t', TAB).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, '')

/** The end of a text, as many columns of it as fit. */
function tailOf(text: string, columns: number, widthOf: ReportOptions['widthOf']): string {
  const characters = [...text]
  let from = characters.length
  let used = 0
  while (from > 0) {
    used += widthOf(shown(characters[from - 1] ?? ''))
    if (used > columns) break
    from--
  }
  return characters.slice(from).join('')
}

/** The beginning of a text, as many columns of it as fit. */
function headOf(text: string, columns: number, widthOf: ReportOptions['widthOf']): string {
  let used = 0
  let head = ''
  for (const character of text) {
    used += widthOf(shown(character))
    if (used > columns) break
    head += character
  }
  return head
}
