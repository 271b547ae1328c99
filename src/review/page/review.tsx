import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { DepartmentsView } from './departments-view.tsx'
import { Dialogs } from './dialogs.tsx'
import { Header } from './header.tsx'
import { listenToKeys } from './keyboard.ts'
import { LedgerView } from './ledger-view.tsx'
import { LeftOutView } from './left-out-view.tsx'
import { MonthsView } from './months-view.tsx'
import { PrintTable } from './print.tsx'
import { SourcePane } from './source-pane.tsx'
import { type Store, useStore } from './store.ts'
import { Toolbar } from './toolbar.tsx'

/** The whole page: the text on the left, the ledger on the right. */
export function Review({ store, onLeave }: { store: Store; onLeave?: (() => void) | undefined }): JSX.Element {
  useStore(store)
  // What is seen must listen: an effect after painting would lose the keys pressed before it.
  useLayoutEffect(() => listenToKeys(store), [store])
  const { screen, t } = store
  return (
    <>
      <Header store={store} onLeave={onLeave} />
      {screen.outdated ? (
        <div class="banner" role="alert">
          {t.outdated}
          <button type="button" onClick={() => store.settle(true)}>
            {t.restore}
          </button>
          <button type="button" onClick={() => store.settle(false)}>
            {t.discard}
          </button>
        </div>
      ) : null}
      <main>
        <SourcePane store={store} />
        <section class="panel" aria-label={t.ledger}>
          <Toolbar store={store} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <div id="view" role="tabpanel" aria-labelledby={`tab-${screen.view}`} class="view" tabIndex={0}>
            <CurrentView store={store} />
          </div>
        </section>
      </main>
      <PrintTable store={store} />
      <Dialogs store={store} />
      <Message store={store} />
    </>
  )
}

function CurrentView({ store }: { store: Store }): JSX.Element {
  switch (store.screen.view) {
    case 'ledger':
      return <LedgerView store={store} />
    case 'departments':
      return <DepartmentsView store={store} />
    case 'months':
      return <MonthsView store={store} />
    case 'leftOut':
      return <LeftOutView store={store} />
  }
}

/** What was just done; it goes by itself. */
function Message({ store }: { store: Store }): JSX.Element {
  const { message } = store.screen
  const timer = useRef(0)
  useEffect(() => {
    if (message === '') return
    timer.current = window.setTimeout(() => store.say(''), 4000)
    return () => window.clearTimeout(timer.current)
  }, [message, store])
  return (
    <div class="message" role="status" aria-live="polite">
      {message === '' ? null : (
        <span>
          {message}
          {store.canUndo ? (
            <button type="button" onClick={() => store.undo()}>
              {store.t.undo}
            </button>
          ) : null}
        </span>
      )}
    </div>
  )
}
