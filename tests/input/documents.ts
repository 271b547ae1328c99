import { strToU8, zipSync } from 'fflate'
import { readBytes } from '../../src/input/read-bytes.ts'
import type { Source } from '../../src/model/source.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a Word document beside its body, as the XML inside their root elements. */
export interface WordParts {
  styles?: string
  numbering?: string
  footnotes?: string
  header?: string
}

const part = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${content}</w:${root}>`)

/** A Word document with that body. */
export const word = (body: string, parts: WordParts = {}): Uint8Array => {
  const names = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' } as const
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
  }
  let relations = ''
  for (const [name, root] of Object.entries(names)) {
    const content =
      name === 'styles'
        ? parts.styles
        : name === 'numbering'
          ? parts.numbering
          : name === 'footnotes'
            ? parts.footnotes
            : parts.header
    if (content === undefined) continue
    files[`word/${name}.xml`] = part(root, content)
    relations += `<Relationship Id="${name}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`
  }
  files['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
  )
  return zipSync(files)
}

/** Reads bytes as the one source that they are. */
export const sourceOf = async (bytes: Uint8Array, name: string): Promise<Source> => {
  const { sources } = await readBytes(bytes, name, () => 'hash')
  const [source] = sources
  if (source === undefined) throw new Error('no source')
  return source
}

/** Lines of a Word document, those with hints as "kind depth: text". */
export const wordLines = async (body: string, parts: WordParts = {}): Promise<string[]> =>
  linesOf(await sourceOf(word(body, parts), 'x.docx'))

export const linesOf = ({ text, hints }: Source): string[] => {
  const lines: string[] = []
  let start = 0
  for (const line of text.split('\n').slice(0, -1)) {
    const hint = hints.find((candidate) => candidate.start === start && candidate.kind !== 'page')
    lines.push(hint === undefined ? line : `${hint.kind}${hint.depth ?? hint.row ?? ''}: ${line}`)
    start += line.length + 1
  }
  return lines
}

/** Texts of the cells of the rows; _ for a merged one. */
export const cellsOf = ({ text, hints }: Source): string[][] =>
  hints
    .filter(({ kind }) => kind === 'table-row')
    .map(({ cells = [] }) => cells.map(({ start, end, merged }) => (merged ? '_' : text.slice(start, end))))

/** A run with that text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph with that text. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' ? '' : run(text)}</w:p>`

/** A paragraph in a list. */
export const numbered = (text: string, numId: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)

/** A level of a numbering definition. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

/** A definition and the list that uses it, both with that id. */
export const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
