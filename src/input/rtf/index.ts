import type { Reader } from '../readers.ts'
import { RtfReader } from './document.ts'

/** Rich Text Format; automatic numbers stand in it as text. Needs nothing of Node.js. */
export const readRtf: Reader = async (bytes, { budget }) => new RtfReader(bytes, budget).read()
