import type { SourceNotice } from '../model/source.ts'
import { COMMON_HAN } from './common-characters.ts'
import { InputError } from './errors.ts'

export interface Decoded {
  text: string
  /** As WHATWG names it. */
  encoding: string
  notices: SourceNotice[]
}

/** So much of a text is looked at to tell encodings apart. */
const SAMPLE = 40_000

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isKnownEncoding = (label: string): boolean => {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

/** Share of the characters that are common Han, ASCII or Chinese punctuation; 0–1. */
const plausibility = (text: string): number => {
  let good = 0
  let counted = 0
  for (const char of text.slice(0, SAMPLE)) {
    const code = char.charCodeAt(0)
    if (code < 0x80) continue
    counted++
    if (
      COMMON_HAN.has(char) ||
      (code >= 0x3000 && code <= 0x3011) ||
      (code >= 0xff01 && code <= 0xff1f) ||
      (code >= 0x2014 && code <= 0x2026)
    )
      good++
  }
  return counted === 0 ? 0 : good / counted
}

/** Share of the characters that a text may well have: ASCII, line ends, and what `plausibility` counts. */
const readability = (text: string): number => {
  const sample = text.slice(0, SAMPLE)
  const ascii = sample.match(/[\t\n\r -~]/g)?.length ?? 0
  const rest = sample.length - ascii
  return sample.length === 0 ? 0 : (ascii + rest * plausibility(sample)) / sample.length
}

/**
 * UTF-16 without a mark. Zero bytes show that it may be; which half of a character they stand in does not tell the
 * byte order, since 一 (4E 00) has one as well, so both are read.
 */
const decodeWide = (bytes: Uint8Array): { text: string; encoding: string } | null => {
  let best: { text: string; encoding: string; score: number } | null = null
  for (const encoding of bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : []) {
    const text = decodeStrictly(bytes, encoding)
    if (text === null || /[\u0000-\u0008]/.test(text.slice(0, SAMPLE))) continue
    const score = readability(text)
    if (score > 0.4 && (best === null || score > best.score)) best = { text, encoding, score }
  }
  return best
}

const countReplacements = (text: string): number => text.match(/\ufffd/g)?.length ?? 0

const finish = (text: string, encoding: string, guessed: boolean): Decoded => {
  const notices: SourceNotice[] = []
  if (guessed) notices.push({ code: 'encoding-guessed', detail: encoding })
  const replaced = countReplacements(text)
  if (replaced > 0) notices.push({ code: 'replacement-characters', detail: String(replaced) })
  // TextDecoder drops one mark; a second one, left by careless joining of files, is text.
  return { text, encoding, notices }
}

/**
 * Decodes the bytes of a text file: by its byte-order mark, else as strict UTF-8, else UTF-16 by its zero bytes, else as
 * the one of GB18030 and Big5 that gives the commoner characters. A byte-order mark is no part of the text.
 *
 * @param encoding a WHATWG label that overrides all of this.
 * @throws InputError `unknown-encoding`, `not-decodable` (the bytes are not in that encoding), `binary` (no text at all).
 */
export const decode = (bytes: Uint8Array, encoding?: string): Decoded => {
  if (encoding !== undefined) {
    if (!isKnownEncoding(encoding))
      throw new InputError('unknown-encoding', { encoding }, `Unknown encoding ${encoding}`)
    const text = decodeStrictly(bytes, encoding)
    if (text === null) throw new InputError('not-decodable', { encoding }, `Not valid ${encoding}`)
    return finish(text, new TextDecoder(encoding).encoding, false)
  }
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return finish(new TextDecoder('utf-8').decode(bytes), 'utf-8', false)
  if (startsWith(bytes, 0xff, 0xfe)) return finish(new TextDecoder('utf-16le').decode(bytes), 'utf-16le', false)
  if (startsWith(bytes, 0xfe, 0xff)) return finish(new TextDecoder('utf-16be').decode(bytes), 'utf-16be', false)

  if (bytes.subarray(0, SAMPLE).includes(0)) {
    const wide = decodeWide(bytes)
    if (wide === null) throw new InputError('binary', {}, 'Not a text file')
    return finish(wide.text, wide.encoding, true)
  }
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return finish(utf8, 'utf-8', false)

  let best: { text: string; encoding: string; score: number } | null = null
  // In this order: of two equally good readings the first is kept.
  for (const candidate of ['gb18030', 'big5', 'utf-16le', 'utf-16be']) {
    if (candidate.startsWith('utf-16') && bytes.length % 2 !== 0) continue
    const text = decodeStrictly(bytes, candidate)
    if (text === null) continue
    const score = plausibility(text)
    if (best === null || score > best.score) best = { text, encoding: candidate, score }
  }
  // A few damaged bytes in a file that is otherwise UTF-8 must not turn all of it into another encoding.
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const damaged = countReplacements(lossy)
  if (damaged * 20 < lossy.length && (best === null || plausibility(lossy) > best.score))
    return finish(lossy, 'utf-8', true)
  if (best !== null) {
    if (isRubbish(best.text)) throw new InputError('binary', {}, 'Not a text file')
    return finish(best.text, best.encoding, true)
  }
  const gb = new TextDecoder('gb18030').decode(bytes)
  if (countReplacements(gb) * 20 < gb.length && !isRubbish(gb)) return finish(gb, 'gb18030', true)
  throw new InputError('binary', {}, 'Not a text file')
}

/** Control characters, other than those of line ends and tabs, do not occur in texts. */
const isRubbish = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  const control = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
  return control * 50 > sample.length
}
