export { createView, readView, type ViewOptions } from './create-view.ts'
export { formatChineseNumber, parseChineseNumber } from './numerals.ts'
export { type Converter, isTraditional, prepareView } from './steps/traditional.ts'
export type { View, ViewLine } from './view.ts'
