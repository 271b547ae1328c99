import type { Position, Range } from '../model/position.ts'
import type { Register, RegisterDocument } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { DepartmentLexicon } from '../recognise/department/index.ts'
import type { Language } from '../register/language.ts'
import type { Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'

export type Severity = 'error' | 'warning' | 'info'
/** What a rule can be set to. */
export type Level = Severity | 'off'
/** What is expected of a document: a speech names neither owners nor deadlines, a plan does. */
export type Profile = 'speech' | 'plan'

/** A sentence in every language that the program speaks. */
export type Sentence = Readonly<Record<Language, string>>

/** A text that the examples of a rule show; `options` are those it is checked with. */
export interface Example {
  text: string
  options?: { profile?: Profile; today?: string; departments?: readonly string[]; markdown?: boolean }
}

/** A rule: one file each, the file's name is its id. */
export interface Rule {
  readonly id: string
  /** Level without configuration. */
  readonly level: Readonly<Record<Profile, Level>>
  /** Its findings can be mended by `--fix`. */
  readonly fixable?: boolean
  readonly docs: Readonly<Record<Language, { what: string; why: string }>>
  /** Run as tests: the good ones give no finding of this rule, each bad one gives at least one. */
  readonly examples: { good: readonly Example[]; bad: readonly Example[] }
  check(context: RuleContext): void
}

/** What a rule says of a place. Offsets are those of the view unless `original` is set. */
export interface Report extends Range {
  message: Sentence
  /** What should stand there. */
  expected?: string
  /** Why, or how to mend it. */
  note?: Sentence
  related?: readonly (Range & { message: Sentence })[]
  /** Edits of the original text that mend it. */
  fix?: readonly Fix[]
  /** start and end count in the original text. */
  original?: boolean
}

/** A mend that changes nothing but typography; offsets are those of the original text. */
export interface Fix extends Range {
  text: string
}

/** What a rule works with. */
export interface RuleContext {
  readonly source: Source
  readonly view: View
  readonly tree: Root
  readonly document: RegisterDocument
  readonly profile: Profile
  /** Day from which `deadline-past` counts, if the user gave one. */
  readonly today: string | null
  /** The user set a level for the rule that runs: it need not look for a custom of the document first. */
  readonly asked: boolean
  /** The bodies that the user's dictionary knows, null without one. */
  readonly dictionary: Dictionary | null
  /** Tasks of the document. Extracting them is most of the work: only rules that need them ask. */
  register(): Register
  report(report: Report): void
}

export interface Dictionary {
  readonly names: readonly string[]
  readonly lexicon: DepartmentLexicon
}

/** A finding, placed in the original text. */
export interface Finding {
  ruleId: string
  severity: Severity
  message: string
  position: Position
  expected?: string
  note?: string
  related?: { message: string; position: Position }[]
  fix?: readonly Fix[]
}

/** What was found in one file. */
export interface FileFindings {
  path: string
  /** The original text, for reporters that show it. */
  text: string
  findings: Finding[]
}
