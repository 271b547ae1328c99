import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { DepartmentRole } from '../../model/register.ts'
import { writtenNames } from '../model/filter.ts'
import type { Row } from '../model/ledger.ts'
import { roles } from './ledger-view.tsx'
import type { Store } from './store.ts'
import { TaskList } from './task-list.tsx'

interface Body {
  /** One for all aliases. */
  name: string
  /** As the text has it. */
  shown: string
  rows: Row[]
  counts: Record<DepartmentRole, number>
}

const noOwner = ''

/** Tasks body by body: a bar each, then the tasks. */
export function DepartmentsView({ store }: { store: Store }): JSX.Element {
  const { t } = store
  const rows = store.shown
  const names = useMemo(() => writtenNames(store.ledger.rows), [store.ledger.rows])
  const bodies = useMemo(() => bodiesOf(rows, names), [rows, names])
  const named = bodies.filter(({ name }) => name !== noOwner)
  return (
    <div class="grouped">
      {named.length === 0 ? (
        <p class="empty">{t.empty.departments}</p>
      ) : (
        <Bars store={store} bodies={named.slice(0, mostBars)} others={named.length - mostBars} />
      )}
      {bodies.map(({ name, shown, rows: own }) => (
        <TaskList key={name} store={store} title={name === noOwner ? t.departments.noOwner : shown} rows={own} />
      ))}
    </div>
  )
}

function bodiesOf(rows: readonly Row[], names: ReadonlyMap<string, string>): Body[] {
  const bodies = new Map<string, Body>()
  const bodyOf = (name: string): Body => {
    const found = bodies.get(name)
    if (found) return found
    const body: Body = {
      name,
      shown: names.get(name) ?? name,
      rows: [],
      counts: { lead: 0, responsible: 0, support: 0, supervise: 0 },
    }
    bodies.set(name, body)
    return body
  }
  for (const row of rows) {
    const seen = new Set<string>()
    if (row.task.departments.length === 0) bodyOf(noOwner).rows.push(row)
    for (const { name, canonical, role } of row.task.departments) {
      const body = bodyOf(canonical ?? name)
      if (seen.has(body.name)) continue
      seen.add(body.name)
      body.rows.push(row)
      body.counts[role]++
    }
  }
  return [...bodies.values()].sort(
    (a, b) =>
      Number(a.name === noOwner) - Number(b.name === noOwner) ||
      b.rows.length - a.rows.length ||
      (a.name < b.name ? -1 : 1),
  )
}

const barHeight = 22
/** So many fit on a sheet; the others are in the lists below. */
const mostBars = 30
const nameWidth = 190
const chartWidth = 720

/** One bar a body, cut by role. A click shows the ledger of that body. */
function Bars({ store, bodies, others }: { store: Store; bodies: readonly Body[]; others: number }): JSX.Element {
  const { t } = store
  const most = Math.max(...bodies.map(({ rows }) => rows.length))
  const scale = (chartWidth - nameWidth - 50) / most
  const height = bodies.length * barHeight + 6
  return (
    <figure>
      <figcaption>
        {t.departments.title}
        <span class="legend">
          {roles.map((role) => (
            <span key={role} class={`key r-${role}`}>
              {t.roles[role]}
            </span>
          ))}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${chartWidth} ${height}`} role="img" aria-label={t.departments.chart(bodies.length)}>
        {bodies.map(({ name, shown, rows, counts }, i) => {
          const y = i * barHeight + 3
          let x = nameWidth
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the choice of departments does the same by keyboard
            <g
              key={name}
              class="bar"
              onClick={() => store.show({ view: 'ledger', filter: { ...store.screen.filter, department: name } })}
            >
              <title>{`${shown} ${rows.length}`}</title>
              <rect x="0" y={y - 2} width={chartWidth} height={barHeight - 1} class="hit" />
              <text x={nameWidth - 8} y={y + 13} text-anchor="end">
                {shown.length > 14 ? `${shown.slice(0, 13)}…` : shown}
              </text>
              {roles.map((role) => {
                const width = counts[role] * scale
                const at = x
                x += width
                return width > 0 ? (
                  <rect key={role} class={`r-${role}`} x={at} y={y} width={width} height={barHeight - 6} />
                ) : null
              })}
              <text x={x + 6} y={y + 13}>
                {rows.length}
              </text>
            </g>
          )
        })}
      </svg>
      {others > 0 ? <p class="shown">{t.departments.others(others)}</p> : null}
    </figure>
  )
}
