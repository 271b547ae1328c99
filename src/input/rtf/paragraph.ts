import { headingHint } from '../blocks.ts'
import { bullet } from '../number-formats.ts'
import type { LineHint } from '../text-builder.ts'

const CLOSED = /[、）】》〉：，。．]$/
const BULLET = /^[•·●◆■►▪○□◇➢✓✔\u00b7\uf000-\uf0ff*-]$|^[on§ülvØ]$/

/**
 * A paragraph with its number, as it is shown.
 *
 * @param outline its level, from 0; undefined for text
 */
export function paragraphOf(
  number: string,
  body: string,
  outline: number | undefined,
): { text: string; hint: LineHint | undefined } {
  if (body.trim() === '') return { text: '', hint: undefined }
  if (BULLET.test(number)) return { text: `${bullet} ${body.trimStart()}`, hint: { kind: 'list-item', depth: 1 } }
  const text = number === '' ? body : number + (CLOSED.test(number) ? '' : ' ') + body.trimStart()
  return { text, hint: headingHint(text, outline === undefined ? undefined : outline + 1) }
}
