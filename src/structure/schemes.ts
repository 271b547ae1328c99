/**
 * The numbering schemes of official documents. GB/T 9704 has 一、 (一) 1. (1); practice adds chapters above them,
 * ① below them, and enumerators inside paragraphs (一是, 一要, 第一, 首先).
 */
export type Scheme =
  | 'piece' // 篇一, 【第一篇】: one of several documents in a file
  | 'part' // 第一部分
  | 'chapter' // 第一章
  | 'clause' // 第一节
  | 'attachment' // 附件
  | 'markdown' // # ##
  | 'named' // 任务一、 议题一、 专项1：
  | 'stage' // 第一阶段： 第一步：
  | 'article' // 第一条
  | 'han' // 一、
  | 'han-paren' // (一)
  | 'body' // 县林业局 above 1、2、: the list is theirs
  | 'month' // 三月： in a calendar of work
  | 'arabic' // 1. 1、
  | 'arabic-pair' // 1.1
  | 'lost' // 、 with its number lost in copying
  | 'arabic-paren' // (1) 1)
  | 'circled' // ① ⑴
  | 'is' // 一是
  | 'must' // 一要
  | 'grasp' // 一抓
  | 'ordinal' // 第一，
  | 'sequence' // 首先 其次 再次 最后

/** How deep a scheme stands by convention; the floating ones nest wherever they are opened. */
const RANKS: Record<Scheme, number> = {
  piece: 0,
  part: 10,
  chapter: 20,
  clause: 30,
  attachment: 50,
  markdown: 40,
  named: 49,
  stage: 49,
  article: 50,
  han: 50,
  'han-paren': 60,
  body: 65,
  month: 65,
  arabic: 70,
  lost: 70,
  'arabic-pair': 75,
  'arabic-paren': 80,
  circled: 90,
  is: 95,
  must: 95,
  grasp: 95,
  ordinal: 95,
  sequence: 95,
}

const FLOATING: ReadonlySet<Scheme> = new Set<Scheme>(['is', 'must', 'grasp', 'ordinal', 'sequence'])

/** How deep a scheme stands by convention. */
export const rankOf = (scheme: Scheme): number => RANKS[scheme]

/** Floating schemes enumerate points of a paragraph; they have no depth of their own. */
export const isFloating = (scheme: Scheme): boolean => FLOATING.has(scheme)

const HOSTED: ReadonlySet<Scheme> = new Set<Scheme>(['named', 'stage'])

/** Whether a scheme stands right below whatever heading is open (一、实施步骤 第一阶段：), and on top where none is. */
export const isHosted = (scheme: Scheme): boolean => HOSTED.has(scheme)

/** An enumerator as it stands in a text. */
export interface Enumerator {
  scheme: Scheme
  /** Its number, null where it was lost or has none. */
  ordinal: number | null
  /** As written, with its mark: 一、 (一) 1. 一是 ①. */
  marker: string
  /** Offsets of the marker. */
  start: number
  end: number
  /** Markdown: depth of the heading. */
  depth?: number
}
