import type { Register, Task } from '../model/register.ts'

/**
 * Gives the documents of one register after the other ids that none before them has: a document keeps its own while
 * nobody before it has it; otherwise it gets the first free d1, d2 …, and its tasks follow.
 */
export class DocumentNumbers {
  private readonly used = new Set<string>()
  private next = 1

  /** @param reserved ids that documents yet to come have, and are to keep */
  constructor(private readonly reserved: ReadonlySet<string> = new Set()) {}

  /** The register with such ids. */
  renumber(register: Register): Register {
    const renamed = new Map<string, string>()
    const documents = register.documents.map((document) => {
      const id = this.used.has(document.id) ? this.free() : document.id
      this.used.add(id)
      if (id === document.id) return document
      renamed.set(document.id, id)
      return { ...document, id }
    })
    if (renamed.size === 0) return register
    const tasks = register.tasks.map((task) => ({ ...task, document: renamed.get(task.document) ?? task.document }))
    return { ...register, documents, tasks }
  }

  private free(): string {
    while (this.used.has(`d${this.next}`) || this.reserved.has(`d${this.next}`)) this.next++
    return `d${this.next}`
  }
}

/** Joins registers into one. Documents and tasks keep their order; DocumentNumbers says what becomes of their ids. */
export function mergeRegisters(registers: readonly [Register, ...Register[]]): Register {
  const [first] = registers
  const numbers = new DocumentNumbers(new Set(registers.flatMap(({ documents }) => documents.map(({ id }) => id))))
  const renumbered = registers.map((register) => numbers.renumber(register))
  return {
    schema: first.schema,
    generator: first.generator,
    documents: renumbered.flatMap(({ documents }) => documents),
    tasks: renumbered.flatMap(({ tasks }) => tasks),
  }
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
