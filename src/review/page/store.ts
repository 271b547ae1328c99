import { useLayoutEffect, useState } from 'preact/hooks'
import type { Range } from '../../model/position.ts'
import type { Language } from '../../register/language.ts'
import type { ReviewData } from '../data.ts'
import { type PageMessages, pageMessages } from '../messages/index.ts'
import { add, check, mergeWithNext, remove, replaceTask, split } from '../model/edit.ts'
import { type FieldName, withField } from '../model/fields.ts'
import { type Filter, noFilter, shownRows } from '../model/filter.ts'
import { type Desk, deskOf, extracted, type Ledger, type Row } from '../model/ledger.ts'
import { baseOf, parseSaved, readSaved, type Saved, savedOf, storageKey } from '../model/saved.ts'

export type ViewName = 'ledger' | 'departments' | 'months' | 'leftOut'
export const viewNames: readonly ViewName[] = ['ledger', 'departments', 'months', 'leftOut']

export type DialogName = 'help' | 'export' | 'split'

/** What is shown, beside the ledger itself. */
export interface Screen {
  view: ViewName
  filter: Filter
  selected: string | null
  /** Row that is open for editing, and the field to start with. */
  editing: { uid: string; field: FieldName } | null
  dialog: DialogName | null
  /** Document whose text is shown. */
  document: string
  /** Stretch of the text that was asked for last. */
  passage: Range | null
  message: string
  /** Kept work of another extraction, until somebody decides. */
  outdated: Saved | null
}

/** Steps that can be taken back. */
const longestHistory = 500

/** Everything that the page knows, and all that can be done with it. Components only show it and call it. */
export class Store {
  readonly desk: Desk
  readonly language: Language
  readonly t: PageMessages
  ledger: Ledger
  screen: Screen
  /** Counts up with everything that brings a row or a passage into view, so that it is scrolled to again. */
  scroll = 0
  private readonly past: Ledger[] = []
  private readonly future: Ledger[] = []
  private readonly listeners = new Set<() => void>()
  private readonly used: Set<string>
  private readonly key: string
  private canKeep = true

  constructor(readonly data: ReviewData) {
    this.desk = deskOf(data)
    this.language = data.language
    this.t = pageMessages(data.language)
    this.ledger = extracted(data.register)
    this.key = storageKey(data.register)
    this.screen = {
      view: 'ledger',
      filter: noFilter,
      selected: null,
      editing: null,
      dialog: null,
      document: data.register.documents[0]?.id ?? '',
      passage: null,
      message: '',
      outdated: null,
    }
    this.restore()
    this.used = new Set(this.ledger.rows.map(({ uid }) => uid))
    this.screen.selected = this.ledger.rows[0]?.uid ?? null
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get shown(): readonly Row[] {
    return shownRows(this.ledger.rows, this.screen.filter)
  }

  get selectedRow(): Row | undefined {
    return this.ledger.rows.find(({ uid }) => uid === this.screen.selected)
  }

  get canUndo(): boolean {
    return this.past.length > 0
  }

  get canRedo(): boolean {
    return this.future.length > 0
  }

  get hasChanges(): boolean {
    return (
      this.past.length > 0 || this.ledger.seen.length > 0 || this.ledger.rows.some((row) => row.checked || row.edited)
    )
  }

  /** Changes what is shown. */
  show(change: Partial<Screen>): void {
    this.screen = { ...this.screen, ...change }
    this.tell()
  }

  say(message: string): void {
    this.show({ message })
  }

  filter(change: Partial<Filter>): void {
    this.show({ filter: { ...this.screen.filter, ...change } })
  }

  /** Selects a row and brings it and its text into view; a filter that hides it goes. */
  select(uid: string, change: Partial<Screen> = {}): void {
    const row = this.ledger.rows.find((one) => one.uid === uid)
    if (!row) return
    const hidden = !this.shown.includes(row)
    this.scroll++
    const closed = this.screen.editing?.uid === uid ? this.screen.editing : null
    this.show({
      selected: uid,
      document: row.task.document,
      passage: null,
      editing: closed,
      ...(hidden ? { filter: noFilter, message: this.t.filteredOut } : {}),
      ...change,
    })
  }

  /** Goes on by so many rows of those that are shown. */
  move(by: number): void {
    const rows = this.shown
    if (rows.length === 0) return
    const at = rows.findIndex(({ uid }) => uid === this.screen.selected)
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) this.select(next.uid)
  }

  /** Brings a stretch of a text into view. */
  goTo(document: string, passage: Range): void {
    this.scroll++
    this.show({ document, passage })
  }

  edit(uid: string, field: FieldName = 'title'): void {
    this.select(uid, { view: 'ledger', editing: { uid, field } })
  }

  setField(uid: string, field: FieldName, text: string): void {
    this.change(
      replaceTask(this.ledger, uid, (task) => withField(task, field, text, this.desk.documents.get(task.document))),
    )
  }

  setTask(uid: string, change: (task: Row['task']) => Row['task']): void {
    this.change(replaceTask(this.ledger, uid, change))
  }

  check(uid: string, checked: boolean): void {
    this.change(check(this.ledger, new Set([uid]), checked))
  }

  remove(uid: string): void {
    const rows = this.shown
    const at = rows.findIndex((row) => row.uid === uid)
    const row = rows[at] ?? this.ledger.rows.find((one) => one.uid === uid)
    if (!row) return
    const next = rows[at + 1] ?? rows[at - 1]
    this.change(remove(this.ledger, uid), {
      editing: null,
      selected: next && next !== row ? next.uid : null,
      message: this.t.removed(row.task.id),
    })
  }

  split(uid: string, at: number): boolean {
    const result = split(this.ledger, uid, at, this.desk, this.used)
    if (!result) return false
    this.scroll++
    this.change(result.ledger, { selected: result.uid, dialog: null, editing: null, message: this.t.splitDone })
    return true
  }

  merge(uid: string): void {
    const merged = mergeWithNext(this.ledger, uid, this.desk)
    if (merged) this.change(merged, { editing: null, selected: uid, message: this.t.merged })
    else this.say(this.t.cannotMerge)
  }

  add(document: string, range: Range): void {
    const result = add(this.ledger, document, range, this.desk, this.used)
    if (!result) {
      this.say(this.t.selection.nothing)
      return
    }
    this.scroll++
    this.change(result.ledger, {
      selected: result.uid,
      view: 'ledger',
      filter: noFilter,
      message: this.t.selection.added,
    })
  }

  /** Marks left-out stretches as looked at, or takes the mark back. */
  see(id: string, seen: boolean): void {
    const others = this.ledger.seen.filter((one) => one !== id)
    this.change({ ...this.ledger, seen: seen ? [...others, id] : others })
  }

  undo(): void {
    const before = this.past.pop()
    if (!before) return
    this.future.push(this.ledger)
    this.step(before, this.t.undone)
  }

  redo(): void {
    const next = this.future.pop()
    if (!next) return
    this.past.push(this.ledger)
    this.step(next, this.t.redone)
  }

  /** As it was extracted. */
  restart(): void {
    this.change(
      { ...extracted(this.data.register) },
      {
        editing: null,
        selected: this.data.register.tasks.length > 0 ? (extracted(this.data.register).rows[0]?.uid ?? null) : null,
      },
    )
  }

  /** Decides about kept work of another extraction. */
  settle(use: boolean): void {
    const { outdated } = this.screen
    if (use && outdated) {
      for (const { uid } of outdated.ledger.rows) this.used.add(uid)
      this.change(outdated.ledger, { outdated: null, selected: outdated.ledger.rows[0]?.uid ?? null })
    } else {
      this.show({ outdated: null })
      this.keep()
    }
  }

  get saved(): Saved {
    return savedOf(this.data.register, this.ledger)
  }

  private step(ledger: Ledger, message: string): void {
    this.ledger = ledger
    const { selected, editing } = this.screen
    const there = (uid: string | undefined | null): boolean => ledger.rows.some((row) => row.uid === uid)
    this.keep()
    this.show({
      message,
      selected: there(selected) ? selected : (ledger.rows[0]?.uid ?? null),
      editing: there(editing?.uid) ? editing : null,
    })
  }

  private change(ledger: Ledger, screen: Partial<Screen> = {}): void {
    if (ledger !== this.ledger) {
      this.past.push(this.ledger)
      if (this.past.length > longestHistory) this.past.shift()
      this.future.length = 0
      this.ledger = ledger
      this.keep()
    }
    this.show(screen)
  }

  /** Keeps the work in the browser, but not over work that somebody still has to decide about. */
  private keep(): void {
    if (this.screen.outdated || !this.canKeep) return
    try {
      localStorage.setItem(this.key, JSON.stringify(this.saved))
    } catch {
      // Storage is full or forbidden: said once, the work itself goes on.
      this.canKeep = false
      this.screen = { ...this.screen, message: this.t.notKept }
    }
  }

  private restore(): void {
    const inPage = readSaved(this.data.saved)
    let kept: Saved | null = null
    try {
      kept = parseSaved(localStorage.getItem(this.key))
    } catch {
      this.canKeep = false
    }
    const base = baseOf(this.data.register)
    const found = kept ?? inPage
    if (!found) return
    if (found.base === base) {
      this.ledger = found.ledger
      this.screen.message = this.t.restored
    } else this.screen.outdated = found
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** Renders again whenever the store changes. */
export function useStore(store: Store): void {
  const [, setCount] = useState(0)
  useLayoutEffect(() => store.subscribe(() => setCount((count) => count + 1)), [store])
}
