import { type DocumentOptions, describeDocument } from '../assemble/document.ts'
import type { Lexicons } from '../assemble/lexicons.ts'
import type { Position } from '../model/position.ts'
import type { RegisterDocument } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { parseStructure } from '../structure/parse.ts'
import type { Block, Section } from '../structure/tree.ts'
import { viewSource } from './view.ts'

/** A numbered heading or enumerator, with those below it. */
export interface OutlineHeading {
  /** As written with its mark: 一、 (一) 1. 一是 ①. */
  number: string
  /** Depth in this document, from 1. */
  level: number
  text: string
  line: number
  position: Position
  children: OutlineHeading[]
}

export interface Outline {
  document: RegisterDocument
  headings: OutlineHeading[]
}

/** The tree of headings of a document, inline ones included. */
export async function outlineSource(
  source: Source,
  options: DocumentOptions & { lexicons?: Lexicons } = {},
): Promise<Outline> {
  const view = await viewSource(source)
  const root = parseStructure(view, options.lexicons?.labels)
  const { document } = describeDocument(source, view, root, options)
  const read = (section: Section): OutlineHeading => {
    const piece = section.enumerator.scheme === 'piece'
    const start = piece ? section.heading.start : section.enumerator.start
    const heading = view.text.slice(section.heading.start, section.heading.end).trim()
    return {
      number: section.enumerator.marker,
      level: section.level,
      text: piece ? heading.replace(section.enumerator.marker, '').trim() : heading,
      line: view.positionOf(section.enumerator.start, section.enumerator.end).start.line,
      position: view.positionOf(start, Math.max(section.heading.end, section.enumerator.end)),
      children: headingsOf(section.children),
    }
  }
  const headingsOf = (blocks: readonly Block[]): OutlineHeading[] =>
    blocks.filter((block) => block.type === 'section').map(read)
  return { document, headings: headingsOf(root.children) }
}
