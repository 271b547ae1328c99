import type { Register } from '../model/register.ts'
import { splitRegister } from '../register/merge.ts'

/** One document's register a line, so that batches can be streamed, cut and joined with line tools. */
export function writeNdjson(register: Register): string {
  return splitRegister(register)
    .map((part) => `${JSON.stringify(part)}\n`)
    .join('')
}
