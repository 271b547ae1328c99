import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { DepartmentRole, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { noteForPeople } from '../../register/words.ts'
import type { PageMessages } from '../messages/index.ts'
import { type FieldName, namesOf } from '../model/fields.ts'
import type { Row } from '../model/ledger.ts'
import { Editor } from './editor.tsx'
import { memo } from './memo.ts'
import type { Store } from './store.ts'

export const roles: readonly DepartmentRole[] = ['lead', 'responsible', 'support', 'supervise']

/** The ledger: one row a task. */
export function LedgerView({ store }: { store: Store }): JSX.Element {
  const { screen, t, ledger } = store
  const rows = store.shown
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const row = list.current?.querySelector('.row.on')
    if (store.scroll > 0) row?.scrollIntoView({ block: 'nearest' })
  }, [store.scroll, screen.selected, screen.editing])

  if (rows.length === 0) {
    return <p class="empty">{ledger.rows.length === 0 ? t.empty.tasks : t.empty.filtered}</p>
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be laid out lazily
    <div class="ledger" role="table" aria-label={t.ledger} aria-rowcount={rows.length + 1} ref={list}>
      <Head t={t} />
      {rows.map((row) => (
        <LedgerRow
          key={row.uid}
          row={row}
          store={store}
          selected={row.uid === screen.selected}
          editing={screen.editing?.uid === row.uid ? screen.editing.field : null}
        />
      ))}
    </div>
  )
}

function Head({ t }: { t: PageMessages }): JSX.Element {
  const { columns } = t
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: a head is not interactive
    <div class="row head" role="row">
      {[t.checked, columns.id, columns.task, columns.units, columns.due, columns.targets, columns.notes].map(
        (name, i) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div key={name} role="columnheader" class={i === 0 ? 'tick' : undefined}>
            {i === 0 ? <span class="sr">{name}</span> : name}
          </div>
        ),
      )}
    </div>
  )
}

interface RowProps {
  row: Row
  store: Store
  selected: boolean
  editing: FieldName | null
}

const LedgerRow = memo<RowProps>(
  ({ row, store, selected, editing }) => {
    const { t, language } = store
    const { task, uid, checked, edited } = row
    const cell = (field: FieldName) => ({
      role: 'cell' as const,
      onDblClick: () => store.edit(uid, field),
    })
    return (
      <div class={`entry${selected ? ' on' : ''}${checked ? ' checked' : ''}`} data-row={uid}>
        {/* biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be laid out lazily */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: j, k and the button in it do the same */}
        <div
          class={`row${selected ? ' on' : ''}`}
          role="row"
          tabIndex={selected ? 0 : -1}
          aria-current={selected ? 'true' : undefined}
          onClick={() => store.select(uid)}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="cell" class="tick">
            <input
              type="checkbox"
              checked={checked}
              tabIndex={selected ? 0 : -1}
              aria-label={t.checkRow(task.id)}
              onClick={(event) => event.stopPropagation()}
              onChange={(event) => store.check(uid, event.currentTarget.checked)}
            />
          </div>
          <div {...cell('title')} class="id">
            {task.document !== 'd1' || store.desk.documents.size > 1 ? `${task.document}-${task.id}` : task.id}
            {edited ? <span class="tag edited">{t.edited}</span> : null}
          </div>
          <div {...cell('title')} class="task">
            {task.kind === 'objective' ? <span class="tag">{t.taskKinds.objective}</span> : null}
            {task.title}
          </div>
          <div {...cell(firstRole(task))} class="units">
            <Units task={task} t={t} />
          </div>
          <div {...cell('deadlines')} class="due">
            {task.due ? <b>{task.due}</b> : null}
            <span class="words">{[...new Set(task.deadlines.map(({ text }) => text))].join('；')}</span>
          </div>
          <div {...cell('targets')} class="targets">
            {[...new Set(task.targets.map(({ text }) => text))].join('；')}
          </div>
          <div {...cell('remark')} class="notes">
            <Notes task={task} language={language} />
          </div>
        </div>
        {editing === null ? null : (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: the form in it has the keyboard
          <div role="row">
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div role="cell">
              <Editor row={row} store={store} start={editing} />
            </div>
          </div>
        )}
      </div>
    )
  },
  (a, b) => a.row === b.row && a.selected === b.selected && a.editing === b.editing,
)

const firstRole = (task: Task): FieldName => task.departments[0]?.role ?? 'lead'

/** Bodies with their roles; people behind them. */
export function Units({ task, t }: { task: Task; t: PageMessages }): JSX.Element {
  const people = [...new Set(task.people.map(({ name }) => name))]
  return (
    <>
      {roles.map((role) => {
        const names = namesOf(task.departments, role).map((name) =>
          task.departments.some((one) => one.name === name && one.role === role && one.inferred)
            ? t.inferredName(name)
            : name,
        )
        return names.length === 0 ? null : (
          <div key={role} class={`unit r-${role}`}>
            <span class="role">{t.roles[role]}</span> {names.join('、')}
          </div>
        )
      })}
      {people.length > 0 ? <div class="unit r-person">{people.join('、')}</div> : null}
    </>
  )
}

export function Notes({ task, language }: { task: Task; language: Language }): JSX.Element {
  return (
    <>
      {task.notes.map((note) => (
        <span key={note} class="note">
          {noteForPeople(note, language)}
        </span>
      ))}
    </>
  )
}
