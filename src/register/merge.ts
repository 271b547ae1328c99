import type { Register, RegisterDocument, Task } from '../model/register.ts'

/**
 * Joins registers into one. Documents and tasks keep their order. A document keeps its id while nobody before it has
 * it; otherwise it gets the first free d1, d2 …, and its tasks follow.
 */
export function mergeRegisters(registers: readonly [Register, ...Register[]]): Register {
  const [first] = registers
  const own = new Set(registers.flatMap(({ documents }) => documents.map(({ id }) => id)))
  const used = new Set<string>()
  const documents: RegisterDocument[] = []
  const tasks: Task[] = []
  let next = 1
  for (const register of registers) {
    const renamed = new Map<string, string>()
    for (const document of register.documents) {
      let id = document.id
      if (used.has(id)) {
        while (used.has(`d${next}`) || own.has(`d${next}`)) next++
        id = `d${next}`
        renamed.set(document.id, id)
      }
      used.add(id)
      documents.push(id === document.id ? document : { ...document, id })
    }
    for (const task of register.tasks) {
      const id = renamed.get(task.document)
      tasks.push(id === undefined ? task : { ...task, document: id })
    }
  }
  return { schema: first.schema, generator: first.generator, documents, tasks }
}

/** One register for each document, ids kept. Tasks of no listed document come last, in a register without documents. */
export function splitRegister(register: Register): Register[] {
  const { schema, generator } = register
  const parts = new Map<string, Register>()
  for (const document of register.documents) {
    parts.set(document.id, { schema, generator, documents: [document], tasks: [] })
  }
  const orphans: Task[] = []
  for (const task of register.tasks) (parts.get(task.document)?.tasks ?? orphans).push(task)
  const split = [...parts.values()]
  if (orphans.length > 0 || split.length === 0) split.push({ schema, generator, documents: [], tasks: orphans })
  return split
}
