import type { LedgerNode } from './ledger-node.ts'
import type { RegisterPosition } from './position.ts'
import { canonicalMark, originMarks, type Values } from './words.ts'

/** Where a name in the lists of a task comes from: one entry of 单位出处 or 人员出处. */
export interface Origin<R extends string> {
  role: R
  name: string
  source: RegisterPosition
  inherited?: boolean
  collective?: boolean
  inferred?: boolean
  canonical?: string
}

/** A list of names that share a role, as it stands in the file. */
export interface NamesOfRole<R extends string> {
  role: R
  names: string[]
}

/** Reads `[role, name, position, marks…]` entries. */
export function readOrigins<R extends string>(node: LedgerNode, roles: Values<R>): Origin<R>[] {
  return node.list().map((entry) => {
    const [role, name, source, ...marks] = entry.list()
    if (!role || !name || !source) return entry.fail('missing-field')
    const origin: Origin<R> = { role: role.value(roles), name: name.text(), source: source.position() }
    for (const mark of marks) addMark(origin, mark)
    return origin
  })
}

function addMark<R extends string>(origin: Origin<R>, mark: LedgerNode): void {
  const text = mark.text()
  const is = (word: { zh: string; en: string }): boolean => text === word.zh || text === word.en
  if (is(originMarks.inherited)) origin.inherited = true
  else if (is(originMarks.notInherited)) origin.inherited = false
  else if (is(originMarks.collective)) origin.collective = true
  else if (is(originMarks.notCollective)) origin.collective = false
  else if (is(originMarks.inferred)) origin.inferred = true
  else if (is(originMarks.notInferred)) origin.inferred = false
  else if (text.startsWith(canonicalMark.zh)) origin.canonical = text.slice(canonicalMark.zh.length)
  else if (text.startsWith(canonicalMark.en)) origin.canonical = text.slice(canonicalMark.en.length)
  else
    mark.fail('bad-value', {
      value: text,
      allowed: `${originMarks.inherited.zh}、${originMarks.collective.zh}、${canonicalMark.zh}…`,
    })
}

/**
 * Brings the names that people see and edit together with their origins. An unedited file gives back exactly what was
 * written. A name that was corrected keeps the origin of the one in whose place it stands; a name that was added
 * points at the task itself.
 */
export function joinOrigins<R extends string>(
  lists: readonly NamesOfRole<R>[],
  origins: readonly Origin<R>[],
  task: RegisterPosition,
): Origin<R>[] {
  const queues = new Map(lists.map(({ role, names }) => [role, joinRole(role, names, origins, task)]))
  const joined: Origin<R>[] = []
  // The order of the origins is the order of the register; it tells how the roles were mixed.
  for (const { role } of origins) {
    const next = queues.get(role)?.shift()
    if (next) joined.push(next)
  }
  for (const rest of queues.values()) joined.push(...rest)
  return joined
}

function joinRole<R extends string>(
  role: R,
  names: readonly string[],
  all: readonly Origin<R>[],
  task: RegisterPosition,
): Origin<R>[] {
  const unused = all.filter((origin) => origin.role === role)
  const found = names.map((name) => {
    const index = unused.findIndex((origin) => origin.name === name)
    return index < 0 ? undefined : unused.splice(index, 1)[0]
  })
  const renamed = found.filter((origin) => !origin).length === unused.length
  return names.map((name, index) => {
    const origin = found[index] ?? (renamed ? unused.shift() : undefined)
    if (!origin) return { role, name, source: task }
    // Whoever corrects the name may have meant another body: its old canonical name goes.
    if (origin.name === name) return origin
    const { canonical: _, ...rest } = origin
    return { ...rest, name }
  })
}
