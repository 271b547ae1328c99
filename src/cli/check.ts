import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { Chalk } from 'chalk'
import type { Command } from 'commander'
import type { FileFindings, Finding, Level, Profile, Severity } from '../check/types.ts'
import { LineIndex } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import type { GivenSettings, Settings } from './check-settings.ts'
import { addConfigOptions, type ConfigFlags, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { parseDate, parseYear } from './extract-options.ts'
import { addExamples } from './help.ts'
import { exists, expandDocuments, isDirectory, portablePath, standardInput } from './inputs.ts'
import { loadSources, nameOf, type ReadFlags, warnAll } from './load.ts'
import { type CheckWords, checkWords } from './messages/check.ts'
import { displayWidth } from './width.ts'
import { writeWhole } from './write-file.ts'

interface CheckFlags extends ConfigFlags, ReadFlags, GivenSettings {
  format?: string
  output?: string
  force?: boolean
  fix?: boolean
  dryRun?: boolean
  baseline?: string
  writeBaseline?: boolean
  date?: string
  year?: number
  listRules?: boolean
  explain?: string
  printConfig?: boolean
  color?: boolean
  quiet?: boolean
}

const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error']
const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }
/** Where the terminal does not say how wide it is. */
const USUAL_WIDTH = 100

/** `taizhang check FILE…`: what is wrong with documents. */
export function addCheck(program: Command, context: Context): void {
  const { language, messages } = context
  const { help } = messages
  const words = checkWords(language)
  const command = program
    .command('check')
    .description(words.description)
    .usage(words.usage)
    .argument(`[${help.file}...]`, words.files)
    .option(`-f, --format <${help.value.format}>`, words.format)
    .option(`-o, --output <${help.value.path}>`, words.output)
    .option('--force', words.force)
    .option(`--fail-on <${words.value.level}>`, words.failOn, (value: string) => parseSeverity(value, words))
    .option(`--max-warnings <${words.value.count}>`, words.maxWarnings, (value: string) => parseCount(value, words))
    .option(`--rule <${words.value.rule}>`, words.rule, (value: string, before: Record<string, Level> = {}) =>
      parseRule(value, before, words),
    )
    .option(`--profile <${help.value.name}>`, words.profile, (value: string) => parseProfile(value, words))
    .option('--fix', words.fix)
    .option('--dry-run', words.dryRun)
    .option(`--baseline <${help.value.path}>`, words.baseline)
    .option('--write-baseline', words.writeBaseline)
    .option(`--today <${help.value.date}>`, words.today, (value: string) => parseToday(value, words, context))
    .option(`--date <${help.value.date}>`, help.extractDate, (value: string) => parseDate(value, messages))
    .option(`--year <${help.value.year}>`, help.extractYear, (value: string) => parseYear(value, messages))
    .option('--list-rules', words.list)
    .option(`--explain <${words.value.id}>`, words.explain)
    .option('--print-config', words.printConfig)
    .option(`--encoding <${help.value.name}>`, help.encoding)
    .option('--use-libreoffice', help.useLibreOffice)
    .option('--no-color', words.noColor)
    .option('-q, --quiet', help.quiet)
    .action((files: string[], flags: CheckFlags) => check(files, flags, context, words))
  addConfigOptions(command, context)
  addExamples(command, words.examples, messages)
}

function parseSeverity(value: string, words: CheckWords): Severity {
  if (value !== 'error' && value !== 'warning' && value !== 'info') throw new UsageError(words.badSeverity(value))
  return value
}

function parseCount(value: string, words: CheckWords): number {
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(words.badCount(value))
  return Number(value)
}

function parseProfile(value: string, words: CheckWords): Profile | 'auto' {
  if (value !== 'speech' && value !== 'plan' && value !== 'auto') throw new UsageError(words.badProfile(value))
  return value
}

function parseToday(value: string, words: CheckWords, { messages }: Context): string {
  try {
    return parseDate(value, messages)
  } catch {
    throw new UsageError(words.badToday(value))
  }
}

/** number-gap=off; whether the rule exists is looked up when the rules are loaded. */
function parseRule(value: string, before: Record<string, Level>, words: CheckWords): Record<string, Level> {
  const match = /^([\w-]+)=(\w+)$/.exec(value)
  const level = LEVELS.find((one) => one === match?.[2])
  if (!match?.[1] || level === undefined) throw new UsageError(words.badRule(value))
  return { ...before, [match[1]]: level }
}

async function check(files: readonly string[], flags: CheckFlags, context: Context, words: CheckWords): Promise<void> {
  context.output.quiet = flags.quiet === true
  await validate(files, flags, context, words)
  if (flags.listRules) return listRules(context, words)
  if (flags.explain !== undefined) return explainRule(flags.explain, context, words)
  const inputs = (await expandDocuments(files, context.io.cwd)).map(({ path }) => path)
  const config = await loadConfigFor(flags, inputs, context)
  const { Settings } = await import('./check-settings.ts')
  const settings = await Settings.read(flags, config, context)
  if (flags.printConfig) {
    const { describeSettings } = await import('./check-settings.ts')
    return context.output.data(describeSettings(settings, inputs))
  }
  const run = new Run(flags, settings, context, words)
  const checked: FileFindings[] = []
  for (const path of inputs) {
    try {
      checked.push(...(await run.checkInput(path)))
    } catch (error) {
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  await run.finish(checked)
}

/** What can be told to be wrong before any work is done. */
async function validate(
  files: readonly string[],
  flags: CheckFlags,
  { messages, io }: Context,
  words: CheckWords,
): Promise<void> {
  const { reportFormats } = await import('../check/reporters/index.ts')
  if (flags.format !== undefined && !reportFormats.includes(flags.format))
    throw new UsageError(words.badFormat(flags.format, reportFormats.join('、')))
  const { RULE_IDS, nearestRule } = await import('../model/rule-ids.ts')
  const known: ReadonlySet<string> = new Set(RULE_IDS)
  for (const id of [...Object.keys(flags.rule ?? {}), ...(flags.explain === undefined ? [] : [flags.explain])]) {
    if (!known.has(id)) throw new UsageError(words.unknownRule(id, nearestRule(id)))
  }
  if (flags.dryRun && !flags.fix) throw new UsageError(words.dryRunAlone)
  if (flags.writeBaseline && flags.baseline === undefined) throw new UsageError(words.baselineNeeded)
  if (flags.fix && !flags.dryRun && files.includes(standardInput)) throw new UsageError(words.fixStdin)
  if (files.length === 0 && !flags.listRules && flags.explain === undefined && !flags.printConfig)
    throw new UsageError(messages.usage.missingArgument)
  if (flags.output === undefined) return
  const path = resolve(io.cwd, flags.output)
  if (files.some((file) => file !== standardInput && resolve(io.cwd, file) === path))
    throw new UsageError(messages.usage.outputIsInput(flags.output))
  if (!(await isDirectory(dirname(path)))) throw new UsageError(messages.usage.noOutputFolder(dirname(flags.output)))
  if (!flags.force && (await exists(path))) throw new UsageError(messages.usage.outputExists(flags.output))
}

/** One run over all files. */
class Run {
  /** What `--fix --dry-run` would change. */
  private diff = ''

  constructor(
    private readonly flags: CheckFlags,
    private readonly settings: Settings,
    private readonly context: Context,
    private readonly words: CheckWords,
  ) {}

  async checkInput(path: string): Promise<FileFindings[]> {
    const { sources } = await loadSources(path, this.flags, this.context)
    const checked: FileFindings[] = []
    for (const source of sources) {
      warnAll(source.path, source.notices, this.context)
      const findings = await this.findingsOf(source)
      checked.push(
        this.flags.fix ? await this.fix(path, source, findings) : { path: source.path, text: source.text, findings },
      )
    }
    return checked
  }

  private async findingsOf(source: Source): Promise<Finding[]> {
    const { flags, settings, context } = this
    const { checkSource } = await import('../pipeline/check.ts')
    const own = settings.forFile(source.path)
    for (const entry of own.ignore) entry.touched = true
    const lexicons = await lexiconsOf(settings.config)
    const year = flags.year ?? settings.config?.config.默认?.年份
    const { findings } = await checkSource(source, {
      ...own,
      language: context.language,
      ...(lexicons === undefined ? {} : { lexicons }),
      ...(settings.today === undefined ? {} : { today: settings.today }),
      ...(settings.dictionary === undefined ? {} : { dictionary: settings.dictionary }),
      ...(flags.date === undefined ? {} : { date: flags.date }),
      ...(year === undefined ? {} : { year }),
    })
    return findings
  }

  /** Mends a file, and gives what is left to say of it. */
  private async fix(path: string, source: Source, findings: Finding[]): Promise<FileFindings> {
    const { words, context, flags } = this
    const { applyFixes, unifiedDiff } = await import('../check/fix.ts')
    const before = { path: source.path, text: source.text, findings }
    const { text, count } = applyFixes(source.text, findings)
    if (count === 0) return before
    const refuse = (why: string): FileFindings => {
      context.output.notice(words.cannotFix(source.path, why))
      return before
    }
    if (source.format !== 'text' && source.format !== 'markdown') return refuse(words.notText)
    if (flags.dryRun) {
      this.diff += unifiedDiff(source.path, source.text, text)
      context.output.notice(words.wouldFix(source.path, count))
      return before
    }
    if (source.encoding !== 'utf-8') return refuse(words.notUtf8(source.encoding))
    const file = resolve(context.io.cwd, path)
    const bytes = await readFile(file, 'utf8')
    const mark = bytes.startsWith('\ufeff') ? '\ufeff' : ''
    if (bytes.slice(mark.length) !== source.text) return refuse(words.changed)
    await writeWhole(file, mark + text)
    context.output.notice(words.fixed(source.path, count))
    const [mended] = (await loadSources(path, flags, context)).sources
    return mended ? { path: mended.path, text: mended.text, findings: await this.findingsOf(mended) } : before
  }

  /** Reports what was found, and says with the exit status whether it is too much. */
  async finish(checked: readonly FileFindings[]): Promise<void> {
    const { flags, settings, context, words } = this
    const files = [...checked, ...(await this.configFindings())]
    const reported = flags.baseline === undefined ? files : await this.compare(flags.baseline, files)
    if (reported === null) return
    if (flags.dryRun) await context.output.data(this.diff)
    if (!flags.dryRun || flags.output !== undefined) await this.report(reported)
    const findings = reported.flatMap((file) => file.findings)
    const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
    const counts = { files: checked.length, error: count('error'), warning: count('warning'), info: count('info') }
    if (checked.length > 0) context.output.notice(findings.length === 0 ? words.clean : words.summary(counts))
    if (findings.some(({ severity }) => WEIGHT[severity] >= WEIGHT[settings.failOn])) context.objected()
    if (settings.maxWarnings !== undefined && counts.warning > settings.maxWarnings) {
      context.output.notice(words.tooMany(counts.warning, settings.maxWarnings))
      context.objected()
    }
  }

  /** Entries of the configuration that were looked at for some file and held nothing back. */
  private async configFindings(): Promise<FileFindings[]> {
    const { config, ignore } = this.settings
    const level = config?.config.check?.rules?.suppression ?? 'warning'
    const unused = ignore.filter(({ touched, used }) => touched && !used)
    if (config === null || level === 'off' || unused.length === 0) return []
    const text = (await readFile(config.path, 'utf8')).replace(/^\ufeff/, '')
    const index = new LineIndex(text)
    const findings = unused.map(({ rule, line }): Finding => {
      const start = index.lineStart(line)
      const length = /^[^\r\n]*/.exec(text.slice(start))?.[0].trimEnd().length ?? 0
      const position = index.position(start, start + length)
      return { ruleId: 'suppression', severity: level, message: this.words.unusedIgnore(rule), position }
    })
    return [{ path: this.shown(config.path), text, findings }]
  }

  /** Writes the baseline (null: nothing is to be reported), or takes out what it knows. */
  private async compare(name: string, files: FileFindings[]): Promise<FileFindings[] | null> {
    const { context, flags, words } = this
    const { makeBaseline, readBaseline, withoutKnown } = await import('../check/baseline.ts')
    const path = resolve(context.io.cwd, name)
    const nameIn = (file: string): string =>
      file === standardInput ? file : portablePath(relative(dirname(path), resolve(context.io.cwd, file)), sep)
    if (flags.writeBaseline) {
      if (!(await isDirectory(dirname(path))))
        throw new UsageError(context.messages.usage.noOutputFolder(dirname(name)))
      await writeWhole(path, `${JSON.stringify(makeBaseline(files, nameIn), null, 2)}\n`)
      context.output.notice(
        words.baselineWritten(
          name,
          files.reduce((sum, { findings }) => sum + findings.length, 0),
        ),
      )
      return null
    }
    const baseline = readBaseline(await readFile(path, 'utf8'))
    if (baseline === null) throw new UsageError(words.badBaseline(name))
    const { files: left, held } = withoutKnown(files, baseline, nameIn)
    if (held > 0) context.output.notice(words.held(held))
    return left
  }

  private async report(files: readonly FileFindings[]): Promise<void> {
    const { flags, context } = this
    const { io, output, language } = context
    const { reporterOf } = await import('../check/reporters/index.ts')
    const format = flags.format ?? 'pretty'
    const coloured = format === 'pretty' && flags.output === undefined && flags.color !== false && !io.env.NO_COLOR
    const text = (await reporterOf(format))(files, {
      language,
      version: __VERSION__,
      width: io.columns ?? USUAL_WIDTH,
      widthOf: displayWidth,
      paint: coloured ? output.paint : new Chalk({ level: 0 }),
    })
    if (flags.output === undefined) return output.data(text)
    await writeWhole(resolve(io.cwd, flags.output), text)
    output.notice(context.messages.notice.written(flags.output))
  }

  private shown(path: string): string {
    const short = relative(this.context.io.cwd, path)
    return portablePath(short === '' || short.startsWith('..') ? path : short, sep)
  }
}

/** All rules with their levels, one a line. */
async function listRules(context: Context, words: CheckWords): Promise<void> {
  const { rules } = await import('../check/rules/index.ts')
  const { paint } = context.output
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - displayWidth(text)))
  const widest = Math.max(...rules.map(({ id }) => id.length)) + 2
  const lines = [`${pad('', widest)}${paint.dim(pad(words.levelTitle.speech, 12) + pad(words.levelTitle.plan, 8))}`]
  for (const { id, level, fixable, docs } of rules) {
    const levels = pad(words.levels[level.speech], 12) + pad(words.levels[level.plan], 8)
    lines.push(
      `${paint.bold(pad(id, widest))}${levels}${docs[context.language].what}${fixable ? ` [${words.fixable}]` : ''}`,
    )
  }
  await context.output.data(`${lines.join('\n')}\n`)
}

/** A rule with its examples. */
async function explainRule(id: string, context: Context, words: CheckWords): Promise<void> {
  const { ruleOf } = await import('../check/rules/index.ts')
  const rule = ruleOf(id)
  if (!rule) return
  const { paint } = context.output
  const { what, why } = rule.docs[context.language]
  const quote = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')
  const lines = [
    paint.bold(rule.id),
    what,
    '',
    `${words.page.why}${why}`,
    words.page.level(words.levels[rule.level.speech], words.levels[rule.level.plan]),
    ...(rule.fixable ? [words.page.fixable] : []),
    ...rule.examples.bad.flatMap(({ text }) => ['', paint.red(words.page.bad), quote(text)]),
    ...rule.examples.good.flatMap(({ text }) => ['', paint.green(words.page.good), quote(text)]),
  ]
  await context.output.data(`${lines.join('\n')}\n`)
}
