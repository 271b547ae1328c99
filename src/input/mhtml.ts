import { damaged } from './errors.ts'

/** A page that was saved as one file: the HTML part of a MIME message. */
export interface SavedPage {
  bytes: Uint8Array
  /** As its header declares it. */
  charset: string | undefined
}

interface Part {
  headers: ReadonlyMap<string, string>
  /** Latin-1: one character a byte. */
  body: string
}

/** More parts within each other do not occur. */
const DEEPEST = 5

/** Takes the page out of an .mhtml; null where it holds none. */
export const savedPage = (bytes: Uint8Array): SavedPage | null => findPage(latin1(bytes), DEEPEST)

const findPage = (message: string, depth: number): SavedPage | null => {
  const { headers, body } = splitPart(message)
  const type = headers.get('content-type') ?? ''
  if (/^multipart\//i.test(type) && depth > 0) {
    const boundary = parameter(type, 'boundary')
    if (boundary === undefined) return null
    for (const piece of body.split(`--${boundary}`).slice(1)) {
      if (piece.startsWith('--')) break
      const found = findPage(piece.replace(/^[ \t]*\r?\n/, ''), depth - 1)
      if (found !== null) return found
    }
    return null
  }
  if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return null
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  return { bytes: decodeBody(body, encoding), charset: parameter(type, 'charset')?.toLowerCase() }
}

const splitPart = (message: string): Part => {
  const blank = /\r?\n\r?\n/.exec(message)
  const head = blank === null ? message : message.slice(0, blank.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: blank === null ? '' : message.slice(blank.index + blank[0].length) }
}

const parameter = (header: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

const decodeBody = (body: string, encoding: string): Uint8Array => {
  if (encoding === 'base64') return fromBase64(body)
  if (encoding !== 'quoted-printable') return toBytes(body)
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return toBytes(plain)
}

const fromBase64 = (body: string): Uint8Array => {
  try {
    return toBytes(atob(body.replace(/[^A-Za-z0-9+/]/g, '')))
  } catch {
    throw damaged('mhtml: base64')
  }
}

/** One character a byte; TextDecoder's latin1 is another encoding. */
const latin1 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 8192)))
  return parts.join('')
}

const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff)
