export { createView, readView } from './create-view.ts'
export { formatChineseNumber, parseChineseNumber } from './numerals.ts'
export type { View, ViewLine } from './view.ts'
