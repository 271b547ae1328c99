import type { Position } from '../../model/position.ts'
import { rules } from '../rules/index.ts'
import type { FileFindings, Finding, Level, Severity } from '../types.ts'
import type { Reporter } from './report.ts'
import { sentenceOf } from './words.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json'
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const levelOf = (level: Level): string => (level === 'off' ? 'none' : LEVEL[level])

/** SARIF 2.1.0. Columns count UTF-16 code units, which is said in it. */
export const reportSarif: Reporter = (files, { language, version }) => {
  const used = rules.map(({ id, level, docs }) => ({
    id,
    shortDescription: { text: docs[language].what },
    fullDescription: { text: docs[language].why },
    help: { text: `${docs[language].what}\n${docs[language].why}` },
    defaultConfiguration: { level: levelOf(level.plan), enabled: level.plan !== 'off' },
  }))
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'taizhang', version, semanticVersion: version, rules: used } },
        columnKind: 'utf16CodeUnits',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: files.flatMap((file, index) =>
          file.findings.map((finding) => resultOf(finding, file, index, language)),
        ),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(finding: Finding, { path, text }: FileFindings, index: number, language: 'zh' | 'en') {
  const { ruleId, severity, position, related, fix } = finding
  const artifactLocation = { uri: uriOf(path), index }
  const lineStart = position.start.offset - position.start.column + 1
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: LEVEL[severity],
    message: { text: sentenceOf(finding, language) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(position) } }],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: one.message },
            physicalLocation: { artifactLocation, region: regionOf(one.position) },
          })),
        }),
    // the words of the line, not its number: a finding stays the same when lines are put in above it
    partialFingerprints: { 'taizhang/v1': fingerprint(ruleId, text.slice(lineStart, position.end.offset)) },
    ...(fix === undefined || fix.length === 0
      ? {}
      : {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.map((edit) => ({
                    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }),
  }
}

const regionOf = ({ start, end }: Position) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})

/** A relative reference with every character that a URI cannot hold escaped. */
const uriOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .map((part, i) => (i === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part)))
    .join('/')
    .replace(/^(?=[A-Za-z]:\/)/, 'file:///')

/** FNV-1a, 64 bits in two halves: no security, only sameness. */
function fingerprint(...parts: readonly string[]): string {
  let low = 0x811c9dc5
  let high = 0xcbf29ce4
  for (const char of parts.join('\u0000')) {
    const code = char.codePointAt(0) ?? 0
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + 0x9e37), 0x01000193)
  }
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
  return hex(high) + hex(low)
}
