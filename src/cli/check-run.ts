import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { Chalk } from 'chalk'
import type { FileFindings, Finding, Severity } from '../check/types.ts'
import { LineIndex } from '../model/position.ts'
import type { Source } from '../model/source.ts'
import type { CheckFlags } from './check-options.ts'
import type { Settings } from './check-settings.ts'
import { lexiconsOf } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { isDirectory, portablePath, standardInput } from './inputs.ts'
import { loadSources, warnAll } from './load.ts'
import type { CheckWords } from './messages/check.ts'
import { displayWidth } from './width.ts'
import { writeWhole } from './write-file.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }
/** Where the terminal does not say how wide it is. */
const USUAL_WIDTH = 100

/** One run of check over all files. */
export class CheckRun {
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
