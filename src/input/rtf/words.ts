/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
])

/** Groups that hold no text of the document. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'colortbl',
  'info',
  'pict',
  'object',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'revtbl',
  'pgdsctbl',
  'fldinst',
  'datafield',
  'nonshppict',
  'nonesttables',
  'nesttableprops',
  'shprslt',
  'sp',
  'bkmkstart',
  'bkmkend',
  'annotation',
  'atnid',
  'atnauthor',
  'atnref',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'xe',
  'tc',
  'tcn',
  'pn',
  'upr',
  'filetbl',
  'template',
  'falt',
  'panose',
  'themedata',
  'mmathPr',
  'objdata',
  'objclass',
  'result',
])

/** Groups marked as new ({\*\…}) that hold text all the same. */
export const READ_THOUGH_NEW: ReadonlySet<string> = new Set([
  'shpinst',
  'do',
  'footnote',
  'shppict',
  'listtext',
  'pntext',
])

/** Text that stands apart from the body. */
export const APART: ReadonlySet<string> = new Set([
  'footnote',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
])

const BY_CHARSET: ReadonlyMap<number, string> = new Map([
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
])
const BY_CODE_PAGE: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

/** Encoding of bytes by the character set of their font, else by the code page of the document. */
export const encodingOf = (charset: number | undefined, codePage: number): string =>
  (charset === undefined ? undefined : BY_CHARSET.get(charset)) ?? BY_CODE_PAGE.get(codePage) ?? 'windows-1252'
