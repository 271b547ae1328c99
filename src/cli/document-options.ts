import type { Command } from 'commander'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import type { Messages } from './messages/index.ts'

/** Options of the commands that read documents. */
export interface ReadFlags {
  encoding?: string
  useLibreoffice?: boolean
}

/** Options of those that count deadlines; every value checked. */
export interface DateFlags {
  date?: string
  year?: number
}

/** Options of those that extract tasks. */
export interface ExtractionFlags extends ReadFlags, DateFlags {
  granularity?: 'item' | 'sentence'
}

/** Adds them to a command. */
export function addReadOptions(command: Command, { messages: { help } }: Context): void {
  command.option(`--encoding <${help.value.name}>`, help.encoding).option('--use-libreoffice', help.useLibreOffice)
}

/** Adds those that deadlines are counted from. */
export function addDateOptions(command: Command, { messages }: Context): void {
  const { help } = messages
  command
    .option(`--date <${help.value.date}>`, help.extractDate, (value: string) => parseDate(value, messages))
    .option(`--year <${help.value.year}>`, help.extractYear, (value: string) => parseYear(value, messages))
}

/** Adds all of them, with what a task is. */
export function addExtractionOptions(command: Command, context: Context): void {
  const { messages } = context
  const { help } = messages
  addDateOptions(command, context)
  command.option(`--granularity <${help.value.unit}>`, help.extractGranularity, (value: string) =>
    parseGranularity(value, messages),
  )
  addReadOptions(command, context)
}

/** A day that the calendar has. */
export function parseDate(value: string, { usage }: Messages): string {
  const date = new Date(`${value}T00:00:00Z`)
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
  if (!valid) throw new UsageError(usage.badDate(value))
  return value
}

/** A year in which such documents are written. */
function parseYear(value: string, { usage }: Messages): number {
  const year = Number(value)
  if (!/^\d{4}$/.test(value) || year < 1949 || year > 2199) throw new UsageError(usage.badYear(value))
  return year
}

/** What one task is. */
function parseGranularity(value: string, { usage }: Messages): 'item' | 'sentence' {
  if (value !== 'item' && value !== 'sentence') throw new UsageError(usage.badGranularity(value))
  return value
}
