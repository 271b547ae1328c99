import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Level, Profile, Severity } from '../check/types.ts'
import type { GivenSettings } from './check-settings.ts'
import type { ConfigFlags } from './config.ts'
import type { Context } from './context.ts'
import { addDateOptions, addReadOptions, type DateFlags, parseDate, type ReadFlags } from './document-options.ts'
import { UsageError } from './errors.ts'
import { exists, isDirectory, standardInput } from './inputs.ts'
import { type CheckWords, checkWords } from './messages/check.ts'

/** The options of check as commander hands them over, every value checked. */
export interface CheckFlags extends ConfigFlags, ReadFlags, DateFlags, GivenSettings {
  format?: string
  output?: string
  force?: boolean
  fix?: boolean
  dryRun?: boolean
  baseline?: string
  writeBaseline?: boolean
  listRules?: boolean
  explain?: string
  printConfig?: boolean
  color?: boolean
  quiet?: boolean
}

const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error']

/** Adds the options that only check has, and those of what it reads. */
export function addCheckOptions(command: Command, context: Context): void {
  const { help } = context.messages
  const words = checkWords(context.language)
  command
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
  addDateOptions(command, context)
  command
    .option('--list-rules', words.list)
    .option(`--explain <${words.value.id}>`, words.explain)
    .option('--print-config', words.printConfig)
  addReadOptions(command, context)
  command.option('--no-color', words.noColor).option('-q, --quiet', help.quiet)
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

/** What can be told to be wrong before any work is done. */
export async function validate(
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
