import type { FileFindings, Finding } from './types.ts'

/** A finding that is known, by what stands at its place: lines may be put in above it. */
export interface KnownFinding {
  rule: string
  text: string
  count: number
}

/** What a baseline file holds: known findings by path. */
export interface Baseline {
  schema: 'taizhang-baseline/1'
  files: Record<string, KnownFinding[]>
}

/** So much of the text on both sides of a place tells it from others like it. */
const AROUND = 12

/** What stands at the place of a finding, with a little of what is beside it on its lines. */
function placeOf({ position }: Finding, text: string): string {
  const { start, end } = position
  const left = text.slice(Math.max(start.offset - start.column + 1, start.offset - AROUND), start.offset)
  const right = /^[^\r\n]*/.exec(text.slice(end.offset, end.offset + AROUND))?.[0] ?? ''
  return (left + text.slice(start.offset, end.offset) + right).replace(/\s+/g, '')
}

/** The findings as a baseline, in a stable order. */
export function makeBaseline(files: readonly FileFindings[], nameOf: (path: string) => string): Baseline {
  const entries: Record<string, KnownFinding[]> = {}
  for (const { path, text, findings } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const known = new Map<string, KnownFinding>()
    for (const finding of findings) {
      const place = placeOf(finding, text)
      const key = `${finding.ruleId}\u0000${place}`
      const entry = known.get(key) ?? { rule: finding.ruleId, text: place, count: 0 }
      entry.count++
      known.set(key, entry)
    }
    if (known.size > 0) entries[nameOf(path)] = [...known.values()]
  }
  return { schema: 'taizhang-baseline/1', files: entries }
}

/** Takes out what is known, each entry as often as it was counted. */
export function withoutKnown(
  files: readonly FileFindings[],
  baseline: Baseline,
  nameOf: (path: string) => string,
): { files: FileFindings[]; held: number } {
  let held = 0
  const left = files.map((file) => {
    const counts = new Map(
      (baseline.files[nameOf(file.path)] ?? []).map(({ rule, text, count }) => [`${rule}\u0000${text}`, count]),
    )
    const findings = file.findings.filter((finding) => {
      const key = `${finding.ruleId}\u0000${placeOf(finding, file.text)}`
      const count = counts.get(key) ?? 0
      if (count === 0) return true
      counts.set(key, count - 1)
      held++
      return false
    })
    return { ...file, findings }
  })
  return { files: left, held }
}

/** Reads a baseline file; null when it is none. */
export function readBaseline(text: string): Baseline | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value) || value.schema !== 'taizhang-baseline/1' || !isRecord(value.files)) return null
  const files: Record<string, KnownFinding[]> = {}
  for (const [path, entries] of Object.entries(value.files)) {
    if (!Array.isArray(entries)) return null
    files[path] = entries.flatMap((entry: unknown) =>
      isRecord(entry) &&
      typeof entry.rule === 'string' &&
      typeof entry.text === 'string' &&
      typeof entry.count === 'number'
        ? [{ rule: entry.rule, text: entry.text, count: entry.count }]
        : [],
    )
  }
  return { schema: 'taizhang-baseline/1', files }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
