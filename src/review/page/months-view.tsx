import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { monthOf } from '../model/filter.ts'
import type { Row } from '../model/ledger.ts'
import type { Store } from './store.ts'
import { TaskList } from './task-list.tsx'

/** Tasks by the month in which they are due: a column each, then the tasks. */
export function MonthsView({ store }: { store: Store }): JSX.Element {
  const { t } = store
  const rows = store.shown
  const months = useMemo(() => monthsOf(rows), [rows])
  const dated = months.filter(({ month }) => month !== 'none')
  return (
    <div class="grouped">
      {dated.length === 0 ? <p class="empty">{t.empty.months}</p> : <Columns store={store} months={dated} />}
      {months
        .filter((one) => one.rows.length > 0)
        .map(({ month, rows: own }) => (
          <TaskList
            key={month}
            store={store}
            title={month === 'none' ? t.months.undated : t.months.name(month)}
            rows={own}
            dates
          />
        ))}
    </div>
  )
}

interface Month {
  month: string
  rows: Row[]
}

/** So many months in a row are drawn where nothing is due in them; longer gaps are left out. */
const longestGap = 12

function monthsOf(rows: readonly Row[]): Month[] {
  const byMonth = new Map<string, Row[]>()
  for (const row of rows) {
    const month = monthOf(row.task)
    byMonth.set(month, [...(byMonth.get(month) ?? []), row])
  }
  const known = [...byMonth.keys()].filter((month) => month !== 'none').sort()
  const months: Month[] = []
  for (const [i, month] of known.entries()) {
    const before = known[i - 1]
    const gap = before === undefined ? [] : between(before, month)
    if (gap.length <= longestGap) for (const empty of gap) months.push({ month: empty, rows: [] })
    const own = [...(byMonth.get(month) ?? [])]
    months.push({ month, rows: own.sort((a, b) => ((a.task.due ?? '') < (b.task.due ?? '') ? -1 : 1)) })
  }
  const undated = byMonth.get('none')
  return undated ? [...months, { month: 'none', rows: undated }] : months
}

/** The months after one and before another. */
function between(from: string, to: string): string[] {
  const result: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (;;) {
    month++
    if (month > 12) {
      month = 1
      year++
    }
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name >= to) return result
    result.push(name)
  }
}

const chartHeight = 190
const base = chartHeight - 38

/** The line of time: one column a month. A click shows the ledger of that month. */
function Columns({ store, months }: { store: Store; months: readonly Month[] }): JSX.Element {
  const { t } = store
  const most = Math.max(...months.map(({ rows }) => rows.length))
  const step = Math.max(34, Math.min(72, Math.floor(720 / months.length)))
  const width = Math.max(720, months.length * step + 10)
  const scale = (base - 22) / most
  return (
    <figure>
      <figcaption>{t.months.title}</figcaption>
      <svg viewBox={`0 0 ${width} ${chartHeight}`} role="img" aria-label={t.months.chart(months.length)}>
        <line x1="0" y1={base} x2={width} y2={base} class="axis" />
        {months.map(({ month, rows }, i) => {
          const x = i * step + 5
          const tall = rows.length * scale
          const [year = '', number = ''] = month.split('-')
          const first = i === 0 || number === '01' || !months[i - 1]?.month.startsWith(year)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the choice of months does the same by keyboard
            <g
              key={month}
              class="bar"
              onClick={() => store.show({ view: 'ledger', filter: { ...store.screen.filter, month } })}
            >
              <title>{`${t.months.name(month)} ${rows.length}`}</title>
              <rect x={x} y="0" width={step} height={chartHeight} class="hit" />
              <rect x={x + step * 0.18} y={base - tall} width={step * 0.64} height={tall} class="column" />
              {rows.length > 0 ? (
                <text x={x + step / 2} y={base - tall - 6} text-anchor="middle">
                  {rows.length}
                </text>
              ) : null}
              <text x={x + step / 2} y={base + 15} text-anchor="middle">
                {Number(number)}
                {store.language === 'zh' ? '月' : ''}
              </text>
              {first ? (
                <text x={x + 2} y={base + 32} class="year">
                  {year}
                  {store.language === 'zh' ? '年' : ''}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
