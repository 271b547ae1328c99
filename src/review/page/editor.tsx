import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { noteForPeople } from '../../register/words.ts'
import { notesAfter } from '../model/derive.ts'
import { type FieldName, fieldText, withRole } from '../model/fields.ts'
import type { Row } from '../model/ledger.ts'
import { focusRow } from './focus.ts'
import { roles } from './ledger-view.tsx'
import type { Store } from './store.ts'

type Kind = 'line' | 'text' | 'date' | 'kind'

const layout: readonly { field: FieldName; kind: Kind; wide?: boolean }[] = [
  { field: 'title', kind: 'line', wide: true },
  { field: 'content', kind: 'text', wide: true },
  { field: 'lead', kind: 'line' },
  { field: 'responsible', kind: 'line' },
  { field: 'support', kind: 'line' },
  { field: 'supervise', kind: 'line' },
  { field: 'personLeader', kind: 'line' },
  { field: 'personResponsible', kind: 'line' },
  { field: 'deadlines', kind: 'line' },
  { field: 'due', kind: 'date' },
  { field: 'targets', kind: 'line' },
  { field: 'kind', kind: 'kind' },
  { field: 'status', kind: 'line' },
  { field: 'progress', kind: 'line' },
  { field: 'remark', kind: 'line', wide: true },
]

/** The fields of one task, under its row. Every field is kept when it is left; Esc takes back what was typed in it. */
export function Editor({ row, store, start }: { row: Row; store: Store; start: FieldName }): JSX.Element {
  const { t } = store
  const { task, uid } = row
  const form = useRef<HTMLFormElement>(null)

  useLayoutEffect(() => {
    const field = form.current?.querySelector(`[name="${start}"]`)
    if (field instanceof HTMLElement) field.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [uid, start])

  const close = (): void => {
    const active = document.activeElement
    if (active instanceof HTMLElement) active.blur()
    store.show({ editing: null })
    focusRow(uid)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event
    if (event.key === 'Escape') {
      event.preventDefault()
      // Nothing changed in the eyes of the browser: leaving the field will not keep what was typed.
      if (isField(target) && target.name in t.fields) target.value = target.defaultValue
      event.stopPropagation()
      close()
    }
    const line = target instanceof HTMLInputElement || (event.ctrlKey && target instanceof HTMLTextAreaElement)
    if (event.key === 'Enter' && line && !event.isComposing) {
      event.preventDefault()
      close()
    }
  }
  return (
    <form
      class="editor"
      ref={form}
      aria-label={t.editing(task.id)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div class="fields">
        {layout.map(({ field, kind, wide }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: every Field is one
          <label key={field} class={wide ? 'wide' : undefined}>
            <span>{t.fields[field]}</span>
            <Field row={row} field={field} kind={kind} store={store} />
          </label>
        ))}
      </div>
      <Roles row={row} store={store} />
      <p class="where">
        {task.section.length > 0 ? `${t.section}：${task.section.join(' › ')}　` : ''}
        {task.source.map(({ start: from }) => t.position(from.line)).join('、')}
        {task.notes.map((note) => (
          <button
            key={note}
            type="button"
            class="note"
            aria-label={t.dropNote(noteForPeople(note, store.language))}
            onClick={() =>
              store.setTask(uid, (one) => ({ ...one, notes: one.notes.filter((other) => other !== note) }))
            }
          >
            {noteForPeople(note, store.language)} ✕
          </button>
        ))}
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={close}>
          {t.done} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={() => store.show({ dialog: 'split' })}>
          {t.split} <kbd>s</kbd>
        </button>
        <button type="button" onClick={() => store.merge(uid)}>
          {t.merge} <kbd>m</kbd>
        </button>
        <button type="button" class="danger" onClick={() => store.remove(uid)}>
          {t.remove} <kbd>Del</kbd>
        </button>
      </div>
    </form>
  )
}

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

function Field({ row, field, kind, store }: { row: Row; field: FieldName; kind: Kind; store: Store }): JSX.Element {
  const value = fieldText(row.task, field)
  const keep = (text: string): void => store.setField(row.uid, field, text)
  if (kind === 'kind') {
    return (
      <select name={field} value={value} onChange={(event) => keep(event.currentTarget.value)}>
        <option value="measure">{store.t.taskKinds.measure}</option>
        <option value="objective">{store.t.taskKinds.objective}</option>
      </select>
    )
  }
  if (kind === 'text') {
    return (
      <textarea
        name={field}
        rows={4}
        defaultValue={value}
        key={value}
        onChange={(event) => keep(event.currentTarget.value)}
      />
    )
  }
  const common = {
    // What was kept may be worded anew (names once each): then the field starts afresh.
    key: value,
    name: field,
    autocomplete: 'off' as const,
    defaultValue: value,
    onChange: (event: { currentTarget: HTMLInputElement }) => keep(event.currentTarget.value),
  }
  return kind === 'date' ? <input type="date" {...common} /> : <input type="text" {...common} />
}

/** Bodies one by one, each with its role. */
function Roles({ row, store }: { row: Row; store: Store }): JSX.Element | null {
  const { t } = store
  const { departments } = row.task
  if (departments.length === 0) return null
  return (
    <ul class="roles" aria-label={t.change}>
      {departments.map(({ name, role, inherited, inferred }, i) => (
        <li key={`${i}${name}`}>
          <label>
            <span>
              {name}
              {inherited ? <span class="tag">{t.inherited}</span> : null}
              {inferred ? <span class="tag">{t.inferred}</span> : null}
            </span>
            <select
              value={role}
              onChange={(event) => {
                const chosen = roles.find((one) => one === event.currentTarget.value)
                if (chosen) store.setTask(row.uid, (task) => withNotes(withRole(task, i, chosen), task))
              }}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t.roles[one]}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  )
}

const withNotes = (task: Row['task'], before: Row['task']): Row['task'] => ({
  ...task,
  notes: notesAfter(task, before, null),
})
