import { LineIndex, type Position } from '../model/position.ts'
import type { Register, RegisterDocument } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Language } from '../register/language.ts'
import type { Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { rules } from './rules/index.ts'
import { applySuppressions, type IgnoreEntry, readSuppressions } from './suppress.ts'
import type { Dictionary, Finding, Level, Profile, Report, Rule, RuleContext, Severity } from './types.ts'

/** How a document is to be checked; what is left out has a default. */
export interface CheckSettings {
  profile?: Profile | 'auto'
  /** Levels that the user set, by rule. */
  levels?: Readonly<Record<string, Level>>
  today?: string
  dictionary?: Dictionary
  /** Entries of the configuration that apply to this file; those that held something back are marked. */
  ignore?: readonly IgnoreEntry[]
  language?: Language
}

/** The document as the stages before left it. */
export interface Checked {
  source: Source
  view: View
  tree: Root
  document: RegisterDocument
  register(): Register
}

/** A plan names owners and deadlines; reports and speeches do not, and nothing is asked of what is neither. */
function profileOf({ kind }: RegisterDocument): Profile {
  return kind === 'plan' || kind === 'assignment' || kind === 'rectification' ? 'plan' : 'speech'
}

/** Runs the rules over a document. A tree without positions was made, not read: nothing can be said of its places. */
export function runRules(checked: Checked, settings: CheckSettings = {}, only: readonly Rule[] = rules): Finding[] {
  const { source, view, tree, document } = checked
  const language = settings.language ?? 'zh'
  const profile = settings.profile === undefined || settings.profile === 'auto' ? profileOf(document) : settings.profile
  const index = new LineIndex(source.text)
  const found: Finding[] = []
  const levelOf = (rule: Rule): Level => settings.levels?.[rule.id] ?? rule.level[profile]
  const place = (range: { start: number; end: number }, original: boolean): Position | null => {
    if (!tree.position || !(range.start >= 0) || !(range.end >= range.start)) return null
    const { start, end } = original ? range : view.toOriginal(range.start, range.end)
    return index.position(start, end)
  }
  for (const rule of only) {
    const level = levelOf(rule)
    if (level === 'off') continue
    const add = (severity: Severity) => (report: Report) => {
      const position = place(report, report.original === true)
      if (!position) return
      const related = (report.related ?? []).flatMap(({ message, ...range }) => {
        const at = place(range, false)
        return at ? [{ message: message[language], position: at }] : []
      })
      found.push({
        ruleId: rule.id,
        severity,
        message: report.message[language],
        position,
        ...(report.expected === undefined ? {} : { expected: report.expected }),
        ...(report.note === undefined ? {} : { note: report.note[language] }),
        ...(related.length === 0 ? {} : { related }),
        ...(report.fix === undefined ? {} : { fix: report.fix }),
      })
    }
    const context: RuleContext = {
      source,
      view,
      tree,
      document,
      profile,
      today: settings.today ?? null,
      asked: settings.levels?.[rule.id] !== undefined,
      dictionary: settings.dictionary ?? null,
      register: checked.register,
      report: add(level),
    }
    rule.check(context)
  }
  const unsuppressed = applySuppressions(found, {
    suppressions: tree.position ? readSuppressions(source) : [],
    ignore: settings.ignore ?? [],
    level: settings.levels?.suppression ?? 'warning',
    isOn: (id) => {
      const rule = rules.find((one) => one.id === id)
      return rule !== undefined && levelOf(rule) !== 'off'
    },
    language,
    index,
    text: source.text,
  })
  return sortFindings(unsuppressed)
}

/** In the order of the text, then by rule: the same on every machine. */
function sortFindings(findings: readonly Finding[]): Finding[] {
  const unique = new Map<string, Finding>()
  for (const finding of findings) {
    const { start, end } = finding.position
    const key = `${start.offset}:${end.offset}:${finding.ruleId}:${finding.message}`
    if (!unique.has(key)) unique.set(key, finding)
  }
  return [...unique.values()].sort(
    (a, b) =>
      a.position.start.offset - b.position.start.offset ||
      a.position.end.offset - b.position.end.offset ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0) ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  )
}
