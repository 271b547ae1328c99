import { resolve } from 'node:path'
import type { Command } from 'commander'
import type {
  ExplainedHeading,
  ExplainedLabel,
  ExplainedMention,
  ExplainedUnit,
  Explanation,
  Rejected,
} from '../explain/explain.ts'
import type { Position } from '../model/position.ts'
import { addConfigOptions, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { exists, expandInputs } from './inputs.ts'
import { loadSource, nameOf, warnAll } from './load.ts'
import { type ExplainWords, explainWords } from './messages/explain.ts'
import { ruleName } from './messages/rule-names.ts'

interface ExplainFlags {
  format?: 'text' | 'json'
  encoding?: string
  quiet?: boolean
  config?: string | boolean
}

/** `taizhang explain FILE[:LINE]`: what every sentence was taken for, and why. */
export function addExplain(program: Command, context: Context): void {
  const { help, usage } = context.messages
  const words = explainWords(context.language)
  const command = program
    .command('explain')
    .description(words.description)
    .usage(words.usage)
    .argument(`<${help.file}>`, words.file)
    .option(`-f, --format <${help.value.format}>`, help.outlineFormat, (value: string) => {
      if (value !== 'text' && value !== 'json') throw new UsageError(usage.badFormat(value, 'text、json'))
      return value
    })
    .option(`--encoding <${help.value.name}>`, help.encoding)
    .option('-q, --quiet', help.quiet)
    .action((file: string, flags: ExplainFlags) => explainFile(file, flags, context, words))
  addConfigOptions(command, context)
  addExamples(command, words.examples, context.messages)
}

/** FILE:43 names a line; a path of Windows (C:\讲话.txt) does not. */
function splitLine(argument: string): { path: string; line: string | null } {
  const match = /^(.+[^\\/:]):(\d+)$/.exec(argument)
  return match?.[1] !== undefined && match[2] !== undefined
    ? { path: match[1], line: match[2] }
    : { path: argument, line: null }
}

async function explainFile(
  argument: string,
  flags: ExplainFlags,
  context: Context,
  words: ExplainWords,
): Promise<void> {
  context.output.quiet = flags.quiet === true
  // A file may well be called 通知:3.
  const { path: given, line } = (await exists(resolve(context.io.cwd, argument)))
    ? { path: argument, line: null }
    : splitLine(argument)
  const [path = given] = await expandInputs([given], context.io.cwd)
  try {
    const source = await loadSource(path, flags, context)
    warnAll(path, source.notices, context)
    const [{ extractSource }, { explain }] = await Promise.all([
      import('../pipeline/extract.ts'),
      import('../explain/explain.ts'),
    ])
    const config = await loadConfigFor(flags, [path], context)
    const lexicons = await lexiconsOf(config)
    const year = config?.config.默认?.年份
    const extraction = await extractSource(source, {
      ...(lexicons === undefined ? {} : { lexicons }),
      ...(year === undefined ? {} : { year }),
    })
    const whole = explain(extraction, lexicons)
    const last = source.text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length
    if (line !== null && (Number(line) < 1 || Number(line) > last)) throw new UsageError(words.noSuchLine(line, last))
    const explanation = line === null ? whole : onLine(whole, Number(line))
    if (flags.format === 'json') return await context.output.data(`${JSON.stringify(explanation, null, 2)}\n`)
    await context.output.data(new Page(explanation, context, words).toString())
  } catch (error) {
    context.fail(error, nameOf(path, context.messages.notice.standardInput))
  }
}

const covers = (position: Position, line: number): boolean => position.start.line <= line && position.end.line >= line

/** What stands in one line, with what it takes over from others. */
function onLine(explanation: Explanation, line: number): Explanation {
  const here = ({ position }: { position: Position }): boolean => covers(position, line)
  return {
    ...explanation,
    headings: explanation.headings.filter(here),
    labels: explanation.labels.filter(here),
    units: explanation.units.filter(here).map((unit) => ({
      ...unit,
      sentences: unit.sentences.filter(here),
      mentions: unit.mentions.filter((m) => m.inherited || m.inferred || covers(m.position, line)),
      rejected: unit.rejected.filter(here),
    })),
    furniture: explanation.furniture.filter(here),
  }
}

/** An explanation as people read it, in the order of the text. */
class Page {
  constructor(
    private readonly explanation: Explanation,
    private readonly context: Context,
    private readonly words: ExplainWords,
  ) {}

  toString(): string {
    const { headings, labels, units, furniture } = this.explanation
    const blocks = [
      ...headings.map((one) => ({ at: one.position, text: this.heading(one) })),
      ...labels.map((one) => ({ at: one.position, text: this.label(one) })),
      ...units.map((one) => ({ at: one.position, text: this.unit(one) })),
      ...furniture.map((one) => ({ at: one.position, text: this.furniture(one) })),
    ]
    if (blocks.length === 0) return `${this.words.nothingThere}\n`
    return blocks
      .sort((a, b) => a.at.start.offset - b.at.start.offset)
      .map((block) => `${block.text}\n`)
      .join('\n')
  }

  private readonly nameOf = (key: string): string => this.words.classes[key] ?? key
  private get paint() {
    return this.context.output.paint
  }

  private title(position: Position, verdict: string, rest = ''): string {
    const { dim, bold } = this.paint
    return `${dim(String(position.start.line))} ${bold(verdict)}${rest === '' ? '' : `  ${dim(rest)}`}`
  }

  private heading({ position, level, text, class: found, evidence }: ExplainedHeading): string {
    const { words } = this
    const says = found === null ? words.saysNothing : words.says(this.nameOf(found), evidence)
    return `${this.title(position, words.heading(level))}\n    ${oneLine(text)}\n${this.paint.dim(`    ${says}`)}`
  }

  private label({ position, label, field, roles }: ExplainedLabel): string {
    const { words } = this
    const meaning = [this.nameOf(field), ...roles.map((role) => words.roles[role] ?? role)].join(words.comma)
    return this.title(
      position,
      words.labelLine,
      `${label === '' ? '' : `${words.quote(label)}${words.colon}`}${meaning}`,
    )
  }

  private furniture({ position, reason, text }: Explanation['furniture'][number]): string {
    return `${this.title(position, this.words.left(this.nameOf(reason)))}\n    ${text}`
  }

  private unit(unit: ExplainedUnit): string {
    const { words } = this
    const { dim } = this.paint
    const verdict = unit.tasks.length > 0 ? words.task(unit.tasks.join('、')) : words.left(this.nameOf(unit.reason))
    const { sectionFrom, sectionEvidence } = unit
    const evidence =
      sectionFrom === 'document-kind' ? (words.kinds[sectionEvidence] ?? sectionEvidence) : sectionEvidence
    const section = words.section(this.nameOf(unit.sectionClass), sectionFrom, evidence)
    const label = unit.label === null ? '' : `${words.comma}${words.label(this.nameOf(unit.label))}`
    return [
      this.title(unit.position, verdict, words.forms[unit.form] ?? unit.form),
      dim(`    ${section}${label}`),
      ...unit.sentences.flatMap((one) => this.sentence(one)),
      ...unit.mentions.map((one) => this.mention(one)),
      ...unit.rejected.map((one) => dim(`    ${this.rejected(one)}`)),
    ].join('\n')
  }

  private sentence({ used, text, class: found, addressed, evidence }: ExplainedUnit['sentences'][number]): string[] {
    const { words } = this
    const by = evidence === '' ? '' : `${words.colon}${words.quote(evidence)}`
    return [
      `  ${used ? '■' : '□'} ${oneLine(text)}`,
      this.paint.dim(`      ${this.nameOf(found)}${addressed ? `${words.comma}${words.addressed}` : ''}${by}`),
    ]
  }

  private mention(one: ExplainedMention): string {
    const { words } = this
    const { line } = one.position.start
    const from = one.inferred ? words.inferred(line) : one.inherited ? words.inherited(line) : ''
    const why = this.paint.dim(`${this.rule(one.rule)} ${one.task}${from === '' ? '' : `${words.comma}${from}`}`)
    return `    ${words.fields[one.field] ?? one.field} ${this.paint.bold(one.text)} ${why}`
  }

  private rejected({ field, text, rule, why }: Rejected): string {
    const { words } = this
    const what = [words.fields[field] ?? field, oneLine(text), this.rule(rule)].filter((part) => part !== '').join(' ')
    return `${words.rejected}${words.colon}${what}${words.comma}${words.why[why] ?? why}`
  }

  private rule(id: string): string {
    const what = ruleName(id, this.context.language)
    return id === '' ? '' : `[${id}${what === '' ? '' : `${this.words.colon}${what}`}]`
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
