import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PageMessages } from '../messages/index.ts'
import { layOut, type Segment, type TextLine } from '../model/highlight.ts'
import { zoneId } from '../model/ledger.ts'
import { Legend } from './legend.tsx'
import { memo } from './memo.ts'
import { Outline } from './outline.tsx'
import { readSelection, type TextSelection } from './selection.ts'
import type { Store } from './store.ts'

/** The source text with everything that was found in it. */
export function SourcePane({ store }: { store: Store }): JSX.Element {
  const { desk, ledger, screen, t } = store
  const body = useRef<HTMLElement>(null)
  const [selection, setSelection] = useState<TextSelection | null>(null)
  const [outline, setOutline] = useState(() => window.innerWidth >= 1700)
  const source = desk.sources.get(screen.document)
  const seen = useMemo(() => new Set(ledger.seen), [ledger.seen])
  const lines = useMemo(() => (source ? layOut(source.source, ledger.rows, seen) : []), [source, ledger.rows, seen])

  useLayoutEffect(() => {
    const changed = (): void => {
      const found = body.current && readSelection(body.current)
      setSelection(found)
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [])

  useEffect(() => {
    if (store.scroll === 0 || !body.current) return
    const { passage, selected } = store.screen
    const offset = passage?.start ?? ledger.rows.find(({ uid }) => uid === selected)?.task.source[0]?.start.offset
    if (offset !== undefined) scrollTo(body.current, lines, offset)
  }, [store.scroll, screen.document])

  const click = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || document.getSelection()?.isCollapsed === false) return
    const uid = event.target.closest('[data-u]')?.getAttribute('data-u')
    if (uid) store.select(uid, screen.view === 'ledger' ? {} : { view: 'ledger' })
  }

  const choose = (offset: number, end: number): void => store.goTo(screen.document, { start: offset, end })
  return (
    <div class="source">
      <header class="pane-head">
        <h2>{t.source}</h2>
        <DocumentChoice store={store} />
        <button type="button" aria-expanded={outline} aria-controls="outline" onClick={() => setOutline(!outline)}>
          {t.outline}
        </button>
        <Legend t={t} />
      </header>
      <div class="source-main">
        {outline && source ? <Outline headings={source.source.headings} t={t} onChoose={choose} /> : null}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for the mouse; by keyboard the rows lead here */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section class="text" ref={body} tabIndex={0} aria-label={t.source} onClick={click} lang="zh">
          {lines.map((line) => (
            <Line
              key={line.start}
              line={line}
              selected={screen.selected !== null && line.uids.has(screen.selected) ? screen.selected : null}
              passage={
                screen.passage && screen.passage.start < line.end && screen.passage.end > line.start
                  ? screen.passage.start
                  : -1
              }
              seen={seen}
              document={screen.document}
              t={t}
            />
          ))}
        </section>
      </div>
      {selection ? <SelectionBar store={store} selection={selection} /> : null}
    </div>
  )
}

function DocumentChoice({ store }: { store: Store }): JSX.Element | null {
  const { desk, screen, t } = store
  if (desk.sources.size < 2) return null
  return (
    <select
      aria-label={t.document}
      value={screen.document}
      onChange={(event) => store.goTo(event.currentTarget.value, { start: 0, end: 0 })}
    >
      {[...desk.sources.values()].map(({ source }) => (
        <option key={source.document} value={source.document}>
          {source.document} {desk.documents.get(source.document)?.title ?? source.name}
        </option>
      ))}
    </select>
  )
}

/** What can be done with the selected text, beside it. */
function SelectionBar({ store, selection }: { store: Store; selection: TextSelection }): JSX.Element | null {
  const { screen, t } = store
  const { start, end, box } = selection
  const row = store.ledger.rows.find(
    ({ task }) =>
      task.document === screen.document &&
      task.source.some((place) => place.start.offset < start && place.end.offset > end),
  )
  const empty = end === start
  if (empty && (!row || row.uid !== screen.selected)) return null
  const top = Math.min(box.bottom + 6, window.innerHeight - 44)
  return (
    <div class="selection-bar" style={{ left: `${Math.min(box.left, window.innerWidth - 220)}px`, top: `${top}px` }}>
      {empty ? null : (
        <button
          type="button"
          class="primary"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            store.add(screen.document, { start, end })
            document.getSelection()?.removeAllRanges()
          }}
        >
          {t.selection.add} <kbd>a</kbd>
        </button>
      )}
      {row && empty ? (
        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (store.split(row.uid, start)) document.getSelection()?.removeAllRanges()
          }}
        >
          {t.selection.split}
        </button>
      ) : null}
    </div>
  )
}

interface LineProps {
  line: TextLine
  selected: string | null
  /** Start of the stretch that was asked for, or -1. */
  passage: number
  seen: ReadonlySet<string>
  document: string
  t: PageMessages
}

const Line = memo<LineProps>(
  ({ line, selected, passage, seen, document, t }) => (
    <p
      class={line.level > 0 ? `h${Math.min(line.level, 4)}` : line.segments.length === 0 ? 'blank' : undefined}
      data-line={line.number}
    >
      {line.segments.map((segment) => (
        <Piece
          key={segment.start}
          segment={segment}
          line={line}
          selected={selected !== null && segment.uids.includes(selected)}
          asked={passage >= 0 && segment.zone !== null && segment.zone.start <= passage && segment.zone.end > passage}
          seen={segment.zone !== null && seen.has(zoneId(document, segment.zone))}
          t={t}
        />
      ))}
      {line.segments.length === 0 ? <span data-s={line.start} /> : null}
    </p>
  ),
  (a, b) =>
    a.line.key === b.line.key &&
    a.line.start === b.line.start &&
    a.selected === b.selected &&
    a.passage === b.passage &&
    a.document === b.document,
)

interface PieceProps {
  segment: Segment
  line: TextLine
  selected: boolean
  asked: boolean
  seen: boolean
  t: PageMessages
}

function Piece({ segment, selected, asked, seen, t }: PieceProps): JSX.Element {
  const { start, kinds, uid, zone, opens, text } = segment
  const names = kinds.map((kind) => `m-${kind}`)
  if (zone && (kinds.length === 0 || zone.group !== 'label')) names.push(`z-${zone.group}`)
  if (seen) names.push('seen')
  if (selected) names.push('on')
  if (asked) names.push('asked')
  const told = kinds.filter((kind) => kind !== 'task').map((kind) => t.kinds[kind])
  const title =
    zone && kinds.length === 0 && zone.group !== 'furniture'
      ? `${t.groups[zone.group]}：${t.reason(zone.reason)}`
      : told.join('、')
  return (
    <span
      class={names.length > 0 ? names.join(' ') : undefined}
      data-s={start}
      data-u={uid ?? undefined}
      data-id={opens ?? undefined}
      title={title === '' ? undefined : title}
    >
      {text}
    </span>
  )
}

/** Scrolls a stretch to the upper third of the pane. */
function scrollTo(pane: HTMLElement, lines: readonly TextLine[], offset: number): void {
  const line = lines.find(({ start, end }) => start <= offset && offset <= end)
  const paragraph = line && pane.querySelector(`[data-line="${line.number}"]`)
  if (!line || !paragraph) return
  const segment = line.segments.find(({ start, end }) => start <= offset && offset < end)
  const piece = (segment && paragraph.querySelector(`[data-s="${segment.start}"]`)) ?? paragraph
  const place = (): void => {
    const at = piece.getBoundingClientRect()
    const frame = pane.getBoundingClientRect()
    const inSight = at.top >= frame.top + 8 && at.top + 60 <= frame.bottom
    if (!inSight) pane.scrollTop += at.top - frame.top - frame.height / 4
  }
  // Paragraphs that were out of sight had only a guessed height: once laid out, they are placed again.
  place()
  requestAnimationFrame(place)
}
