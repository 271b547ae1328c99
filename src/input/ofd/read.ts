import { damaged } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { composePages } from '../page/compose.ts'
import type { Page } from '../page/types.ts'
import type { ReadContext, ReadResult } from '../readers.ts'
import { child, descendants, elements, parseXml, textOf, type XmlElement } from '../xml.ts'
import type { ZipArchive } from '../zip.ts'
import { objectsOf, readBox } from './objects.ts'

/** Millimetres, in which OFD measures, to points. */
const POINTS = 72 / 25.4
const A4 = [0, 0, 210, 297] as const

/**
 * Reads an .ofd (GB/T 33190): the documents it holds one after the other, text objects in reading order, templates as
 * page furniture.
 *
 * @throws InputError `damaged`, `encrypted`, `no-text`, `too-large`, `timed-out`
 */
export const readOfd = async (_bytes: Uint8Array, { file, budget }: ReadContext): Promise<ReadResult> => {
  if (file.zip === undefined) throw damaged('ofd: no archive')
  const archive = new OfdArchive(file.zip, budget)
  const pages: Page[] = []
  for (const body of descendants(archive.parse('OFD.xml'), 'ofd:DocBody')) {
    const root = child(body, 'ofd:DocRoot')
    if (root !== undefined) readDocument(archive, textOf(root).trim(), pages, budget)
  }
  if (pages.length === 0) throw damaged('ofd: no pages')
  return composePages(pages, budget)
}

const readDocument = (archive: OfdArchive, path: string, pages: Page[], budget: Budget): void => {
  const document = archive.parse(path)
  const common = child(document, 'ofd:CommonData')
  const area = child(child(common, 'ofd:PageArea'), 'ofd:PhysicalBox')
  const templates = new Map<string, string>()
  for (const template of elements(common, 'ofd:TemplatePage'))
    templates.set(template.attributes.ID ?? '', resolve(path, template.attributes.BaseLoc ?? ''))
  for (const entry of elements(child(document, 'ofd:Pages'), 'ofd:Page')) {
    budget.checkTime()
    const content = archive.parse(resolve(path, entry.attributes.BaseLoc ?? ''))
    const own = child(child(content, 'ofd:Area'), 'ofd:PhysicalBox') ?? area
    const [, , width, height] = (own === undefined ? null : readBox(textOf(own))) ?? A4
    const { runs, rules } = objectsOf(content, POINTS)
    const page: Page = {
      number: pages.length + 1,
      width: width * POINTS,
      height: height * POINTS,
      runs,
      rules,
      furniture: [],
    }
    for (const use of elements(content, 'ofd:Template')) {
      const template = templates.get(use.attributes.TemplateID ?? '')
      if (template === undefined) continue
      const drawn = objectsOf(archive.parse(template), POINTS)
      page.furniture.push(...drawn.runs)
      page.rules.push(...drawn.rules)
    }
    pages.push(page)
  }
}

/** The parts of the archive, templates being asked for by every page. */
class OfdArchive {
  private readonly parsed = new Map<string, XmlElement>()
  constructor(
    private readonly zip: ZipArchive,
    private readonly budget: Budget,
  ) {}

  parse(path: string): XmlElement {
    const known = this.parsed.get(path)
    if (known !== undefined) return known
    const entry = this.zip.find(path)
    if (entry === undefined) throw damaged(`ofd: no ${path}`)
    const root = parseXml(this.zip.read(entry), this.budget)
    this.parsed.set(path, root)
    return root
  }
}

/** A path as seen from the part that names it; one that begins with / from the root. */
const resolve = (from: string, path: string): string => {
  if (path.startsWith('/')) return path.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
