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

/** Whether bytes begin with the headers of a MIME message that holds a page. */
export const looksLikeMhtml = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (
    /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?mime-version:/i.test(head) &&
    /content-type:\s*(?:multipart\/|text\/html)/i.test(head)
  )
}

/** Takes the page out of an .mhtml; null where it holds none. */
export const savedPage = (bytes: Uint8Array): SavedPage | null =>
  findPage(new TextDecoder('latin1').decode(bytes), DEEPEST)

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
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
