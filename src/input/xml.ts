import { SaxesParser } from 'saxes'
import { decode } from './decode.ts'
import { damaged } from './errors.ts'
import type { Budget } from './limits.ts'

/** An element. Names carry the usual prefix of their namespace (w:p, text:p), whatever prefix the file uses. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** Text is a bare string. */
export type XmlNode = XmlElement | string

interface OpenElement extends XmlElement {
  readonly children: XmlNode[]
}

/** The namespaces that readers ask for, with the prefix under which they ask; the strict ones as the transitional. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
    'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
    'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
    'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
    'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
    'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
    'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
    'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
    'http://www.ofdspec.org/2016': 'ofd',
  }),
)

/** Characters fed to the parser between two looks at the clock. */
const CHUNK = 65_536

/**
 * Parses an XML part into a tree. Entities of its own are refused, nothing outside the part is ever read; what is not
 * well-formed throws, so that no part is read by half.
 *
 * @throws InputError `damaged`, `too-large`, `timed-out`
 */
export const parseXml = (bytes: Uint8Array, budget: Budget): XmlElement => {
  budget.checkXml(bytes.length)
  const text = decodeXml(bytes)
  const parser = new SaxesParser({ xmlns: false, position: false })
  const scopes: Scope[] = []
  const outermost: Scope = { own: new Map(), outer: null }
  const open: OpenElement[] = []
  let root: XmlElement | null = null

  parser.on('error', (error) => {
    throw damaged(`XML: ${error.message}`)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!')) throw damaged('XML: a document type with entities')
  })
  parser.on('opentag', ({ name, attributes }) => {
    budget.addNode()
    budget.checkDepth(open.length)
    const scope = scopeOf(attributes, scopes.at(-1) ?? outermost)
    scopes.push(scope)
    const element: OpenElement = {
      name: canonical(name, scope, true),
      attributes: named(attributes, scope),
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
    root ??= element
  })
  parser.on('closetag', () => {
    open.pop()
    scopes.pop()
  })
  const addText = (text: string): void => {
    const parent = open.at(-1)
    if (parent === undefined) return
    budget.addNode()
    parent.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  for (let from = 0; from < text.length; from += CHUNK) {
    budget.checkTime()
    parser.write(text.slice(from, from + CHUNK))
  }
  parser.close()
  if (root === null) throw damaged('XML: no element')
  return root
}

const decodeXml = (bytes: Uint8Array): string => {
  try {
    return decode(bytes, declaredEncoding(bytes)).text
  } catch {
    throw damaged('XML: encoding')
  }
}

/** Encoding that the XML declaration names; undefined where the bytes tell it. */
const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 120))
  const label = /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase()
  return label === undefined || label.startsWith('utf-16') ? undefined : label
}

/** Prefixes that an element declares, and those around it; not copied, since there may be many. */
interface Scope {
  readonly own: ReadonlyMap<string, string>
  readonly outer: Scope | null
}

const scopeOf = (attributes: Readonly<Record<string, string>>, outer: Scope): Scope => {
  let own: Map<string, string> | null = null
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const declared = name === 'xmlns' ? '' : name.slice(6)
    own ??= new Map()
    own.set(declared, PREFIXES.get(value) ?? declared)
  }
  return own === null ? outer : { own, outer }
}

const usualPrefix = (prefix: string, scope: Scope): string => {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const known = at.own.get(prefix)
    if (known !== undefined) return known
  }
  return prefix
}

const canonical = (name: string, scope: Scope, isElement: boolean): string => {
  const colon = name.indexOf(':')
  if (colon < 0) {
    const prefix = isElement ? usualPrefix('', scope) : ''
    return prefix === '' ? name : `${prefix}:${name}`
  }
  const prefix = name.slice(0, colon)
  const known = usualPrefix(prefix, scope)
  return known === prefix ? name : known + name.slice(colon)
}

const named = (attributes: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> => {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) result[canonical(name, scope, false)] = value
  return result
}

/** Child elements, of that name if one is given. */
export function* elements(parent: XmlElement | null | undefined, name?: string): Generator<XmlElement> {
  for (const child of parent?.children ?? [])
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child
}

/** First child element of that name. */
export const child = (parent: XmlElement | null | undefined, name: string): XmlElement | undefined => {
  for (const node of parent?.children ?? []) if (typeof node !== 'string' && node.name === name) return node
  return undefined
}

/** All elements of that name, at any depth, in document order; those inside one that was found are left out. */
export function* descendants(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const node of elements(parent)) {
    if (node.name === name) yield node
    else yield* descendants(node, name)
  }
}

/** Text of an element, all of it. */
export const textOf = (element: XmlElement): string =>
  element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('')
