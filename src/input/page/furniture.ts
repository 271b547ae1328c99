import { textOfRow } from './rows.ts'
import type { Page, Row } from './types.ts'

/** A page as rows of text, on the way to being read. */
export interface RowPage {
  page: Page
  rows: Row[]
  /** Page header, and templates in the upper half. */
  top: string[]
  bottom: string[]
}

/** So many rows at the edge of a page may be furniture. */
const EDGE = 3
const PAGE_NUMBER =
  /^(?:[-—–－―─·•\s]*\d{1,4}[-—–－―─·•\s]*|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:[\s,，/]*共\s*[\d一二三四五六七八九十]{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i
/** Where page furniture stands, as a share of the page's height. */
const MARGIN = 0.1

/** Takes page headers, footers and page numbers out of the rows: what stands at the same place on most pages. */
export const takeFurniture = (pages: readonly RowPage[], bodySize: number): void => {
  for (const edge of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < EDGE; depth++) {
      const repeated = repeatedAt(pages, edge)
      let found = false
      for (const entry of pages) {
        const row = edgeRow(entry, edge)
        if (row === undefined || !isFurniture(entry, row, edge, repeated, bodySize, pages.length)) continue
        found = true
        if (edge === 'top') {
          entry.rows.shift()
          entry.top.push(textOfRow(row))
        } else {
          entry.rows.pop()
          entry.bottom.unshift(textOfRow(row))
        }
      }
      if (!found) break
    }
  }
}

const edgeRow = ({ rows }: RowPage, edge: 'top' | 'bottom'): Row | undefined => (edge === 'top' ? rows[0] : rows.at(-1))

/** A text without its numbers, at its place on the page. */
const keyOf = (row: Row): string => `${Math.round(row.y / 3)} ${textOfRow(row).replace(/\d+/g, '#')}`

const repeatedAt = (pages: readonly RowPage[], edge: 'top' | 'bottom'): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const entry of pages) {
    const row = edgeRow(entry, edge)
    if (row !== undefined) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  }
  // Left and right pages may have headers of their own.
  const needed = Math.max(2, pages.length * 0.3)
  return new Set([...counts].filter(([, count]) => count >= needed).map(([key]) => key))
}

const isFurniture = (
  { page, rows }: RowPage,
  row: Row,
  edge: 'top' | 'bottom',
  repeated: ReadonlySet<string>,
  bodySize: number,
  count: number,
): boolean => {
  const text = textOfRow(row).trim()
  const inMargin = edge === 'top' ? row.y < page.height * MARGIN : row.y > page.height * (1 - MARGIN)
  if (!inMargin) return false
  if (PAGE_NUMBER.test(text)) return true
  if (repeated.has(keyOf(row))) return true
  // The header and footer that browsers print: small, with the date, the address and the page.
  const small = row.size < bodySize * 0.8
  if (
    small &&
    /^(?:file|https?):\/\/|\d{1,4}\/\d{1,4}$|^\d{4}\/\d{1,2}\/\d{1,2}|^\d{1,2}\/\d{1,2}\/\d{2,4},/.test(text)
  )
    return true
  if (count > 1 || !small) return false
  const neighbour = edge === 'top' ? rows[1] : rows.at(-2)
  return neighbour === undefined || Math.abs(neighbour.y - row.y) > bodySize * 2.5
}
