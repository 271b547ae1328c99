export { InputError, type InputErrorCode } from './errors.ts'
export type { Limits } from './limits.ts'
export { type ReadOptions, readSource, readSources } from './read.ts'
export type { Reading } from './read-bytes.ts'
