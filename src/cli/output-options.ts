import type { Command } from 'commander'
import type { Alarm } from '../output/options.ts'
import { type Format, formats, hasColumns, isBinary, type RenderOptions } from '../output/render.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { convertWords } from './messages/convert.ts'

/** Options of the writers, shared by the commands that write ledgers; every value checked. */
export interface OutputFlags {
  columns?: string
  sectionRows?: boolean
  split?: 'department'
  events?: boolean
  alarm?: Alarm
}

/** Adds them to a command. */
export function addOutputOptions(command: Command, context: Context): void {
  const words = convertWords(context.language)
  const { help } = context.messages
  command
    .option(`--columns <${help.value.columns}>`, help.extractColumns)
    .option('--section-rows', words.sectionRows)
    .option(`--split <${words.splitValue}>`, words.split, (value: string) => parseSplit(value, context))
    .option('--events', words.events)
    .option(`--alarm <${words.alarmValue}>`, words.alarm, (value: string) => parseAlarm(value, context))
}

function parseSplit(value: string, { language }: Context): 'department' {
  if (value !== 'department' && value !== '单位') throw new UsageError(convertWords(language).badSplit(value))
  return 'department'
}

const alarmUnits: Readonly<Record<string, Alarm['unit']>> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' }

function parseAlarm(value: string, { language }: Context): Alarm {
  const match = /^(\d{1,4})([mhdw])$/i.exec(value)
  const unit = alarmUnits[match?.[2]?.toLowerCase() ?? '']
  if (!match || !unit) throw new UsageError(convertWords(language).badAlarm(value))
  return { count: Number(match[1]), unit }
}

/** Refuses options that the format has no use for: left unsaid, people would think they had taken effect. */
export async function checkOutputOptions(flags: OutputFlags, format: Format, context: Context): Promise<void> {
  const words = convertWords(context.language)
  const only = (option: string, given: boolean, fits: (one: Format) => boolean): void => {
    if (given && !fits(format)) throw new UsageError(words.notForFormat(option, formats.filter(fits).join('、')))
  }
  only('--columns', flags.columns !== undefined, hasColumns)
  only('--section-rows', flags.sectionRows === true, (one) => one === 'xlsx' || one === 'md' || one === 'docx')
  only('--split', flags.split !== undefined, (one) => one === 'docx')
  only('--events', flags.events === true, (one) => one === 'ics')
  only('--alarm', flags.alarm !== undefined, (one) => one === 'ics')
  if (flags.columns !== undefined) await checkColumns(flags.columns, context)
}

/** A workbook on a terminal is noise, and may upset it. */
export function refuseTerminal(format: Format, { io, language }: Context): void {
  if (isBinary(format) && io.columns !== undefined) throw new UsageError(convertWords(language).binaryNeedsFile(format))
}

/** What the writers need to know. */
export function renderOptionsOf(flags: OutputFlags, { language }: Context): RenderOptions {
  const { columns, sectionRows, split, events, alarm } = flags
  return { language, columns, sectionRows, split, events, alarm }
}

async function checkColumns(list: string, { language, messages }: Context): Promise<void> {
  const { chooseColumns, columns, presets, UnknownColumnError } = await import('../output/columns.ts')
  try {
    chooseColumns(list)
  } catch (error) {
    if (!(error instanceof UnknownColumnError)) throw error
    const names = (items: readonly { zh: string; en: string }[]): string =>
      items.map((item) => item[language]).join('、')
    throw new UsageError(messages.usage.unknownColumn(error.column, names(columns), names(presets)))
  }
}
