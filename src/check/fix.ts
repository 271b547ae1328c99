import type { Finding, Fix } from './types.ts'

/** Applies the mends of findings; of two that overlap the first one counts. */
export function applyFixes(text: string, findings: readonly Finding[]): { text: string; count: number } {
  const edits = findings.flatMap(({ fix }) => fix ?? []).sort((a, b) => a.start - b.start || a.end - b.end)
  const kept: Fix[] = []
  for (const edit of edits) {
    const last = kept.at(-1)
    if (last && edit.start < Math.max(last.end, last.start + 1)) continue
    kept.push(edit)
  }
  let mended = ''
  let from = 0
  for (const { start, end, text: replacement } of kept) {
    mended += text.slice(from, start) + replacement
    from = end
  }
  return { text: mended + text.slice(from), count: kept.length }
}

const CONTEXT = 2

/** A unified diff of two texts whose lines correspond: mends change nothing but characters within lines. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const old = before.split('\n')
  const now = after.split('\n')
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]))
  const lines = [`--- a/${path}`, `+++ b/${path}`]
  for (let i = 0; i < changed.length; ) {
    const first = changed[i] ?? 0
    let last = first
    while (i < changed.length && (changed[i] ?? 0) - last <= 2 * CONTEXT + 1) last = changed[i++] ?? last
    const from = Math.max(0, first - CONTEXT)
    // the empty piece behind the last line end is no line
    const to = Math.min(old.length - (old.at(-1) === '' ? 2 : 1), last + CONTEXT)
    const size = to - from + 1
    lines.push(`@@ -${from + 1},${size} +${from + 1},${size} @@`)
    let removed: string[] = []
    let added: string[] = []
    const flush = (): void => {
      lines.push(...removed, ...added)
      removed = []
      added = []
    }
    for (let at = from; at <= to; at++) {
      if (old[at] === now[at]) {
        flush()
        lines.push(` ${old[at] ?? ''}`)
      } else {
        removed.push(`-${old[at] ?? ''}`)
        added.push(`+${now[at] ?? ''}`)
      }
      if (at === old.length - 1 && old.at(-1) !== '') {
        flush()
        lines.push('\\ No newline at end of file')
      }
    }
    flush()
  }
  return `${lines.join('\n')}\n`
}
