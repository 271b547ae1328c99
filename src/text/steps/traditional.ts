import type { Source } from '../../model/source.ts'
import { type TextBuffer, withText } from '../buffer.ts'
import { SIMPLIFIED } from '../traditional-pairs.ts'

/** Turns traditional characters into simplified ones. */
export type Converter = (text: string) => string

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g')
const HAS_TRADITIONAL = new RegExp(TRADITIONAL.source)

const SAMPLES = 8
const SAMPLE_LENGTH = 20_000

/** Whether so much of the text is traditional that words, not only single characters, have to be looked up. */
const isTraditional = (text: string): boolean => {
  let han = 0
  let traditional = 0
  const stride = Math.max(SAMPLE_LENGTH, Math.floor(text.length / SAMPLES))
  for (let at = 0; at < text.length; at += stride) {
    const sample = text.slice(at, at + SAMPLE_LENGTH)
    han += sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0
    traditional += sample.match(TRADITIONAL)?.length ?? 0
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

/** Traditional → simplified, keeping the length. Without a converter only single characters of a small table change. */
export const simplify = (buffer: TextBuffer, convert?: Converter): TextBuffer => {
  const { text } = buffer
  if (convert !== undefined) {
    const converted = convert(text)
    if (converted.length === text.length) return withText(buffer, converted)
    // A word was converted to a shorter or longer one: then character by character, so that places stay true.
    let out = ''
    for (const char of text) {
      const simplified = convert(char)
      out += simplified.length === char.length ? simplified : char
    }
    return withText(buffer, out)
  }
  if (!HAS_TRADITIONAL.test(text)) return buffer
  return withText(
    buffer,
    text.replace(TRADITIONAL, (char) => SIMPLIFIED.get(char) ?? char),
  )
}
