import { focusRow } from './focus.ts'
import { leftOutOf } from './left-out-view.tsx'
import { readSelection } from './selection.ts'
import { type Store, viewNames } from './store.ts'

/** Keys that work wherever nothing is being typed. */
export function listenToKeys(store: Store): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || store.screen.dialog !== null) return
    const act = isTyping(event.target) ? leaveField(event) : actionFor(event, store)
    if (!act) return
    event.preventDefault()
    act()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/** While something is typed every key belongs to it, but Esc, which leaves it. */
function leaveField({ key, target }: KeyboardEvent): (() => void) | null {
  return key === 'Escape' && target instanceof HTMLElement ? () => target.blur() : null
}

const typed: ReadonlySet<string> = new Set(['text', 'search', 'date', 'number'])

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return typed.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Enter and the space bar press what is focused; the arrows scroll what is not the ledger. */
function actionFor(event: KeyboardEvent, store: Store): (() => void) | null {
  if (event.ctrlKey || event.metaKey) return historyAction(event, store)
  const { key, target } = event
  const onButton = target instanceof HTMLButtonElement || target instanceof HTMLInputElement
  const inText = target instanceof Element && target.closest('.text') !== null
  const row = store.selectedRow
  switch (key) {
    case 'j':
      return () => move(store, 1)
    case 'k':
      return () => move(store, -1)
    case 'ArrowDown':
      return inText ? null : () => move(store, 1)
    case 'ArrowUp':
      return inText ? null : () => move(store, -1)
    case 'Enter':
      return row && !onButton ? () => store.edit(row.uid) : null
    case 'x':
      return row
        ? () => {
            store.check(row.uid, !row.checked)
            if (!row.checked) move(store, 1)
          }
        : null
    case 's':
      return row ? () => store.show({ dialog: 'split' }) : null
    case 'm':
      return row ? () => store.merge(row.uid) : null
    case 'Delete':
      return row ? () => store.remove(row.uid) : null
    case 'a':
      return () => addSelection(store)
    case 'u':
      return () => store.undo()
    case 'n':
      return () => nextLeftOut(store, 1)
    case 'p':
      return () => nextLeftOut(store, -1)
    case '/':
      return () => document.getElementById('search')?.focus()
    case 'e':
      return () => store.show({ dialog: 'export' })
    case '?':
      return () => store.show({ dialog: 'help' })
    case 'Escape':
      return store.screen.editing ? () => store.show({ editing: null }) : null
    default: {
      const view = viewNames[Number(key) - 1]
      return view === undefined ? null : () => store.show({ view, editing: null })
    }
  }
}

function historyAction({ key, shiftKey }: KeyboardEvent, store: Store): (() => void) | null {
  const letter = key.toLowerCase()
  if (letter === 'z' && !shiftKey) return () => store.undo()
  return letter === 'y' || letter === 'z' ? () => store.redo() : null
}

/** The keyboard goes with the selection, so that Tab goes on from there. */
function move(store: Store, by: number): void {
  store.move(by)
  if (store.screen.selected !== null) focusRow(store.screen.selected)
}

function addSelection(store: Store): void {
  const pane = document.querySelector('.text')
  const selection = pane instanceof HTMLElement ? readSelection(pane) : null
  if (!selection || selection.end === selection.start) return
  store.add(store.screen.document, selection)
  document.getSelection()?.removeAllRanges()
}

/** Goes through what is in no task. */
function nextLeftOut(store: Store, by: number): void {
  const { document: id, passage } = store.screen
  const here = leftOutOf(store).filter(({ document }) => document === id)
  const from = passage?.start ?? -1
  const next = by > 0 ? here.find(({ zone }) => zone.start > from) : here.filter(({ zone }) => zone.start < from).at(-1)
  if (!next) return
  store.goTo(id, next.zone)
  store.say(`${store.t.groups[next.zone.group]}：${store.t.reason(next.zone.reason)}`)
}
