import type { Reporter } from './report.ts'
import { sentenceOf } from './words.ts'
import { attributes } from './xml.ts'

/** Checkstyle XML, which Jenkins and many others read. */
export const reportCheckstyle: Reporter = (files, { language }) => {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
  for (const { path, findings } of files) {
    lines.push(`  <file${attributes({ name: path })}>`)
    for (const finding of findings) {
      const { line, column } = finding.position.start
      const values = {
        line,
        column,
        severity: finding.severity,
        message: sentenceOf(finding, language),
        source: `taizhang.${finding.ruleId}`,
      }
      lines.push(`    <error${attributes(values)}/>`)
    }
    lines.push('  </file>')
  }
  lines.push('</checkstyle>')
  return `${lines.join('\n')}\n`
}
