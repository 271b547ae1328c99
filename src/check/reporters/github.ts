import type { Severity } from '../types.ts'
import type { Reporter } from './report.ts'
import { sentenceOf } from './words.ts'

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands that GitHub shows beside the changed lines. */
export const reportGithub: Reporter = (files, { language }) =>
  files
    .flatMap(({ path, findings }) =>
      findings.map((finding) => {
        const { start, end } = finding.position
        // GitHub takes columns only where the annotation stays on one line
        const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {}
        const properties = Object.entries({
          file: path,
          line: start.line,
          endLine: end.line,
          ...columns,
          title: finding.ruleId,
        })
          .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
          .join(',')
        return `::${COMMAND[finding.severity]} ${properties}::${escapeData(sentenceOf(finding, language))}\n`
      }),
    )
    .join('')

/** As the runner unescapes it: github.com/actions/toolkit, packages/core/src/command.ts. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
