import { damaged } from '../errors.ts'
import type { ReadContext } from '../readers.ts'
import { child, elements, parseXml, type XmlElement } from '../xml.ts'
import type { ZipArchive } from '../zip.ts'

/** Parts of a Word document, by their relationship to the main one. */
export interface WordPackage {
  document: XmlElement
  styles: XmlElement | null
  numbering: XmlElement | null
  footnotes: XmlElement | null
  endnotes: XmlElement | null
  headers: XmlElement[]
  footers: XmlElement[]
}

interface Relationship {
  /** Last part of the type's address: styles, numbering, header … */
  type: string
  target: string
}

/** Where parts come from: a zip archive, or one XML file that holds them all (flat OPC). */
type Parts = (name: string) => XmlElement | null

/** Opens a .docx, .docm or .dotx, or the flat XML that Word writes on request. */
export const openPackage = (bytes: Uint8Array, { budget, file }: ReadContext): WordPackage => {
  const parts: Parts =
    file.zip === undefined ? flatParts(parseXml(bytes, budget)) : zipParts(file.zip, (part) => parseXml(part, budget))
  const mainName =
    relationships(parts('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const document = parts(mainName)
  if (document === null) throw damaged(`docx: no ${mainName}`)
  const slash = mainName.lastIndexOf('/')
  const folder = mainName.slice(0, slash + 1)
  const related = relationships(parts(`${folder}_rels/${mainName.slice(slash + 1)}.rels`), folder)
  const all = (type: string): XmlElement[] =>
    related.filter((relation) => relation.type === type).flatMap(({ target }) => parts(target) ?? [])
  // A file whose relationships are lost still has its parts where everyone puts them. One that names a part and has it
  // not is damaged: it would be read without its numbers.
  const one = (type: string): XmlElement | null => {
    const relation = related.find((candidate) => candidate.type === type)
    const part = parts(relation?.target ?? `${folder}${type}.xml`)
    if (part === null && relation !== undefined) throw damaged(`docx: no ${relation.target}`)
    return part
  }
  return {
    document,
    styles: one('styles'),
    numbering: one('numbering'),
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
    headers: all('header'),
    footers: all('footer'),
  }
}

const zipParts =
  (zip: ZipArchive, parse: (part: Uint8Array) => XmlElement): Parts =>
  (name) => {
    const entry = zip.find(name)
    return entry === undefined ? null : parse(zip.read(entry))
  }

const flatParts = (root: XmlElement): Parts => {
  const parts = new Map<string, XmlElement>()
  for (const part of elements(root, 'pkg:part')) {
    const [content] = elements(child(part, 'pkg:xmlData'))
    if (content !== undefined) parts.set((part.attributes['pkg:name'] ?? '').replace(/^\//, ''), content)
  }
  return (name) => parts.get(name) ?? null
}

const relationships = (part: XmlElement | null, folder: string): Relationship[] => {
  const found: Relationship[] = []
  for (const relation of elements(part, 'rel:Relationship')) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes
    if (mode !== 'External')
      found.push({ type: type.slice(type.lastIndexOf('/') + 1), target: resolveTarget(target, folder) })
  }
  return found
}

const resolveTarget = (target: string, folder: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
