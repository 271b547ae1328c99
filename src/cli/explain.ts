import type { Command } from 'commander'
import type { ExplainedUnit, Explanation } from '../explain/explain.ts'
import { addConfigOptions, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { expandInputs } from './inputs.ts'
import { loadSource, nameOf, warnAll } from './load.ts'
import { type ExplainWords, explainWords } from './messages/explain.ts'

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
  const { path: given, line } = splitLine(argument)
  const [path = given] = await expandInputs([given], context.io.cwd)
  try {
    const source = await loadSource(path, flags, context)
    warnAll(path, source.notices, context)
    const [{ extractSource }, { explain }] = await Promise.all([
      import('../pipeline/extract.ts'),
      import('../explain/explain.ts'),
    ])
    const lexicons = await lexiconsOf(await loadConfigFor(flags, [path], context))
    const whole = explain(await extractSource(source, lexicons ? { lexicons } : {}))
    const last = source.text.split(/\r\n|\r|\n/).length
    if (line !== null && (Number(line) < 1 || Number(line) > last)) throw new UsageError(words.noSuchLine(line, last))
    const explanation = line === null ? whole : onLine(whole, Number(line))
    if (flags.format === 'json') return await context.output.data(`${JSON.stringify(explanation, null, 2)}\n`)
    await context.output.data(page(explanation, context, words))
  } catch (error) {
    context.fail(error, nameOf(path, context.messages.notice.standardInput))
  }
}

const covers = (position: { start: { line: number }; end: { line: number } }, line: number): boolean =>
  position.start.line <= line && position.end.line >= line

function onLine(explanation: Explanation, line: number): Explanation {
  return {
    ...explanation,
    units: explanation.units
      .filter((unit) => covers(unit.position, line))
      .map((unit) => ({
        ...unit,
        sentences: unit.sentences.filter((s) => covers(s.position, line)),
        rejected: unit.rejected.filter((r) => covers(r.position, line)),
      })),
    furniture: explanation.furniture.filter((f) => covers(f.position, line)),
  }
}

function page(explanation: Explanation, { output }: Context, words: ExplainWords): string {
  const name = (key: string): string => words.classes[key] ?? key
  const { paint } = output
  const blocks: { line: number; text: string }[] = explanation.units.map((unit) => ({
    line: unit.position.start.line,
    text: block(unit, paint.bold, paint.dim, words, name),
  }))
  for (const f of explanation.furniture)
    blocks.push({
      line: f.position.start.line,
      text: `${paint.dim(String(f.position.start.line))} ${words.left(name(f.reason))}\n    ${f.text}\n`,
    })
  if (blocks.length === 0) return `${words.nothingThere}\n`
  return blocks
    .sort((a, b) => a.line - b.line)
    .map((b) => b.text)
    .join('\n')
}

type Paint = (text: string) => string

function block(
  unit: ExplainedUnit,
  bold: Paint,
  dim: Paint,
  words: ExplainWords,
  name: (key: string) => string,
): string {
  const lines: string[] = []
  const verdict = unit.tasks.length > 0 ? words.task(unit.tasks.join('、')) : words.left(name(unit.reason))
  lines.push(`${dim(String(unit.position.start.line))} ${bold(verdict)}  ${dim(words.forms[unit.form] ?? unit.form)}`)
  lines.push(
    dim(
      `    ${words.section(name(unit.sectionClass), unit.sectionEvidence)}${unit.label === null ? '' : `；${words.label(name(unit.label))}`}`,
    ),
  )
  for (const s of unit.sentences) {
    lines.push(`  ${s.used ? '■' : '□'} ${s.text.replace(/\s+/g, ' ')}`)
    lines.push(
      dim(
        `      ${name(s.class)}${s.addressed ? `，${words.addressed}` : ''}${s.evidence === '' ? '' : `：“${s.evidence}”`}`,
      ),
    )
  }
  for (const m of unit.mentions) {
    lines.push(
      `    ${words.fields[m.field] ?? m.field} ${bold(m.text)} ${dim(`[${m.rule}] ${m.task}${m.inherited ? ` ${words.inherited(m.position.start.line)}` : ''}`)}`,
    )
  }
  for (const r of unit.rejected) {
    lines.push(
      dim(
        `    ${words.rejected}：${words.fields[r.field] ?? r.field} ${r.text}${r.rule === '' ? '' : ` [${r.rule}]`} ${words.why[r.why] ?? r.why}`,
      ),
    )
  }
  return `${lines.join('\n')}\n`
}
