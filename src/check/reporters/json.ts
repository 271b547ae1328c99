import type { Reporter } from './report.ts'

/** The contract of `check --format json`: one entry a file, those without findings included. */
export const reportJson: Reporter = (files) => {
  const entries = files.map(({ path, findings }) => ({
    path,
    messages: findings.map(({ ruleId, severity, message, position: { start, end }, expected, note, related }) => ({
      ruleId,
      severity,
      message,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      offset: start.offset,
      endOffset: end.offset,
      ...(expected === undefined ? {} : { expected }),
      ...(note === undefined ? {} : { note }),
      ...(related === undefined
        ? {}
        : {
            related: related.map((one) => ({
              message: one.message,
              line: one.position.start.line,
              column: one.position.start.column,
            })),
          }),
    })),
  }))
  return `${JSON.stringify(entries, null, 2)}\n`
}
