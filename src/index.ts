/**
 * taizhang as a library: the whole pipeline, its plugins for unified, and the recognisers on bare strings.
 */

export type { Finding } from './check/types.ts'
export {
  InputError,
  type InputErrorCode,
  type Limits,
  type Reading,
  type ReadOptions,
  readSource,
  readSources,
} from './input/index.ts'
export type { Point, Position } from './model/position.ts'
export type {
  Deadline,
  Department,
  DocumentKind,
  Person,
  Register,
  RegisterDocument,
  Target,
  Task,
} from './model/register.ts'
export { RULE_IDS, type RuleId } from './model/rule-ids.ts'
export type { Source, SourceHint, SourceNotice } from './model/source.ts'
export { type Format, type RenderOptions, renderRegister } from './output/render.ts'
export { type CheckOptions, type CheckResult, checkSource } from './pipeline/check.ts'
export { type Extraction, type ExtractOptions, extractSource } from './pipeline/extract.ts'
export { type Outline, type OutlineHeading, outlineSource } from './pipeline/outline.ts'
export {
  type TaizhangData,
  taizhangAssemble,
  taizhangDescribe,
  taizhangParse,
  taizhangStringify,
} from './pipeline/plugins.ts'
export { fileOf, taizhangProcessor } from './pipeline/processor.ts'
export { recogniseDeadlines, recogniseDepartments, recogniseTargets } from './pipeline/recognise.ts'
export { viewSource } from './pipeline/view.ts'
export { readBack } from './readback/index.ts'
export type { View, ViewLine } from './text/index.ts'
export { formatChineseNumber, parseChineseNumber } from './text/index.ts'
