import type { DeadlineMention, TargetMention } from '../model/mention.ts'
import { type DeadlineContext, recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { type Convention, type DepartmentContext, recogniseConventions } from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import type { Lexicons } from './lexicons.ts'

/** The recognisers as one document is read with them: with the user's words, and the conventions that it states itself. */
export class Reading {
  readonly departments: DepartmentContext
  readonly conventions: readonly Convention[]

  constructor(
    /** The clean view. */
    readonly text: string,
    readonly lexicons: Lexicons,
  ) {
    const { departments: lexicon, leadRule } = lexicons
    this.conventions = recogniseConventions(text, { lexicon })
    const rule = leadRule ?? this.conventions.find((c) => c.kind === 'lead-rule')?.leadRule
    this.departments = { lexicon, ...(rule ? { leadRule: rule } : {}) }
  }

  deadlines(text: string, context: DeadlineContext): DeadlineMention[] {
    return recogniseDeadlineMentions(text, context, this.lexicons.deadlines)
  }

  targets(text: string): TargetMention[] {
    return recogniseTargetMentions(text, this.lexicons.targets)
  }
}
