import type { Source } from '../../model/source.ts'
import { type TextBuffer, withText } from '../buffer.ts'
import { CharSet } from '../char-set.ts'
import { SIMPLIFIED } from '../traditional-pairs.ts'

/** Turns traditional characters into simplified ones. */
export type Converter = (text: string) => string

const ALL_TRADITIONAL = [...SIMPLIFIED.keys()].join('')
const TRADITIONAL = new RegExp(`[${ALL_TRADITIONAL}]`, 'g')
const IS_TRADITIONAL = new CharSet(ALL_TRADITIONAL)

const SAMPLES = 8
const SAMPLE_LENGTH = 20_000

/** Whether so much of the text is traditional that words, not only single characters, have to be looked up. */
const isTraditional = (text: string): boolean => {
  let han = 0
  let traditional = 0
  const stride = Math.max(SAMPLE_LENGTH, Math.floor(text.length / SAMPLES))
  for (let at = 0; at < text.length; at += stride) {
    const sample = text.slice(at, at + SAMPLE_LENGTH)
    for (let i = 0; i < sample.length; i++) {
      const code = sample.charCodeAt(i)
      if (code < 0x4e00 || code > 0x9fff) continue
      han++
      if (IS_TRADITIONAL.has(code)) traditional++
    }
  }
  // Traditional prose has about one such character in five; quotations in simplified prose stay far below one in 25.
  return traditional >= 5 && traditional * 25 > han
}

let loading: Promise<Converter> | undefined

/** The OpenCC converter (Taiwan standard → simplified), loaded once and only when somebody asks for it. */
const loadConverter = (): Promise<Converter> => {
  loading ??= import('opencc-js/t2cn').then(({ Converter: create }) => create({ from: 'tw', to: 'cn' }))
  return loading
}

/**
 * Loads what the view of this source needs: the converter when the text is in traditional characters, else nothing.
 *
 * @returns the converter, to be handed to `createView`, or undefined.
 */
export const prepareView = async (source: Pick<Source, 'text'>): Promise<Converter | undefined> =>
  isTraditional(source.text) ? loadConverter() : undefined

/** By converter: there are two or three thousand characters in use, each of which is looked up once. */
const known = new WeakMap<Converter, Map<string, string>>()

const simplifyOne = (char: string, convert: Converter): string => {
  let characters = known.get(convert)
  if (characters === undefined) {
    characters = new Map()
    known.set(convert, characters)
  }
  let simplified = characters.get(char)
  if (simplified === undefined) {
    const converted = convert(char)
    simplified = converted.length === char.length ? converted : char
    characters.set(char, simplified)
  }
  return simplified
}

/** Traditional → simplified, keeping the length. Without a converter only single characters of a small table change. */
export const simplify = (buffer: TextBuffer, convert?: Converter): TextBuffer => {
  const { text } = buffer
  if (convert !== undefined) {
    const converted = convert(text)
    if (converted.length === text.length) return withText(buffer, simplifySingle(converted))
    // A word was converted to a shorter or longer one: then character by character, so that places stay true.
    let out = ''
    for (const char of text) out += simplifyOne(char, convert)
    return withText(buffer, simplifySingle(out))
  }
  return IS_TRADITIONAL.isIn(text) ? withText(buffer, simplifySingle(text)) : buffer
}

/** The characters of the table; behind the converter those that Hong Kong writes and Taiwan does not (衞). */
const simplifySingle = (text: string): string => text.replace(TRADITIONAL, (char) => SIMPLIFIED.get(char) ?? char)
