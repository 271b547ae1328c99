import type { Register } from '../model/register.ts'
import { RegisterError } from './error.ts'
import { mergeRegisters } from './merge.ts'

/**
 * Reads a register back, whatever it was written as: a YAML ledger, JSON, or NDJSON (whose lines become one register).
 * Loads the parser and the schema only when called. Throws RegisterError, which names the line and says what to do.
 */
export async function readRegister(text: string): Promise<Register> {
  const content = text.replace(/^\ufeff/, '')
  if (content.trim() === '') throw new RegisterError('empty', 1)
  if (!/^\s*\{/.test(content)) return readYaml(content)
  const lines = content.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const isNdjson = lines.slice(first + 1).some((line) => line.trim() !== '') && isJson(lines[first] ?? '')
  return isNdjson ? readNdjson(lines) : readJson(content, 1)
}

async function readYaml(text: string): Promise<Register> {
  const { readLedger } = await import('./read-ledger.ts')
  const { register, lines } = readLedger(text)
  return check(register, ([list, index]) =>
    typeof index === 'number' && (list === 'documents' || list === 'tasks') ? (lines[list][index] ?? 1) : 1,
  )
}

async function readNdjson(lines: readonly string[]): Promise<Register> {
  const registers: Register[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '') registers.push(await readJson(line, index + 1))
  }
  const [first, ...others] = registers
  if (!first) throw new RegisterError('empty', 1)
  return mergeRegisters([first, ...others])
}

async function readJson(text: string, firstLine: number): Promise<Register> {
  // JSON is YAML too, and the YAML parser knows the line of everything: it is asked only when there is a fault.
  const locate = async (path: readonly PropertyKey[]): Promise<number> => {
    const { isNode, LineCounter, parseDocument } = await import('yaml')
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const [error] = document.errors
    if (error) return lines.linePos(error.pos[0]).line + firstLine - 1
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + firstLine - 1
    }
    return firstLine
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new RegisterError('syntax', await locate([]), {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
  return check(value, locate)
}

async function check(
  value: unknown,
  locate: (path: readonly PropertyKey[]) => number | Promise<number>,
): Promise<Register> {
  const schema = await import('../model/schema.ts')
  const result = schema.Register.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path ?? []
  throw new RegisterError('invalid', await locate(path), { field: path.join('.'), detail: issue?.message })
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
