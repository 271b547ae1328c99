import { lastWord, type TargetLexicon } from '../lexicon.ts'

/** Verbs of work that, with what follows, name a thing: 安置房, 监测点. */
const BEGINS_NOUN =
  /^(?:安置[房点区]|开发区|保护[区地]|生产[线总基性]|供应[链商]|处理[厂站]|培训[班基费]|储备[库粮林]|交易[额中场所]|检查站|监测[点站]|发展基金|指导[员站]|救助站|(?:融资|采购|销售|交易)[额量]|销售收|[\u4e00-\u9fff]{2}率)/
/** 新（改、扩）建, with its choice in brackets. */
const BRACKETED_VERB = /^新（[改扩创续迁、和]{1,5}）建/

/** Start of the run of verbs that ends at a place: 新建改造, 更新改造. */
export const verbRun = (text: string, from: number, end: number, lexicon: TargetLexicon): number => {
  let start = end
  for (;;) {
    const run = text.slice(from, start)
    const verb = lastWord(run, lexicon.workVerbs)
    if (verb !== '') {
      start -= verb.length
      continue
    }
    // 新（改）建20所; 新建和改扩建20所
    const joint = start === end ? 0 : (/新（[改扩创续迁、和]{1,5}）$/.exec(run)?.[0].length ?? 0)
    const joined =
      joint > 0 || start === end || !/[和及与、]$/.test(run) ? '' : lastWord(run, lexicon.makeVerbs, run.length - 1)
    if (joint === 0 && joined.length < 2) return start
    start -= joint > 0 ? joint : joined.length + 1
  }
}

/** The longest verb of work that stands at a place and begins no noun; '' where there is none. */
export const firstWord = (text: string, from: number, lexicon: TargetLexicon): string => {
  const bracketed = BRACKETED_VERB.exec(text.slice(from, from + 9))
  if (bracketed !== null) return bracketed[0]
  if (BEGINS_NOUN.test(text.slice(from, from + 4))) return ''
  for (let length = Math.min(7, text.length - from); length > 0; length--) {
    const word = text.slice(from, from + length)
    if (lexicon.workVerbs.has(word)) return word
  }
  return ''
}

/** Splits 培育省级绿色工厂 into verbs and noun: the run of verbs at its head, else the last verb inside. */
export const splitVerb = (text: string, lexicon: TargetLexicon): { verb: string; noun: number } => {
  let noun = 0
  let verb = ''
  for (;;) {
    let longest = firstWord(text, noun, lexicon)
    if (longest === '' || (longest.length < 2 && verb !== '')) {
      // 新建和改善提升…: another verb behind the joint
      const joint = verb === '' ? null : /^[和并、与]/.exec(text.slice(noun))
      const next = joint === null ? '' : firstWord(text, noun + 1, lexicon)
      if (next.length < 2) break
      longest = next
      noun += 1
    }
    // 安置房, 新增入统企业: the word is part of the noun
    if (verb !== '' && (text.length - noun - longest.length === 1 || /新增$|净增$/.test(verb))) break
    verb = longest
    noun += longest.length
  }
  if (verb.length > 0) return { verb, noun }
  // inside, the first verb governs the rest; single characters (建, 修) are verbs only at the head
  for (let at = 1; at < text.length - 2; at++) {
    for (let length = Math.min(7, text.length - 1 - at); length >= 2; length--) {
      const word = text.slice(at, at + length)
      if (lexicon.workVerbs.has(word) && !(word === '消化' && /^[道内系]/.test(text.slice(at + 2))))
        return { verb: word, noun: at + length }
    }
  }
  return { verb: '', noun: 0 }
}
