import type { JSX } from 'preact'
import { splitPoints } from '../model/edit.ts'
import { Dialog } from './dialog.tsx'
import { exportFormats, exportLedger } from './export.ts'
import type { Store } from './store.ts'

/** The dialog that is open, if any. */
export function Dialogs({ store }: { store: Store }): JSX.Element | null {
  switch (store.screen.dialog) {
    case 'help':
      return <Help store={store} />
    case 'export':
      return <Export store={store} />
    case 'split':
      return <Split store={store} />
    default:
      return null
  }
}

function Help({ store }: { store: Store }): JSX.Element {
  const { t } = store
  return (
    <Dialog store={store} title={t.helpTitle}>
      <dl class="keys">
        {t.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{t.helpMore}</p>
      <p>
        <button
          type="button"
          class="danger"
          disabled={!store.hasChanges}
          onClick={() => {
            if (window.confirm(t.restartSure)) store.restart()
          }}
        >
          {t.restart}
        </button>
      </p>
    </Dialog>
  )
}

function Export({ store }: { store: Store }): JSX.Element {
  const { t } = store
  return (
    <Dialog store={store} title={t.exporting}>
      <div class="choices">
        {exportFormats.map((format) => (
          <button
            key={format}
            type="button"
            data-export={format}
            onClick={async () => {
              const name = await exportLedger(store, format)
              store.show({ dialog: null, message: t.exported(name) })
            }}
          >
            {t.exportAs[format]}
          </button>
        ))}
      </div>
    </Dialog>
  )
}

/** The text of a task with a pair of scissors at every place where a clause ends. */
function Split({ store }: { store: Store }): JSX.Element | null {
  const { t } = store
  const row = store.selectedRow
  const source = row && store.desk.sources.get(row.task.document)
  if (!row || !source) return null
  const points = splitPoints(row.task, source)
  const cuts = [...points, Number.POSITIVE_INFINITY]
  let from = row.task.source[0]?.start.offset ?? 0
  const end = row.task.source.at(-1)?.end.offset ?? from
  const pieces = cuts.map((at) => {
    const text = source.text.slice(from, Math.min(at, end))
    from = at
    return { text, at }
  })
  return (
    <Dialog store={store} title={t.splitting(row.task.id)}>
      <p>{points.length === 0 ? t.splitNowhere : t.splitHint}</p>
      <p class="split-text" lang="zh">
        {pieces.map(({ text, at }) => (
          <span key={at}>
            {text}
            {at === Number.POSITIVE_INFINITY ? null : (
              <button
                type="button"
                data-at={at}
                aria-label={t.splitHere(text.slice(-8))}
                onClick={() => store.split(row.uid, at)}
              >
                ✂
              </button>
            )}
          </span>
        ))}
      </p>
    </Dialog>
  )
}
