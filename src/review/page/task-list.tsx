import type { JSX } from 'preact'
import type { Row } from '../model/ledger.ts'
import { Units } from './ledger-view.tsx'
import type { Store } from './store.ts'

interface TaskListProps {
  store: Store
  title: string
  rows: readonly Row[]
  /** Dates stand first. */
  dates?: boolean
}

/** The tasks of one body or month; a click shows where a task stands in the text. */
export function TaskList({ store, title, rows, dates = false }: TaskListProps): JSX.Element {
  const { t, screen } = store
  return (
    <section class="group" aria-label={title}>
      <h3>
        {title} <span class="count">{rows.length}</span>
      </h3>
      <ul>
        {rows.map(({ uid, task, checked }) => (
          <li key={uid}>
            <button
              type="button"
              class={`item${uid === screen.selected ? ' on' : ''}`}
              aria-current={uid === screen.selected ? 'true' : undefined}
              onClick={() => store.select(uid)}
            >
              <span class="id">{task.id}</span>
              <span class="task">
                {checked ? <span class="tag done">{t.checked}</span> : null}
                {task.title}
              </span>
              <span class="due">{task.due ?? task.deadlines[0]?.text ?? ''}</span>
              {dates ? (
                <span class="units">
                  <Units task={task} t={t} />
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
