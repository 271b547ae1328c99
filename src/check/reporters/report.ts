import type { Language } from '../../register/language.ts'
import type { FileFindings } from '../types.ts'

/** What a reporter may need to know beside the findings. */
export interface ReportOptions {
  language: Language
  version: string
  /** Columns of the terminal. */
  width: number
  /** Columns that a text takes there: Chinese characters take two. */
  widthOf(text: string): number
  paint: Paint
}

/** How words are coloured; without colours each gives its text back. */
export interface Paint {
  red(text: string): string
  yellow(text: string): string
  cyan(text: string): string
  dim(text: string): string
  bold(text: string): string
}

/** Findings of all files in, a whole report out. */
export type Reporter = (files: readonly FileFindings[], options: ReportOptions) => string
