import type { Range } from '../../model/position.ts'

/** Where the text of the page that is selected, or in which the cursor stands, is in the original. */
export interface TextSelection extends Range {
  /** To put something beside it, in coordinates of the window. */
  box: { left: number; top: number; bottom: number }
}

/** Reads the selection of the browser; null where it is not in the source text. */
export function readSelection(pane: HTMLElement): TextSelection | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetOf(range.startContainer, range.startOffset, pane)
  const end = offsetOf(range.endContainer, range.endOffset, pane)
  if (start === null || end === null || end < start) return null
  const { left, top, bottom } = boxOf(range)
  return { start, end, box: { left, top, bottom } }
}

function boxOf(range: globalThis.Range): DOMRect {
  const rects = range.getClientRects()
  return rects[rects.length - 1] ?? range.getBoundingClientRect()
}

/** Offset in the original of a place in the document: every piece of text knows where it starts. */
function offsetOf(node: Node, offset: number, pane: HTMLElement): number | null {
  if (!pane.contains(node)) return null
  if (node instanceof Text) {
    const piece = node.parentElement?.closest('[data-s]')
    const start = startOf(piece)
    return start === null ? null : start + offset
  }
  const child = node.childNodes[offset]
  if (child) return startOf(child instanceof Element ? firstPiece(child) : child.parentElement?.closest('[data-s]'))
  const last = node.childNodes[node.childNodes.length - 1]
  if (!(last instanceof Element)) return node instanceof Element ? startOf(firstPiece(node)) : null
  const piece = lastPiece(last)
  const start = startOf(piece)
  return start === null ? null : start + (piece?.textContent?.length ?? 0)
}

const firstPiece = (element: Element): Element | null =>
  element.matches('[data-s]') ? element : element.querySelector('[data-s]')

function lastPiece(element: Element): Element | null {
  const pieces = element.querySelectorAll('[data-s]')
  return pieces[pieces.length - 1] ?? (element.matches('[data-s]') ? element : null)
}

function startOf(element: Element | null | undefined): number | null {
  const value = element?.getAttribute('data-s')
  return value == null ? null : Number(value)
}
