import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { facetsOf, isFiltering, type Missing, noFilter, type SortBy, writtenNames } from '../model/filter.ts'
import { zoneId } from '../model/ledger.ts'
import { type Store, viewNames } from './store.ts'

const missing: readonly Missing[] = ['owner', 'deadline', 'target', 'note']
const sorts: readonly SortBy[] = ['text', 'due', 'department', 'section']

/** Views, filters and sorting. */
export function Toolbar({ store }: { store: Store }): JSX.Element {
  const { t, screen, ledger } = store
  const { filter } = screen
  const { filters } = t
  const facets = useMemo(() => facetsOf(ledger.rows), [ledger.rows])
  const names = useMemo(() => writtenNames(ledger.rows), [ledger.rows])
  const option = (value: string, label: string, count?: number): JSX.Element => (
    <option key={value} value={value}>
      {count === undefined ? label : `${label}（${count}）`}
    </option>
  )
  return (
    <div class="toolbar">
      <Tabs store={store} />
      {screen.view === 'leftOut' ? null : (
        <search class="filters" aria-label={filters.label}>
          <input
            id="search"
            type="search"
            value={filter.query}
            placeholder={filters.searchHint}
            aria-label={filters.search}
            onInput={(event) => store.filter({ query: event.currentTarget.value })}
          />
          <select
            aria-label={filters.department}
            value={filter.department}
            onChange={(event) => store.filter({ department: event.currentTarget.value })}
          >
            {option('', filters.anyDepartment)}
            {facets.departments.map(([name, count]) => option(name, names.get(name) ?? name, count))}
          </select>
          <select
            aria-label={filters.month}
            value={filter.month}
            onChange={(event) => store.filter({ month: event.currentTarget.value })}
          >
            {option('', filters.anyMonth)}
            {facets.months.map(([month, count]) =>
              option(month, month === 'none' ? filters.noMonth : t.months.name(month), count),
            )}
          </select>
          <select
            aria-label={filters.section}
            value={filter.section}
            onChange={(event) => store.filter({ section: event.currentTarget.value })}
          >
            {option('', filters.anySection)}
            {facets.sections.map(([name, count]) => option(name, name, count))}
          </select>
          <select
            aria-label={filters.missing}
            value={filter.missing}
            onChange={(event) =>
              store.filter({ missing: missing.find((one) => one === event.currentTarget.value) ?? '' })
            }
          >
            {option('', filters.anyMissing)}
            {missing.map((one) => option(one, t.missing[one]))}
          </select>
          <select
            class="sort"
            aria-label={filters.sort}
            value={filter.sort}
            onChange={(event) =>
              store.filter({ sort: sorts.find((one) => one === event.currentTarget.value) ?? 'text' })
            }
          >
            {sorts.map((one) => option(one, `${filters.sort}：${t.sorts[one]}`))}
          </select>
          <label class="only">
            <input
              type="checkbox"
              checked={filter.unchecked}
              onChange={(event) => store.filter({ unchecked: event.currentTarget.checked })}
            />
            {filters.unchecked}
          </label>
          <span class="shown" aria-live="polite">
            {t.shown(store.shown.length, ledger.rows.length)}
          </span>
          {isFiltering(filter) ? (
            <button type="button" onClick={() => store.show({ filter: { ...noFilter, sort: filter.sort } })}>
              {filters.clear}
            </button>
          ) : null}
        </search>
      )}
    </div>
  )
}

function Tabs({ store }: { store: Store }): JSX.Element {
  const { t, screen, data, ledger } = store
  const left = useMemo(() => {
    const seen = new Set(ledger.seen)
    return data.sources.reduce(
      (sum, { document, zones }) =>
        sum + zones.filter((zone) => zone.group === 'unmatched' && !seen.has(zoneId(document, zone))).length,
      0,
    )
  }, [data, ledger.seen])
  return (
    <div class="tabs" role="tablist">
      {viewNames.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={screen.view === name}
          aria-controls="view"
          onClick={() => store.show({ view: name, editing: null })}
        >
          {t.views[name]}
          {name === 'leftOut' && left > 0 ? <span class="badge">{left}</span> : null}
        </button>
      ))}
    </div>
  )
}
