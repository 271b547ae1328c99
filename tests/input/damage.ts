import { unzipSync, zipSync } from 'fflate'

/** Numbers that look random and are the same every time. */
export const generator = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

const flip = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = bytes.slice()
  for (let count = 1 + below(random, 20); count > 0; count--) copy[below(random, copy.length)] = below(random, 256)
  return copy
}

/** Where formats keep what everything else hangs on. */
const flipHead = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = bytes.slice()
  for (let count = 1 + below(random, 4); count > 0; count--)
    copy[8 + below(random, Math.min(2000, copy.length - 8))] = below(random, 256)
  return copy
}

const cut = (bytes: Uint8Array, random: Random): Uint8Array => bytes.slice(0, 1 + below(random, bytes.length))

const join = (...parts: Uint8Array[]): Uint8Array => {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}

const dropPiece = (bytes: Uint8Array, random: Random): Uint8Array => {
  const from = below(random, bytes.length)
  return join(bytes.slice(0, from), bytes.slice(from + 1 + below(random, 2000)))
}

const repeatPiece = (bytes: Uint8Array, random: Random): Uint8Array => {
  const from = below(random, bytes.length)
  const to = from + 1 + below(random, 2000)
  return join(bytes.slice(0, to), bytes.slice(from))
}

const blank = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = bytes.slice()
  const from = below(random, copy.length)
  return copy.fill(random() < 0.5 ? 0 : 255, from, from + 1 + below(random, 600))
}

/** Texts inside are damaged and packed again, so that what reads them sees it, and not only what unpacks. */
const inZip = (bytes: Uint8Array, random: Random): Uint8Array => {
  const entries: [string, Uint8Array][] = Object.entries(unzipSync(bytes))
  const [one, other] = [below(random, entries.length), below(random, entries.length)]
  const a = entries[one]
  const b = entries[other]
  if (a === undefined || b === undefined) return bytes
  switch (below(random, 4)) {
    case 0:
      entries.splice(one, 1)
      break
    case 1:
      entries[one] = [a[0], b[1]]
      entries[other] = [b[0], a[1]]
      break
    case 2:
      entries[one] = [a[0], damagedText(a[1], random)]
      break
    default:
      entries[one] = [a[0], damage(a[1], random)]
  }
  return zipSync(Object.fromEntries(entries))
}

/** Tags and attributes removed, doubled, or with other numbers: well-formed now and then. */
const damagedText = (bytes: Uint8Array, random: Random): Uint8Array => {
  const pieces = new TextDecoder().decode(bytes).split(/(?=<)/)
  for (let count = 1 + below(random, 10); count > 0; count--) {
    const at = below(random, pieces.length)
    const piece = pieces[at] ?? ''
    switch (below(random, 4)) {
      case 0:
        pieces.splice(at, 1)
        break
      case 1:
        pieces.splice(at, 0, piece)
        break
      case 2:
        pieces[at] = piece.replace(/"-?\d+"/, `"${[0, -1, 99, 65_536, 4_294_967_295][below(random, 5)]}"`)
        break
      default:
        pieces[at] = pieces[below(random, pieces.length)] ?? ''
    }
  }
  return new TextEncoder().encode(pieces.join(''))
}

/** A damaged copy. */
export const damage = (bytes: Uint8Array, random: Random): Uint8Array => {
  if (bytes.length < 16) return bytes
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
  if (isZip && random() < 0.6) return inZip(bytes, random)
  const kinds = [flip, flip, flipHead, cut, dropPiece, repeatPiece, blank]
  return kinds[below(random, kinds.length)]?.(bytes, random) ?? bytes
}
