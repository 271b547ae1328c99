import { type Decoded, decode } from '../decode.ts'
import { InputError } from '../errors.ts'

/** The declaration must stand in the first bytes, as browsers have it; some sites put comments before it. */
const HEAD = 4096

/** The encoding that a page says it has: <meta charset>, <meta http-equiv … content="…charset=…">, or the XML declaration. */
const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD)).replace(/<!--[\s\S]*?-->/g, '')
  const found =
    /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

/** GB2312 and GBK pages hold characters that only GB18030 has; a page that says UTF-16 in ASCII is none. */
const readable = (charset: string): string =>
  /^(?:gb2312|gb_2312-80|gbk|x-gbk|gb18030)$/.test(charset)
    ? 'gb18030'
    : charset.startsWith('utf-16')
      ? 'utf-8'
      : charset

/**
 * Decodes a page by its byte-order mark, else as it declares where its bytes agree, else by what the bytes look like.
 *
 * @param encoding a WHATWG label that overrides all of this
 * @param transport what the transport declared: the header of a MIME part
 */
export const decodePage = (bytes: Uint8Array, encoding?: string, transport?: string): Decoded => {
  if (encoding !== undefined) return decode(bytes, encoding)
  const marked =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  for (const charset of marked ? [] : [transport, declaredCharset(bytes)]) {
    if (charset === undefined || charset === null) continue
    try {
      return decode(bytes, readable(charset))
    } catch (error) {
      // Says one encoding and is in another: many copies of pages do.
      if (!(error instanceof InputError)) throw error
    }
  }
  return decode(bytes)
}
