import type { JSX } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Notes, Units } from './ledger-view.tsx'
import type { Store } from './store.ts'

/**
 * The ledger as a real table, whose head is repeated on every sheet. It is made only when somebody prints: on the
 * screen the rows are laid out lazily, which tables cannot be.
 */
export function PrintTable({ store }: { store: Store }): JSX.Element | null {
  const [printing, setPrinting] = useState(false)
  const { t } = store
  useLayoutEffect(() => {
    const media = window.matchMedia('print')
    const before = (): void => setPrinting(true)
    const after = (): void => setPrinting(false)
    const changed = (): void => setPrinting(media.matches)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    media.addEventListener('change', changed)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      media.removeEventListener('change', changed)
    }
  }, [])
  if (!printing || store.screen.view !== 'ledger') return null
  return (
    <table class="print-table">
      <thead>
        <tr>
          <th scope="col">{t.columns.id}</th>
          <th scope="col">{t.columns.task}</th>
          <th scope="col">{t.columns.units}</th>
          <th scope="col">{t.columns.due}</th>
          <th scope="col">{t.columns.targets}</th>
          <th scope="col">{t.columns.notes}</th>
        </tr>
      </thead>
      <tbody>
        {store.shown.map(({ uid, task, checked }) => (
          <tr key={uid}>
            <td>
              {task.id}
              {checked ? ' ✓' : ''}
            </td>
            <td>{task.content}</td>
            <td>
              <Units task={task} t={t} />
            </td>
            <td>
              {task.due ? <b>{task.due} </b> : null}
              {[...new Set(task.deadlines.map(({ text }) => text))].join('；')}
            </td>
            <td>{[...new Set(task.targets.map(({ text }) => text))].join('；')}</td>
            <td>
              <Notes task={task} language={store.language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
