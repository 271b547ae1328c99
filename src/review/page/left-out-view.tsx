import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Zone, ZoneGroup } from '../data.ts'
import { zoneId } from '../model/ledger.ts'
import type { Store } from './store.ts'

/** Groups that are worth a look, the most urgent first. */
const groups: readonly ZoneGroup[] = ['unmatched', 'state', 'past', 'talk']

interface LeftOut {
  id: string
  document: string
  zone: Zone
  text: string
}

/** Left-out stretches in the order of the texts, without those that became tasks by hand. */
export function leftOutOf(store: Store): LeftOut[] {
  const taken = store.ledger.rows.filter(({ edited }) => edited)
  return store.data.sources.flatMap(({ document, zones, text }) =>
    zones.flatMap((zone) => {
      if (!groups.includes(zone.group)) return []
      const covered = taken.some(
        ({ task }) =>
          task.document === document &&
          task.source.some(({ start, end }) => start.offset <= zone.start && end.offset >= zone.end),
      )
      return covered ? [] : [{ id: zoneId(document, zone), document, zone, text: text.slice(zone.start, zone.end) }]
    }),
  )
}

/** What is in no task, with the reason: so that nothing is missed silently. */
export function LeftOutView({ store }: { store: Store }): JSX.Element {
  const { t, ledger, screen } = store
  const [group, setGroup] = useState<ZoneGroup | ''>(() =>
    leftOutOf(store).some(({ zone }) => zone.group === 'unmatched') ? 'unmatched' : '',
  )
  const [unseen, setUnseen] = useState(false)
  const seen = useMemo(() => new Set(ledger.seen), [ledger.seen])
  const all = useMemo(() => leftOutOf(store), [ledger.rows])
  const left = all.filter(({ id, zone }) => (group === '' || zone.group === group) && !(unseen && seen.has(id)))
  if (all.length === 0) return <p class="empty">{t.leftOut.none}</p>
  return (
    <div class="left-out">
      <p class="intro">{t.leftOut.intro}</p>
      <div class="filters">
        <select
          aria-label={t.leftOut.all}
          value={group}
          onChange={(event) => setGroup(groups.find((one) => one === event.currentTarget.value) ?? '')}
        >
          <option value="">
            {t.leftOut.all}（{all.length}）
          </option>
          {groups.map((one) => (
            <option key={one} value={one}>
              {t.groups[one]}（{all.filter(({ zone }) => zone.group === one).length}）
            </option>
          ))}
        </select>
        <label class="only">
          <input type="checkbox" checked={unseen} onChange={(event) => setUnseen(event.currentTarget.checked)} />
          {t.leftOut.onlyUnseen}
        </label>
        <span class="shown">{t.leftOut.count(all.filter(({ id }) => !seen.has(id)).length)}</span>
      </div>
      {left.length === 0 ? <p class="empty">{t.leftOut.nothingHere}</p> : null}
      <ul>
        {left.map(({ id, document, zone, text }) => (
          <li key={id} class={screen.passage?.start === zone.start && screen.document === document ? 'on' : undefined}>
            <p class="reason">
              <span class={`z-${zone.group}`}>{t.groups[zone.group]}</span> {t.reason(zone.reason)}
            </p>
            <button type="button" class="quote" onClick={() => store.goTo(document, zone)}>
              {text.length > 160 ? `${text.slice(0, 150)}……` : text}
            </button>
            <p class="acts">
              <label class="only">
                <input
                  type="checkbox"
                  checked={seen.has(id)}
                  onChange={(event) => store.see(id, event.currentTarget.checked)}
                />
                {t.leftOut.seen}
              </label>
              <button type="button" onClick={() => store.add(document, zone)}>
                {t.leftOut.add}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
