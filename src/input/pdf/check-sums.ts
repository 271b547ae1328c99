import { Inflate } from 'fflate'
import type { Budget } from '../limits.ts'

const STREAM = /stream\r?\n/g
/** What stands before a packed stream; pictures are of no use here. */
const PACKED = /<<[\s\S]*?\/Filter\s*\[?\s*\/FlateDecode\s*\]?(?![\s\S]*\/Subtype\s*\/Image)[\s\S]*>>\s*$/
const LONGEST_HEAD = 600
const MOST_UNPACKED = 50_000_000
const CHUNK = 65_536

/**
 * How many of the packed streams of a PDF are not what their check sums say. pdf.js does not look at them, and text that
 * comes out of such a stream may lack characters or have others. Nothing is told where most sums are wrong: some
 * programs do not write them.
 */
export const countWrongSums = (bytes: Uint8Array, budget: Budget): number => {
  const text = new TextDecoder('latin1').decode(bytes)
  let room = MOST_UNPACKED
  let right = 0
  let wrong = 0
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    budget.checkTime()
    const head = text.slice(Math.max(0, index - LONGEST_HEAD), index)
    if (!PACKED.test(head.slice(head.lastIndexOf(' obj')))) continue
    const start = index + word.length
    const end = text.indexOf('endstream', start)
    if (end < 0) continue
    const sum = unpackedSum(bytes.subarray(start, end), room)
    if (sum === 'too-long') break
    room -= sum?.length ?? 0
    // A line end may stand between the sum and the word.
    const isRight = sum !== null && [0, 1, 2].some((extra) => readSum(bytes, end - extra) === sum.value)
    if (isRight) right++
    else wrong++
  }
  return wrong < right ? wrong : 0
}

const readSum = (bytes: Uint8Array, end: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(Math.max(0, end - 4))

/** Adler-32 of what a stream unpacks to; null where it does not. */
const unpackedSum = (packed: Uint8Array, room: number): { value: number; length: number } | 'too-long' | null => {
  let low = 1
  let high = 0
  let length = 0
  const inflate = new Inflate((chunk) => {
    length += chunk.length
    for (let from = 0; from < chunk.length; from += 3800) {
      for (const byte of chunk.subarray(from, from + 3800)) {
        low += byte
        high += low
      }
      low %= 65_521
      high %= 65_521
    }
  })
  try {
    // Two bytes say that it is packed.
    for (let from = 2; from < packed.length; from += CHUNK) {
      inflate.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length)
      if (length > room) return 'too-long'
    }
  } catch {
    return null
  }
  return { value: high * 65_536 + low, length }
}
