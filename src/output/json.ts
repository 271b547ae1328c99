import type { Register } from '../model/register.ts'

/** The contract as it is, for programs and for reading. */
export function writeJson(register: Register): string {
  return `${JSON.stringify(register, null, 2)}\n`
}
