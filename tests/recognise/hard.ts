import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const pieces = z
  .array(z.string())
  .parse(parse(readFileSync(new URL('../../fixtures/hard.yaml', import.meta.url), 'utf8')))

/** Texts of one piece over and over, with the piece. Quadratic time would run into the timeout; bench/hard.mjs measures. */
export const hardTexts = (length: number): { piece: string; text: string }[] =>
  pieces.map((piece) => ({ piece, text: piece.repeat(Math.ceil(length / piece.length)) }))
