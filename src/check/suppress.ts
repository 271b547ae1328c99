import type { LineIndex } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import type { Language } from '../register/language.ts'
import { isRuleId } from './rules/index.ts'
import type { Finding, Level, Sentence } from './types.ts'

/** `<!-- taizhang-disable rule -->` and its like in a Markdown file. */
export interface Suppression {
  kind: 'disable' | 'enable' | 'disable-next-line'
  /** Empty: all rules. */
  rules: { id: string; start: number; end: number }[]
  /** Offsets of the whole comment in the original text. */
  start: number
  end: number
}

/** An entry of the configuration that holds findings back in some files. */
export interface IgnoreEntry {
  rule: string
  /** Only findings whose marked line contains this. */
  text?: string
  /** Set when it held something back. */
  used?: boolean
}

const COMMENT = /<!--\s*taizhang-(disable-next-line|disable|enable)\b([^>]*?)-->/g

/** The suppressions that a Markdown text carries; comments inside code are examples, not orders. */
export function readSuppressions({ format, text, hints }: Source): Suppression[] {
  if (format !== 'markdown') return []
  const code = hints.filter((hint) => hint.kind === 'code')
  const found: Suppression[] = []
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index
    if (code.some((block) => block.start <= start && start < block.end)) continue
    const [whole, kind, list = ''] = match
    if (kind !== 'disable' && kind !== 'enable' && kind !== 'disable-next-line') continue
    // behind -- stands why
    const names = list.split(/\s--\s|\s——?\s/)[0] ?? ''
    const from = start + whole.indexOf(list, whole.indexOf(kind))
    const ids = [...names.matchAll(/[^\s,，、]+/g)].map((name) => ({
      id: name[0],
      start: from + name.index,
      end: from + name.index + name[0].length,
    }))
    found.push({ kind, rules: ids, start, end: start + whole.length })
  }
  return found
}

interface Options {
  suppressions: readonly Suppression[]
  ignore: readonly IgnoreEntry[]
  level: Level
  isOn(id: string): boolean
  language: Language
  index: LineIndex
  text: string
}

/** One rule of one comment with the stretch that it holds for. */
interface Span {
  /** Undefined: every rule. */
  id: string | undefined
  from: number
  to: number
  place: { start: number; end: number }
  used: boolean
}

/** Takes out what is suppressed, and adds what is wrong with the suppressions themselves. */
export function applySuppressions(findings: readonly Finding[], options: Options): Finding[] {
  const { language, index } = options
  const problems: Finding[] = []
  const tell = (place: { start: number; end: number }, message: Sentence): void => {
    if (options.level === 'off') return
    problems.push({
      ruleId: 'suppression',
      severity: options.level,
      message: message[language],
      position: index.position(place.start, place.end),
    })
  }
  const spans = spansOf(options, tell)
  const kept = findings.filter((finding) => {
    const { line, offset } = finding.position.start
    const span = spans.findLast(
      ({ id, from, to }) => (id === undefined || id === finding.ruleId) && from <= offset && offset < to,
    )
    if (span) {
      span.used = true
      return false
    }
    const lineText = options.text.slice(index.lineStart(line), index.lineStart(line + 1))
    const entry = options.ignore.find(
      ({ rule, text }) => rule === finding.ruleId && (text === undefined || lineText.includes(text)),
    )
    if (!entry) return true
    entry.used = true
    return false
  })
  for (const { id, place, used } of spans) {
    if (used || (id !== undefined && !options.isOn(id))) continue
    tell(place, {
      zh: id === undefined ? '这条屏蔽没有用处：它的范围内没有问题' : `没有用处的屏蔽：范围内没有 ${id} 的问题`,
      en:
        id === undefined
          ? 'Unused suppression: nothing to hold back here'
          : `Unused suppression: no finding of ${id} here`,
    })
  }
  return [...kept, ...problems]
}

function spansOf(
  { suppressions, index, text }: Options,
  tell: (place: { start: number; end: number }, message: Sentence) => void,
): Span[] {
  const spans: Span[] = []
  for (const { kind, rules, start, end } of suppressions) {
    const known = rules.filter(({ id, ...place }) => {
      if (isRuleId(id)) return true
      tell(place, { zh: `屏蔽中的规则“${id}”不存在`, en: `Unknown rule “${id}” in a suppression` })
      return false
    })
    const targets = rules.length === 0 ? [undefined] : known
    for (const target of targets) {
      const id = target?.id
      const place = target ?? { start, end }
      if (kind === 'enable') {
        for (const span of spans) {
          if ((id === undefined || span.id === id) && span.to === Number.POSITIVE_INFINITY) span.to = start
        }
        continue
      }
      const { line } = index.point(end)
      const next = nextFilledLine(text, index, line)
      const range =
        kind === 'disable'
          ? { from: end, to: Number.POSITIVE_INFINITY }
          : { from: index.lineStart(next), to: next >= index.lineCount ? text.length + 1 : index.lineStart(next + 1) }
      spans.push({ id, ...range, place: { start: place.start, end: place.end }, used: false })
    }
  }
  return spans
}

/** Markdown wants an empty line behind a comment: the next line is the next with text. */
function nextFilledLine(text: string, index: LineIndex, line: number): number {
  let next = line + 1
  while (next < index.lineCount && text.slice(index.lineStart(next), index.lineStart(next + 1)).trim() === '') next++
  return next
}
