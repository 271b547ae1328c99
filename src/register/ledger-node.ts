import { isMap, isScalar, isSeq, type LineCounter, type Node, type ParsedNode, type YAMLMap } from 'yaml'
import { RegisterError, type RegisterErrorCode, type RegisterErrorParams } from './error.ts'
import { type RegisterPosition, readPosition } from './position.ts'
import type { Values, Word } from './words.ts'

/**
 * A place in a ledger file with what stands there. Scalars are read as text whatever they look like (1.10 stays 1.10);
 * every complaint names the line.
 */
export class LedgerNode {
  constructor(
    private readonly lines: LineCounter,
    /** Undefined where the field is not there at all. */
    private readonly node: ParsedNode | Node | null | undefined,
    /** As the file names it. */
    readonly field: string,
    /** What stands next to it: there to complain when the node itself has no place. */
    private readonly beside?: Node | null,
  ) {}

  get line(): number {
    const range = this.node?.range ?? this.beside?.range
    return range ? this.lines.linePos(range[0]).line : 1
  }

  fail(code: RegisterErrorCode, params: RegisterErrorParams = {}): never {
    throw new RegisterError(code, this.line, { field: this.field, ...params })
  }

  /** Nothing after the colon, or no such field. */
  get isEmpty(): boolean {
    if (this.node === undefined || this.node === null) return true
    return isScalar(this.node) && this.node.type === 'PLAIN' && this.node.value === ''
  }

  text(): string {
    if (this.node === undefined) this.fail('missing-field')
    if (this.isEmpty) return ''
    if (!isScalar(this.node) || typeof this.node.value !== 'string') return this.fail('expected-text')
    return this.node.value
  }

  number(): number {
    const text = this.text()
    const value = Number(text)
    return text.trim() === '' || !Number.isFinite(value) ? this.fail('bad-number', { value: text }) : value
  }

  date(): string {
    const text = this.text()
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : this.fail('bad-date', { value: text })
  }

  position(): RegisterPosition {
    const text = this.text()
    return readPosition(text) ?? this.fail('bad-position', { value: text })
  }

  flag(): boolean {
    const text = this.text()
    if (text === '是' || text === 'true') return true
    if (text === '否' || text === 'false') return false
    return this.fail('bad-value', { value: text, allowed: '是, 否' })
  }

  /** One of a closed set, in Chinese or as the model has it. */
  value<T extends string>(values: Values<T>): T {
    const text = this.text()
    for (const value in values) if (value === text || values[value] === text) return value
    return this.fail('bad-value', { value: text, allowed: Object.values(values).join('、') })
  }

  /** What `read` makes of the field; undefined where it is empty. */
  optional<T>(read: (node: LedgerNode) => T): T | undefined {
    return this.isEmpty ? undefined : read(this)
  }

  list(): LedgerNode[] {
    if (this.isEmpty) return []
    if (!isSeq<Node>(this.node)) return this.fail('expected-list')
    return this.node.items.map((item) => new LedgerNode(this.lines, item, this.field, this.node))
  }

  /** A list, or the only item of one. */
  listOrOne(): LedgerNode[] {
    return isScalar(this.node) && !this.isEmpty ? [this] : this.list()
  }

  fields<K extends string>(words: Readonly<Record<K, Word>>): (key: K) => LedgerNode {
    if (!isMap<Node, Node | null>(this.node)) return this.fail('expected-fields')
    return this.fieldsOf(this.node, words)
  }

  private fieldsOf<K extends string>(
    map: YAMLMap<Node, Node | null>,
    words: Readonly<Record<K, Word>>,
  ): (key: K) => LedgerNode {
    const byName = namesOf(words)
    const found = new Map<K, LedgerNode>()
    for (const { key: keyNode, value } of map.items) {
      const name = isScalar(keyNode) ? String(keyNode.value) : ''
      const key = byName.get(name)
      if (key === undefined) {
        const allowed = Object.values<Word>(words).map(({ zh }) => zh)
        return new LedgerNode(this.lines, keyNode, name).fail('unknown-field', { allowed: allowed.join('、') })
      }
      found.set(key, new LedgerNode(this.lines, value, name, keyNode))
    }
    return (key) => found.get(key) ?? new LedgerNode(this.lines, undefined, words[key].zh, map)
  }
}

/** The key that each word stands for, in either language. */
function namesOf<K extends string>(words: Readonly<Record<K, Word>>): ReadonlyMap<string, K> {
  const names = new Map<string, K>()
  for (const key in words) names.set(words[key].zh, key).set(words[key].en, key)
  return names
}
