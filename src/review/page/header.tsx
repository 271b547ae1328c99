import type { JSX } from 'preact'
import type { Store } from './store.ts'

/** What document this is, how far checking has come, and what can be done with all of it. */
export function Header({ store, onLeave }: { store: Store; onLeave?: (() => void) | undefined }): JSX.Element {
  const { t, data, ledger } = store
  const { rows } = ledger
  const checked = rows.filter((row) => row.checked).length
  const [document] = data.register.documents
  const title = document?.title ?? store.data.sources[0]?.name ?? t.untitled
  const others = data.register.documents.length - 1
  return (
    <header class="top">
      <h1 title={title}>
        {title}
        {others > 0 ? ` +${others}` : ''}
      </h1>
      <p class="counts" aria-live="polite">
        <span>{t.tasks(rows.length)}</span>
        <progress value={checked} max={Math.max(rows.length, 1)} aria-label={t.progress} />
        <b id="unchecked">{t.unchecked(rows.length - checked)}</b>
        <span class="year">{document?.year ? t.year(document.year) : t.yearUnknown}</span>
      </p>
      <div class="commands">
        <button type="button" disabled={!store.canUndo} onClick={() => store.undo()}>
          {t.undo}
        </button>
        <button type="button" disabled={!store.canRedo} onClick={() => store.redo()}>
          {t.redo}
        </button>
        <button type="button" class="primary" onClick={() => store.show({ dialog: 'export' })}>
          {t.exporting}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t.print}
        </button>
        <button type="button" onClick={() => store.show({ dialog: 'help' })}>
          {t.help}
        </button>
        {onLeave ? (
          <button type="button" onClick={onLeave}>
            {t.app.another}
          </button>
        ) : null}
      </div>
    </header>
  )
}
