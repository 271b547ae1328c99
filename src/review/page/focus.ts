/**
 * Gives the keyboard to a row of the ledger, so that Tab goes on from there. At once, and not with the next picture:
 * that would take the keyboard away again from a field that was opened meanwhile.
 */
export function focusRow(uid: string): void {
  const row = document.querySelector(`[data-row="${CSS.escape(uid)}"] > .row`)
  if (row instanceof HTMLElement) row.focus({ preventScroll: true })
}
