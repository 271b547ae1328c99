import type { Language } from '../register/language.ts'

/** When a row of a spreadsheet turns which colour. There is no national convention: offices differ, so all can be set. */
export interface Lights {
  /** Red: so many days after the due date, and not done. */
  redAfterDays: number
  /** Yellow: so many days before the due date, and not done. */
  yellowWithinDays: number
  /** Fills, as #RRGGBB. */
  red: string
  yellow: string
  green: string
}

/** Red overdue, yellow within a week, green done; pale, so that the text stays readable in print. */
export const defaultLights: Lights = {
  redAfterDays: 0,
  yellowWithinDays: 7,
  red: '#FFC7CE',
  yellow: '#FFEB9C',
  green: '#C6EFCE',
}

/** A stretch of time before something is due. */
export interface Alarm {
  count: number
  unit: 'minutes' | 'hours' | 'days' | 'weeks'
}

/** How a register is to be written. Each writer takes what concerns it. */
export interface RenderOptions {
  language?: Language | undefined
  /** Tables: names of columns or a preset, see `chooseColumns`. */
  columns?: string | undefined
  /** XLSX, Markdown: each section gets a row (a heading) of its own instead of a column. */
  sectionRows?: boolean | undefined
  /** DOCX: one table for each responsible department. */
  split?: 'department' | undefined
  /** Calendar: an all-day event beside each dated to-do, for programs that know no to-dos. */
  events?: boolean | undefined
  /** Calendar: a reminder before the due date. */
  alarm?: Alarm | undefined
  /** XLSX: changes to the colours. */
  lights?: Partial<Lights> | undefined
}
