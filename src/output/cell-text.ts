import type { Language } from '../register/language.ts'

/** So many UTF-16 units fit into a cell of Excel. */
const cellLimit = 32_767

const cutNote: Readonly<Record<Language, string>> = {
  zh: '……〔文字超过单元格上限，此处截断，全文见 YAML 或 JSON〕',
  en: '… [longer than a cell can hold: cut here, whole in YAML or JSON]',
}

/** What XML cannot hold, lone surrogates included, and what its specification advises against. */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g

/** A text as XML can carry it: one kind of line end, no control characters. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unfit, '')
}

/** A text as a cell of a spreadsheet can hold it; what is too long is cut, and says so. */
export function cellText(text: string, language: Language): string {
  // A character that could not be read: the package would drop it, and a hole in the text would go unseen.
  const clean = xmlText(text).replaceAll('\ufffd', '□')
  if (clean.length <= cellLimit) return clean
  const note = cutNote[language]
  // Never between the halves of a character.
  return `${clean.slice(0, cellLimit - note.length).replace(/[\ud800-\udbff]$/, '')}${note}`
}

/** Whether `cellText` had to cut. */
export function isCut(text: string): boolean {
  return xmlText(text).length > cellLimit
}
