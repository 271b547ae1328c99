import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Store } from './store.ts'

interface DialogProps {
  store: Store
  title: string
  children: ComponentChildren
}

/** A window over the page: the browser keeps the keyboard in it, and Esc closes it. */
export function Dialog({ store, title, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const close = (): void => store.show({ dialog: null })
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" onClick={close} aria-label={store.t.close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  )
}
