import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { HAN } from '../characters.ts'

const TONED = 'āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛŃŇǸḾ\\u0300-\\u030c'
const LETTER = `A-Za-zɡɑüÜêÊ${TONED}`
const TONE = new RegExp(`[${TONED}]`)

/**
 * (guān), also with spaces or a line end inside · (guān whose bracket was lost · guān) whose opening bracket went,
 * often with the character it belonged to, of which a ? is left.
 */
const GLOSS = new RegExp(
  `[(（]\\s?[${LETTER}](?:[\\s'’·]?[${LETTER}]){0,11}\\s?[)）]|[(（][${LETTER}]{1,7}|(?<=[${HAN}\\u3040-\\u30ff\\ufffd?？])[${LETTER}]{1,7}[)）]`,
  'g',
)

const INITIAL = '(?:b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w)?'
const FINAL =
  '(?:i|u|v|ü|a|ia|ua|o|uo|e|ie|ve|üe|ue|ai|uai|ei|ui|ao|iao|ou|iu|an|ian|uan|en|in|un|ang|iang|uang|eng|ing|ong|iong|er)'
/** A neutral tone carries no mark: (de), (me). */
const NEUTRAL = new RegExp(`^[(（]${INITIAL}${FINAL}[)）]$`)

/** So many marked glosses make a text one that is glossed throughout, where an unmarked one is a gloss as well. */
const GLOSSED_THROUGHOUT = 20

/** Takes out pinyin that a web page inserted after characters: 應(yīng)該 → 應該, with its damaged forms. */
export const dropGlosses = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  if (!TONE.test(text)) return buffer
  const matches = [...text.matchAll(GLOSS)]
  let marked = 0
  for (const match of matches) if (TONE.test(match[0])) marked++
  const throughout = marked >= GLOSSED_THROUGHOUT
  const edits = new Edits()
  const isHanBefore = new RegExp(`[${HAN}]$`)
  for (const match of matches) {
    const gloss = match[0]
    const drop =
      TONE.test(gloss) || (throughout && NEUTRAL.test(gloss) && isHanBefore.test(text.slice(0, match.index).slice(-1)))
    if (drop) edits.add(match.index, match.index + gloss.length)
  }
  const clean = applyEdits(buffer, edits)
  if (!throughout) return clean
  // ??h市区, in a PDF ??h 市区: two characters were lost, and of the gloss between them one letter is left.
  const rests = new Edits()
  for (const match of clean.text.matchAll(new RegExp(`(?<=\\?\\?)[a-z] ?(?=[${HAN}])`, 'g')))
    rests.add(match.index, match.index + match[0].length)
  return applyEdits(clean, rests)
}
