import { child, elements, type XmlElement } from '../xml.ts'

/** A paragraph's number by reference; what a style leaves open is undefined. */
export interface NumberReference {
  numId?: string
  level?: number
}

/** What a style says, with what it is based on. */
export interface ResolvedStyle {
  /** From 0: outline level 1. Undefined: body text. */
  outline?: number
  numbering?: NumberReference
  /** Style that brought the numbering: levels may be linked to it. */
  numberingStyle?: string
  hidden: boolean
  /** Title, entry of a table of contents … */
  role: 'title' | 'contents' | 'plain'
}

interface Style {
  id: string
  name: string
  basedOn: string | undefined
  element: XmlElement
}

const PLAIN: ResolvedStyle = { hidden: false, role: 'plain' }
/** Chains of basedOn are short; one that is longer goes in circles. */
const LONGEST_CHAIN = 30
const BODY_TEXT = 9

const attributeOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

/** On unless it says otherwise: <w:vanish/>, w:val="true". */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(attributeOf(element) ?? '')

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined

/** Reads w:numPr. */
export const numberReference = (properties: XmlElement | undefined): NumberReference | undefined => {
  const element = child(properties, 'w:numPr')
  if (element === undefined) return undefined
  const numId = attributeOf(child(element, 'w:numId'))
  const level = integer(attributeOf(child(element, 'w:ilvl')))
  return { ...(numId === undefined ? {} : { numId }), ...(level === undefined ? {} : { level: clampLevel(level) }) }
}

const clampLevel = (level: number): number => Math.max(0, Math.min(8, level))

/** Outline level that paragraph properties give, from 0; 9 says that it is body text. */
export const outlineLevel = (properties: XmlElement | undefined): number | undefined =>
  integer(attributeOf(child(properties, 'w:outlineLvl')))

/** The styles of a document. */
export class Styles {
  private readonly byId = new Map<string, Style>()
  private readonly resolved = new Map<string, ResolvedStyle>()
  private readonly defaults: { paragraph?: string; character?: string } = {}

  constructor(part: XmlElement | null) {
    for (const element of elements(part, 'w:style')) {
      const id = element.attributes['w:styleId']
      if (id === undefined) continue
      const name = (attributeOf(child(element, 'w:name')) ?? '').trim().toLowerCase()
      this.byId.set(id, { id, name, basedOn: attributeOf(child(element, 'w:basedOn')), element })
      const type = element.attributes['w:type']
      if (
        /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '') &&
        (type === 'paragraph' || type === 'character')
      )
        this.defaults[type] = id
    }
  }

  /** Style of a paragraph; the default one where none is given. */
  paragraph(id: string | undefined): ResolvedStyle {
    return this.resolve(id !== undefined && this.byId.has(id) ? id : this.defaults.paragraph)
  }

  /** Whether a character style hides its text. */
  isHidden(id: string | undefined): boolean {
    return id !== undefined && this.resolve(id).hidden
  }

  /** Number of a numbering style, to which definitions may refer. */
  numberingOf(id: string): NumberReference | undefined {
    return this.resolve(id).numbering
  }

  private resolve(id: string | undefined): ResolvedStyle {
    if (id === undefined) return PLAIN
    const known = this.resolved.get(id)
    if (known !== undefined) return known
    const result: ResolvedStyle = { ...PLAIN }
    const chain: Style[] = []
    for (
      let style = this.byId.get(id);
      style !== undefined && chain.length < LONGEST_CHAIN;
      style = this.parentOf(style)
    )
      chain.push(style)
    for (const style of chain.reverse()) apply(result, style)
    if (result.outline === BODY_TEXT) delete result.outline
    this.resolved.set(id, result)
    return result
  }

  private parentOf(style: Style): Style | undefined {
    return style.basedOn === undefined ? undefined : this.byId.get(style.basedOn)
  }
}

const apply = (result: ResolvedStyle, { id, name, element }: Style): void => {
  const properties = child(element, 'w:pPr')
  const heading = /^(?:heading|标题) ?([1-9])$/.exec(name)?.[1]
  const outline = outlineLevel(properties) ?? (heading === undefined ? undefined : Number(heading) - 1)
  if (outline !== undefined) result.outline = outline
  const numbering = numberReference(properties)
  if (numbering !== undefined) {
    result.numbering = { ...result.numbering, ...numbering }
    result.numberingStyle = id
  }
  const vanish = child(child(element, 'w:rPr'), 'w:vanish')
  if (vanish !== undefined) result.hidden = isOn(vanish)
  if (/^(?:title|标题|文章标题|公文标题)$/.test(name)) result.role = 'title'
  else if (/^(?:toc|目录) ?\d$/.test(name)) result.role = 'contents'
}
