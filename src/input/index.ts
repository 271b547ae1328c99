export { InputError, type InputErrorCode } from './errors.ts'
export { type ReadOptions, readSource } from './read.ts'
