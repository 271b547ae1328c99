import type { FileFindings } from '../types.ts'
import type { Reporter } from './report.ts'
import { sentenceOf, words } from './words.ts'
import { attributes, escapeXml } from './xml.ts'

/** JUnit XML, which GitLab shows: a suite for each file, a failed case for each finding. */
export const reportJunit: Reporter = (files, { language }) => {
  const suite = ({ path, findings }: FileFindings): string[] => {
    const tests = Math.max(1, findings.length)
    const lines = [
      `  <testsuite${attributes({ name: path, tests, failures: findings.length, errors: 0, skipped: 0 })}>`,
    ]
    if (findings.length === 0) lines.push(`    <testcase${attributes({ classname: path, name: 'taizhang check' })}/>`)
    for (const finding of findings) {
      const { line, column } = finding.position.start
      const sentence = sentenceOf(finding, language)
      const kind = words[language].severity[finding.severity]
      lines.push(
        `    <testcase${attributes({ classname: path, name: `${finding.ruleId} (${line}:${column})` })}>`,
        `      <failure${attributes({ message: sentence, type: finding.severity })}>${escapeXml(`${path}:${line}:${column} ${kind} ${sentence}`)}</failure>`,
        '    </testcase>',
      )
    }
    return [...lines, '  </testsuite>']
  }
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0)
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0)
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'taizhang check', tests, failures: total, errors: 0 })}>`,
    ...files.flatMap(suite),
    '</testsuites>',
  ].join('\n')}\n`
}
