import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Language } from '../../register/language.ts'
import type { ReviewData } from '../data.ts'
import { pageMessages } from '../messages/index.ts'
import { Review } from '../page/review.tsx'
import { Store } from '../page/store.ts'
import { Start } from './start.tsx'

/** The page that holds the engine: first the document, then its ledger. A saved page starts with the ledger. */
export function App({ language, start }: { language: Language; start: ReviewData | null }): JSX.Element {
  const [store, setStore] = useState(() => (start ? new Store(start) : null))
  const t = pageMessages(language)
  if (!store) {
    return (
      <Start
        language={language}
        onData={(data, message) => {
          const next = new Store(data)
          if (message !== '') next.screen.message = message
          document.title = t.pageTitle(data.register.documents[0]?.title ?? data.sources[0]?.name ?? t.untitled)
          setStore(next)
        }}
      />
    )
  }
  return (
    <Review
      store={store}
      onLeave={() => {
        document.title = t.app.title
        setStore(null)
      }}
    />
  )
}
