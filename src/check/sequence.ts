import type { Scheme } from '../structure/schemes.ts'
import type { Root, Section } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { visitBlocks } from './lines.ts'
import { keyOf, markerWith, type Numbered, repeatsIn } from './marks.ts'
import type { RuleContext } from './types.ts'

/** Something wrong in a row of numbers. */
export interface Anomaly {
  kind: 'gap' | 'duplicate' | 'order' | 'restart'
  section: Numbered
  /** The marker that should stand there. */
  expected: string
  /** Gap: the markers that are missing. */
  missing: string[]
  /** The neighbour that it is measured by; none where the row begins. */
  related: Numbered | null
}

/** Schemes that number by convention; points (一是…) have a rule of their own, lost numbers have no value. */
const NUMBERED: ReadonlySet<Scheme> = new Set<Scheme>([
  'piece',
  'part',
  'chapter',
  'clause',
  'attachment',
  'named',
  'stage',
  'article',
  'han',
  'han-paren',
  'arabic',
  'arabic-pair',
  'arabic-paren',
  'circled',
])

/** Headings proper: their numbers start anew only where something says so. */
const STRICT: ReadonlySet<Scheme> = new Set<Scheme>(['part', 'chapter', 'clause', 'han'])

const OPENS_UNIT =
  /^(?:[一二三四五六七八九十]{1,3}[、.是要]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[①-⑳])/

/** Rows that begin later than this are excerpts of something. */
const LATEST_START = 3
/** Schemes of which a lone two that opens a line is no accident. */
const LONE: ReadonlySet<Scheme> = new Set<Scheme>(['han', 'han-paren', 'arabic', 'arabic-paren'])
/** A longer jump is no gap but a wrong number. */
const WIDEST_GAP = 12

const cache = new WeakMap<object, Anomaly[]>()

/** What is wrong with the numbers of a document; worked out once for the rules that share it. */
export function anomaliesOf({ tree, view }: Pick<RuleContext, 'tree' | 'view'>): readonly Anomaly[] {
  const known = cache.get(tree)
  if (known) return known
  const found = new SequenceReader(tree, view).read()
  cache.set(tree, found)
  return found
}

interface Item {
  section: Numbered
  value: number
}

class SequenceReader {
  private readonly anomalies: Anomaly[] = []
  /** Last number of each scheme so far: articles count on through chapters. */
  private readonly last = new Map<string, number>()

  /** Where the lines that Markdown takes for items of a list start. */
  private readonly listItems: ReadonlySet<number>

  constructor(
    private readonly tree: Root,
    private readonly view: View,
  ) {
    this.listItems = new Set(view.lines.filter(({ hint }) => hint?.kind === 'list-item').map(({ start }) => start))
  }

  read(): Anomaly[] {
    this.readChildren(this.tree)
    visitBlocks(this.tree, (block) => {
      if (block.type === 'section') this.readChildren(block)
    })
    return this.anomalies
  }

  /** The rows of numbers among the children of one unit. */
  private readChildren(parent: Root | Section): void {
    const rows = new Map<string, Item[]>()
    const flush = () => {
      for (const [key, items] of rows) this.readRows(key, items)
      rows.clear()
    }
    for (const child of parent.children) {
      // what comes after another title, an attachment or a heading without number counts for itself
      if (child.type === 'title') flush()
      if (child.type !== 'section') continue
      const { scheme, ordinal } = child.enumerator
      if (scheme === 'attachment' || scheme === 'markdown' || scheme === 'piece') {
        for (const key of [...rows.keys()].filter((key) => key !== scheme)) {
          this.readRows(key, rows.get(key) ?? [])
          rows.delete(key)
        }
        this.last.clear()
      }
      if (ordinal === null || !NUMBERED.has(scheme) || this.amends(child)) continue
      const key = keyOf(child)
      const items = rows.get(key) ?? []
      items.push({ section: child, value: ordinal }, ...repeatsIn(this.view.text, child))
      rows.set(key, items)
    }
    flush()
  }

  /** 第八条修改为…: the numbers are those of the law that is changed. */
  private amends({ enumerator, end }: Section): boolean {
    return (
      enumerator.scheme === 'article' &&
      /^[^。\n]{0,12}(?:修改为|改为|删去|删除|增加|调整为)/.test(this.view.text.slice(enumerator.end, end))
    )
  }

  /** Cuts what stands under one unit into rows that each start at 1, and looks at each. */
  private readRows(key: string, items: readonly Item[]): void {
    let row: Item[] = []
    for (const [i, item] of items.entries()) {
      const previous = items[i - 1]
      if (previous && item.value === 1 && this.startsAnew(items, i, row)) {
        this.readRow(key, row)
        row = []
      }
      row.push(item)
    }
    this.readRow(key, row)
  }

  /** Whether the 1 at `i` opens a row of its own. */
  private startsAnew(items: readonly Item[], i: number, row: readonly Item[]): boolean {
    const item = items[i]
    const previous = row.at(-1)
    if (!item || !previous) return true
    const next = items[i + 1]?.value
    // 一、一、三、: the second is a two that was mistyped
    if (next !== undefined && next === previous.value + 2 && next !== 2) return false
    // 二、一、三、: swapped
    if (row.length === 1 && previous.value === 2 && next === 3) return false
    const { inline } = item.section
    // 1. … 1. and 2. … 1. are all there is: one number mistyped, or the two swapped
    const pair = items.length === 2 && previous.value <= 2 && !inline && !previous.section.inline
    if (pair && !this.announces(previous.section, item.section)) return false
    if (this.mayRestart(previous.section, item.section)) return true
    if (next !== 2) return false
    this.anomalies.push({
      kind: 'restart',
      section: item.section,
      expected: markerWith(item.section, previous.value + 1),
      missing: [],
      related: previous.section,
    })
    return true
  }

  /** A row may start anew behind a line that is a title, announces something, or (lists) is mere text. */
  private mayRestart(previous: Numbered, section: Numbered): boolean {
    if (section.inline || previous.inline) return true
    const line = this.lineBefore(previous, section)
    if (line === null) return false
    if (this.announces(previous, section)) return true
    return !OPENS_UNIT.test(line) && !STRICT.has(section.enumerator.scheme)
  }

  /** Whether the line before a unit is a title, or announces a list. */
  private announces(previous: Numbered, section: Numbered): boolean {
    const line = this.lineBefore(previous, section)
    if (line === null) return false
    // 我再讲三点意见。
    if (
      /(?:讲|提|谈|强调|要求|做好|抓好|意见|建议|注意|把握)[^。]{0,16}[。：:]$/.test(line) &&
      /(?:[一二两三四五六七八九十几]|\d)(?:点|个|项|条|方面|件)/.test(line)
    )
      return true
    if (/[：:]$/.test(line) || /(?:如下|以下|下列|附件|附录|附表)[^。]{0,12}[。：:]?$/.test(line)) return true
    if (OPENS_UNIT.test(line)) return false
    return (
      (line.length <= 40 && !/[。；;，,]$/.test(line)) || /(?:清单|实事|项目|任务|名单)[^\n]{0,20}[。]?$/.test(line)
    )
  }

  /** The last line before a unit, null where no line lies between it and the one before. */
  private lineBefore(previous: Numbered, section: Numbered): string | null {
    const between = this.view.text.slice(previous.start, section.start).trimEnd()
    return between.includes('\n') ? between.slice(between.lastIndexOf('\n') + 1).trim() : null
  }

  private add(
    kind: Anomaly['kind'],
    item: Item,
    expected: number,
    related: Item | undefined,
    missing: number[] = [],
  ): void {
    this.anomalies.push({
      kind,
      section: item.section,
      expected: markerWith(item.section, expected),
      missing: missing.map((n) => markerWith(item.section, n)),
      related: related?.section ?? null,
    })
  }

  private readRow(key: string, row: readonly Item[]): void {
    const first = row[0]
    if (!first || this.countedByRenderer(row)) return
    // of two that are swapped the first is told, the second is the other half of the same fault
    const swapped = this.readStart(key, first, row[1])
    let previous = first.value
    const seen = new Map<number, Item>([[first.value, first]])
    for (let i = swapped ? 2 : 1; i < row.length; i++) {
      const item = row[i]
      if (!item) continue
      const { value } = item
      const expected = previous + 1
      const before = row[i - 1]
      const next = row[i + 1]
      const same = seen.get(value)
      seen.set(value, item)
      if (value === expected) {
        previous = value
        continue
      }
      if (value > expected) {
        if (next?.value === value && value === expected + 1) {
          // 一、三、三、四: the first of the two is the wrong one
          this.add('duplicate', item, expected, next)
          previous = expected
        } else if (next?.value === expected && (row[i + 2]?.value ?? value + 1) > value) {
          this.add('order', item, expected, next)
          seen.set(next.value, next)
          previous = value
          i++
        } else if (next?.value === expected + 1 || value - expected > WIDEST_GAP) {
          this.add(same ? 'duplicate' : 'order', item, expected, before)
          previous = expected
        } else {
          this.add('gap', item, expected, before, range(expected, value))
          previous = value
        }
        continue
      }
      // the number goes back or stays
      if (next?.value === value + 1 && value <= LATEST_START && value < previous && next.value !== expected + 1) {
        this.add('gap', item, 1, before, range(1, value))
        previous = value
      } else if (next?.value === expected + 1 || next === undefined) {
        this.add(same ? 'duplicate' : 'order', item, expected, same ?? before)
        previous = expected
      } else if (value === previous) {
        this.add('duplicate', item, expected, same ?? before)
      } else {
        this.add(same ? 'duplicate' : 'order', item, expected, same ?? before)
      }
    }
    this.last.set(key, previous)
  }

  /** 1. 1. 1. in Markdown: whoever shows it counts for himself. */
  private countedByRenderer(row: readonly Item[]): boolean {
    return (
      row.length > 1 &&
      row.every(({ value, section }) => value === row[0]?.value && this.listItems.has(section.enumerator.start))
    )
  }

  /** 附件：1.2025年目录 and 2.… below it: the first number of the list stands behind its word. */
  private followsAttachment({ start }: Numbered): boolean {
    return /(?:^|\n)\s*附件\s*[：:]?\s*1[.．、][^\n]*\n\s*$/.test(this.view.text.slice(Math.max(0, start - 200), start))
  }

  /**
   * A row starts at 1, or goes on from the row before it in another unit.
   *
   * @returns whether the first two are swapped
   */
  private readStart(key: string, first: Item, second: Item | undefined): boolean {
    const { value, section } = first
    if (value <= 1 || section.inline) return false
    const last = this.last.get(key)
    if (last !== undefined && value === last + 1) return false
    // 三十三 before 三十二 where a chapter begins
    const swapped = second !== undefined && second.value === value - 1 && (value === 2 || second.value - 1 === last)
    if (swapped) {
      this.add('order', first, value - 1, second)
      return true
    }
    if (last !== undefined && value > last && value - last <= 2 && last >= 3) {
      this.add('gap', first, last + 1, undefined, range(last + 1, value))
      return false
    }
    // an attachment may stand alone; a lone number is no row
    if (value > LATEST_START || section.enumerator.scheme === 'attachment' || section.enumerator.scheme === 'piece')
      return false
    if (second?.value === value) this.add('duplicate', first, value - 1, second)
    else if (second !== undefined && second.value === 1) this.add('order', first, 1, second)
    // a lone （二） or 2. opening a line has lost the one before; other lone numbers may be anything
    else if (
      second !== undefined ||
      (value === 2 && LONE.has(section.enumerator.scheme) && !this.followsAttachment(section))
    )
      this.add('gap', first, 1, undefined, range(1, value))
    return false
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
