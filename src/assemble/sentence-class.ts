import { type Cues, shippedCues } from './cues.ts'
import { byForm } from './sentence/by-form.ts'
import { byWeight } from './sentence/by-weight.ts'
import { addressed, introducing } from './sentence/introducing.ts'
import type { SentenceVerdict } from './sentence/verdict.ts'
import { weigh } from './sentence/weights.ts'
import { readWords } from './sentence/words.ts'

/**
 * Tells what a sentence is from its words alone; what the section around it is counts elsewhere.
 *
 * @param sentence one sentence, clean, its enumerator taken off
 * @param ahead the section says what is to be done: words that tell of the past only as a rule are not enough there
 */
export function classifySentence(sentence: string, cues: Cues = shippedCues(), ahead = false): SentenceVerdict {
  const words = readWords(sentence, cues, ahead)
  const formed = byForm(words)
  if (formed) return formed
  const told = addressed(words)
  return introducing(words, told) ?? byWeight(words, weigh(words), told)
}
