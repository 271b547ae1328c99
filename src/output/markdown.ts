import type { Register } from '../model/register.ts'
import { xmlText } from './cell-text.ts'
import { type Column, chooseColumns, rowsOf } from './columns.ts'
import type { RenderOptions } from './options.ts'
import { headingOf, sectionRuns, withoutSection } from './sections.ts'

/** A table for notes, wikis and review pages. With section rows each section is a heading and a table of its own. */
export function writeMarkdown(register: Register, options: RenderOptions = {}): string {
  const language = options.language ?? 'zh'
  const chosen = chooseColumns(options.columns)
  if (!options.sectionRows) return table(chosen, rowsOf(register, chosen, language), language)
  const columns = withoutSection(chosen)
  const rows = rowsOf(register, columns, language)
  let next = 0
  return sectionRuns(register.tasks)
    .map((run) => {
      const own = rows.slice(next, next + run.tasks.length)
      next += run.tasks.length
      const heading = headingOf(run, register)
      return `${heading === '' ? '' : `## ${escaped(heading)}\n\n`}${table(columns, own, language)}`
    })
    .join('\n')
}

function table(columns: readonly Column[], rows: readonly string[][], language: 'zh' | 'en'): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [
    line(columns.map((column) => column[language])),
    line(columns.map(({ type }) => (type === 'number' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(escaped))),
  ].join('')
}

/** A text that Markdown, GitHub's included, shows as it is, on one line. */
function escaped(text: string): string {
  return xmlText(text)
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^[^\S\n]+|[^\S\n]+$/g, '')
    .replace(/\n+/g, '<br>')
    .replace(/https?:\/\/|www\./gi, (start) => start.replace(/[:.]/, '\\$&'))
    .replace(/@/g, '\\@')
}
