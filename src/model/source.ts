/** What a reader makes of a file: its text, and what it knows of the lines beside the text. */
export interface Source {
  /** Path as given by the user, or "-" for standard input. */
  path: string
  /** The decoded text, byte-order mark removed. Positions refer to this string. */
  text: string
  format: SourceFormat
  /** Encoding that was used, as WHATWG names it: utf-8, gb18030, big5, utf-16le, utf-16be. */
  encoding: string
  /** Of the bytes as read. */
  sha256: string
  /** What the user should be told about the reading. */
  notices: SourceNotice[]
  /** What the format says of lines (Markdown headings, list items, tables, code); sorted by start; markup lies inside the others. */
  hints: SourceHint[]
}

/** What the bytes were, told by their content. */
export type SourceFormat =
  | 'text'
  | 'markdown'
  | 'docx'
  | 'doc'
  | 'wps'
  | 'odt'
  | 'rtf'
  | 'pdf'
  | 'ofd'
  | 'html'
  | 'xlsx'
  | 'xls'
  | 'csv'

/** What a reader has to say of the file. */
export interface SourceNotice {
  /** Stable identifier, translated by the command line: "encoding-guessed", "replacement-characters" … */
  code: string
  detail?: string
}

/** Marks a stretch of Source.text, in its UTF-16 offsets. */
export interface SourceHint {
  start: number
  end: number
  kind: 'heading' | 'list-item' | 'table-row' | 'code' | 'markup' | 'furniture' | 'page'
  /** Heading: 1–6. List item: nesting from 1. */
  depth?: number
  /**
   * Table row: offsets of the cells' contents, one for each column of the table. `merged`: the cell belongs to the one
   * above (rows) or left of it (columns), and is empty here; a reader that knows says false of all others.
   */
  cells?: { start: number; end: number; merged?: boolean }[]
  /** Page: its number, from 1; the stretch is all of its text. */
  page?: number
  /** Markup: what stands for it in the view; nothing unless given. */
  replacement?: string
  /** Table row: 0 for the header row, then 1, 2 …, counted per table. */
  row?: number
}
