import { CHINESE_DIGITS } from '../characters.ts'
import { BARE_LABELS, LABELS, ORDINAL_WORDS, SALUTATIONS, TITLE_ENDINGS, UNITS } from '../lexicon.ts'

const N = `[${CHINESE_DIGITS}]`

/** Numbers that open a unit wherever a line starts with them. 一、二、三产业 and 三、四季度 are enumerations in a sentence. */
const ENUMERATOR = new RegExp(
  [
    `第(?:${N}{1,4}|\\d{1,3})(?:[章节编篇](?![章节编篇])|部分)`,
    `第(?:${N}{1,4}|\\d{1,3})条(?!规定|款|项|的|和|至|、|，|所|第|或)`,
    `${N}{1,3}[、．](?!${N}{1,3}[、季级类产期季届次线是]|${N}{1,3}$)`,
    `${N}{1,3}\\.(?:(?!\\d)|(?=(?:19|20)[\\d*xX×○]{2}年))`,
    `[（(]\\s?(?:${N}{1,3}|\\d{1,3})\\s?[)）]`,
    '\\d{1,3}[.．](?!\\d)',
    '\\d{1,2}[.．](?=(?:19|20)\\d\\d年)',
    '\\d{1,3}、(?!\\d)',
    '\\d{1,2}[)）]',
    '\\d{1,2}(?:\\.\\d{1,2}){1,3}[ \\t]',
    '\\d{1,2} (?=[\\u4e00-\\u9fff])',
    '[①-⒛㈠-㈩㊀-㊉❶-❿]',
    '[Ⅰ-Ⅻ](?![类级型期区])',
    '[A-H][.、．](?=[\\u4e00-\\u9fff])',
    `附件\\s*(?:\\d{1,2}|${N}{1,2})?\\s*(?:[:：]|$)`,
    '附[:：]',
    '篇[一二三四五六七八九十]',
  ].join('|'),
)
const BULLET = /(?:——|--|[●◆■★▲※◎○□◇►➤•▪◦✓√-])/
const LABEL = new RegExp(
  `[（(【〔]?(?:\\d{1,2}[.、])?(?:市直|县直|区直|省直)?(?:${LABELS})(?:[】〕]|[（(][^（()）]{1,12}[)）])?[:：]`,
)
/** Words and 一是: they also stand in the middle of a sentence, so they open a unit only after the end of something. */
const WORD = new RegExp(`(?:${N}{1,3}(?:是|要|抓)(?!非)|第${N}{1,3}[，,、：:]|(?:${ORDINAL_WORDS})(?:[，,：:]|是|要))`)
const DATE =
  /(?:\d{4}|[二〇○零一三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?[日号])?/
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{2,14}\s?[〔[［（(?]\s?(?:19|20)\d\d\s?[〕\]］）)?]\s?第?\s?\d{1,4}\s?号/

const STARTS_ENUMERATOR = new RegExp(`^(?:${ENUMERATOR.source})`)
const STARTS_BULLET = new RegExp(`^${BULLET.source}`)
const BARE_LABEL = new RegExp(`(?:${BARE_LABELS})(?:[.．]|[ \\u3000]+|——)(?=[^\\s.．])`)
const STARTS_LABEL = new RegExp(`^(?:${LABEL.source}|${BARE_LABEL.source})`)
const STARTS_WORD = new RegExp(`^${WORD.source}`)
const IS_DATE = new RegExp(`^[（(]?${DATE.source}[)）]?$`)
const IS_DOCUMENT_NUMBER = new RegExp(`^[（(]?${DOCUMENT_NUMBER.source}[)）]?$`)
/** 工作总结篇三: one of a collection. */
const IS_PART = new RegExp(`^[^，。；：]{2,34}篇${N}{1,3}$`)
const IS_SALUTATION = new RegExp(`(?:${SALUTATIONS})[:：,，!！]?$`)
const IS_ADDRESSEES = /^各[\u4e00-\u9fff].*[:：]$/
const IS_TITLE = new RegExp(`^[^，。；！？]{4,60}(?:${TITLE_ENDINGS})(?:[（(][^）)]{1,24}[)）])?$`)
const IS_MARKER_ALONE = new RegExp(
  `^(?:第(?:${N}{1,4}|\\d{1,3})[章节编篇条]|${N}{1,3}[、．.]|[（(](?:${N}{1,3}|\\d{1,3})[)）]|\\d{1,3}[.．、)）]|[①-⒛㈠-㈩]|${N}{1,3}[是要])$`,
)
const IS_LABEL_ALONE = new RegExp(`^${LABEL.source}$`)
const IS_MONTH = /^(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?[：:]$/
const STARTS_UNIT_OF_MEASURE = new RegExp(`^(?:${UNITS})`)

export const startsEnumerator = (line: string): boolean => STARTS_ENUMERATOR.test(line)
export const startsBullet = (line: string): boolean => STARTS_BULLET.test(line)
/** A heading or a row of a table in Markdown. */
export const startsMarkup = (line: string): boolean => /^(?:#{1,6}|\|)/.test(line)
export const startsLabel = (line: string): boolean => STARTS_LABEL.test(line)
export const startsOrdinalWord = (line: string): boolean => STARTS_WORD.test(line)
/** A line that is nothing but a date, a document number, the title of one of several documents, or a salutation. */
export const isOwnLine = (line: string): boolean =>
  line.length <= 40 &&
  (IS_DATE.test(line) ||
    IS_DOCUMENT_NUMBER.test(line) ||
    IS_PART.test(line) ||
    (line.length <= 24 && IS_SALUTATION.test(line)))
export const isSalutation = (line: string): boolean => IS_SALUTATION.test(line) || IS_ADDRESSEES.test(line)
export const isTitle = (line: string): boolean => IS_TITLE.test(line)
/** 五、 or （四） alone on its line: what it numbers stands on the next. */
export const isMarkerAlone = (line: string): boolean => line.length <= 7 && IS_MARKER_ALONE.test(line)
export const isLabelAlone = (line: string): boolean => line.length <= 16 && IS_LABEL_ALONE.test(line)
/** 五月份： alone on its line, in a calendar of work. */
export const isMonth = (line: string): boolean => line.length <= 6 && IS_MONTH.test(line)
export const startsUnitOfMeasure = (line: string): boolean => STARTS_UNIT_OF_MEASURE.test(line)
