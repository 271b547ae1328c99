import { closingOf, groupsOf, opensBracketAt } from '../../text/brackets.ts'
import { CharSet, SPACES } from '../../text/char-set.ts'
import { allMatches } from '../../text/matches.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { classify, isCollective, mayBeName, type Strength, withoutDefinition } from './names.ts'

/** One name of a list, with its place. */
export interface ListedName {
  start: number
  end: number
  name: string
  strength: Strength | null
  collective: boolean
  /** It stood in a bracket of its own: 国发会（行政院及所属各机关）. */
  bracketed?: boolean
  /** A star stood beside it: ★市司法局. */
  marked?: boolean
}

export interface NameList {
  names: ListedName[]
  /** 等 stood behind a name: more bodies are meant than are named. */
  open: boolean
}

/**
 * strict: running text, every part has to be a name by itself;
 * list: a note, a part that is no known name may stand beside ones that are;
 * free: the value of a label, everything is a name.
 */
export type ListMode = 'strict' | 'list' | 'free'

const SEPARATORS = new CharSet(`、，,；;/／|｜${SPACES}`)
/** What may stand around a name and is no part of it. */
const MARGIN = new CharSet(`。.．${SPACES}`)
const QUOTE = '“'.charCodeAt(0)
const CONJUNCTION = /以及|特别是|尤其是|和|及(?!其|所属|所辖|下属|直属)|与|暨|或|并/gu
const JOINING_START = /^(?:以及|及(?!其|时)|和|与|并|暨|特别是|尤其是|包括|甚至|还有)/u
/** 等部门, 等有关部门（单位）, 等七部门, 等村（居） behind the last name. */
const OPEN_END =
  /^(.+?)等(?:[\d一二三四五六七八九十两]+个?|多个|几个)?((?:国务院|市直|省直|县直|区直|[省市县区州]级|其他|其它|[省市县区州])?(?:有关|相关|职能|相关职能|有关职能|主管|成员|行业主管|业务)?(?:部门和单位|部门单位|单位和部门|部门|单位|机构|机关|地区|地|乡镇(?:街道)?|镇街?|乡|街道|社区|村|县区|县市区|区县|企业|科室|处室|院系|高校|学校|银行|局委办?|委办局|国家机关|群团组织|部委|各方|党组织|园区|开发区|平台公司|小组|专班|股室|站所)?(?:[（(][^（）()]{1,8}[)）])?)$/u
const NAMED_TAIL =
  /^(?:国务院|市直|省直|县直|区直|其他|其它|[省市县区州])?(?:有关|相关|职能|其他|其它|主管|行业主管|成员)/u
/** What goes on with a level: 市、县两级…, 省、市、县三级…. */
const GOES_ON =
  /^[省市县区州乡镇村](?:[（(][^（()）]{1,6}[)）])?(?:[两二三四]?级|$|(?:人民)?政府$|党委$|有关部门$|相关部门$)/u
const ENDS_WITH_BRACKET = /[)）〕\]］】]$/u
const LEVEL_ONLY = /^(?:国家|中央|省|自治区|市|县|区|州|盟|旗|乡|镇|街道|村)$/u
const LEVELS = new RegExp(`${LEVEL_ONLY.source.slice(0, -1)}(?:、${LEVEL_ONLY.source.slice(1, -1)})*$`, 'u')

/** What a joint name ends with; one with a level in front is a body of its own. */
const ONE_BODY = /^(?![省市县区州镇乡]|国家|中央)[\u4e00-\u9fff]{2,12}(?:局|委|委员会|厅)$/u

interface Piece {
  start: number
  end: number
  bracketed?: boolean
  marked?: boolean
}

const EACH = 0x5404
/** 各村各部门: two kinds side by side. */
const EACH_OF_KIND = /^各(?:村|乡镇|镇|街道|社区|县[市区]*|科室|处室|企业|学校|支部)$/u
const MARKS = new CharSet('★☆▲△※＊*●◆')
const MARK_BEFORE = /^(?:[★☆▲△※＊*]|[●◆](?=[\u4e00-\u9fff]))[\s\u00a0]*(?=[\u4e00-\u9fff])/u
const MARK_BEHIND = /[★☆▲△※]$/u
/** *县水利局: the star may stand for the name of the county; beside 县财政局 it does not. */
const MASKS_PLACE = /^[＊*](?=[省市县区州旗镇乡村])/u

/** Reads a range that should be nothing but a list of names; null when a part of it is none. */
export function readNameList(
  text: string,
  start: number,
  end: number,
  mode: ListMode,
  lexicon: DepartmentLexicon,
): NameList | null {
  const pieces = joinLevels(text, withoutMarks(text, cutPieces(text, start, end)))
  if (pieces.length === 0) return null
  const names: ListedName[] = []
  let open = false
  let backed = false
  const alone = mode === 'strict' && !text.slice(start, end).includes('等')
  for (const piece of pieces) {
    for (const part of splitConjunctions(text, piece, mode, lexicon)) {
      if (alone && isNoName(text.slice(part.start, part.end), lexicon)) return null
      const read = readPart(text, part, lexicon)
      if (read.open) open = true
      if (read.backing) backed = true
      // 等 by itself names nobody.
      names.push(...read.names.filter(({ name }) => name !== '').map((name) => asEach(name, names)))
    }
  }
  return checked(names, open, backed, mode)
}

/**
 * Whether a part is sure to be none where every part has to be a name by itself, and no 等部门 vouches for it.
 * Most stretches that are tried are none, so this is asked before the part is taken to pieces.
 */
const isNoName = (part: string, lexicon: DepartmentLexicon): boolean =>
  classify(part, lexicon) === null && !ENDS_WITH_BRACKET.test(part) && !LEVEL_ONLY.test(part)

/** 各区、县、街道: the 各 of the first serves the levels behind it. */
function asEach(name: ListedName, before: readonly ListedName[]): ListedName {
  const bare = name.strength === null || name.strength === 'generic'
  if (!bare || !LEVEL_ONLY.test(name.name) || !before.some((one) => one.collective && one.name.startsWith('各')))
    return name
  return { ...name, strength: 'collective', collective: true }
}

/** Whether the parts vouch for one another. */
function checked(names: ListedName[], open: boolean, backed: boolean, mode: ListMode): NameList | null {
  if (names.length === 0) return null
  if (mode === 'free') return { names, open }
  const sure = names.filter((name) => name.strength !== null && name.strength !== 'short')
  const shorts = names.filter((name) => name.strength === 'short')
  const unknown = names.filter((name) => name.strength === null)
  const last = names.at(-1)
  // 环保和安监部门: the last one's 部门 serves the bare roots before it. 公安、检察、法院 likewise stand together.
  const shared = last !== undefined && /(?:部门|机关|系统|局|单位|法院|企业|公司)$/u.test(last.name) && sure.length > 0
  // 民政、残联、妇联: whole names vouch for the bare roots among them.
  const beside = sure.length > 1 && sure.every(({ strength }) => strength === 'known')
  if (shorts.length > 0 && !(backed || shared || beside || mode === 'list' || (open && shorts.length > 1))) return null
  if (unknown.length > 0) {
    const shortEnough = unknown.every((name) => name.name.length <= (mode === 'list' ? 14 : 8) && plausible(name.name))
    if (!shortEnough) return null
    if (!(backed || (mode === 'list' && sure.length + shorts.length > 0))) return null
  }
  return { names, open }
}

/** A part that no rule knows can still be a name when it is no piece of a sentence. */
const plausible = (name: string): boolean =>
  mayBeName(name) && !/[“”"《》\d%]|.(?:工作|问题|建设|能力|水平|方面|资金|项目|人才)$/u.test(name)

function cutPieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  const push = (to: number): void => {
    const piece = trimmed(text, from, to, from > start)
    if (piece === null) return
    // A bracket that holds all of the piece: read what it holds.
    if (opensBracketAt(text, piece.start) && closingOf(text, piece.start, piece.end) === piece.end - 1) {
      for (const inner of cutPieces(text, piece.start + 1, piece.end - 1)) pieces.push({ ...inner, bracketed: true })
    } else pieces.push(piece)
  }
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (opensBracketAt(text, i)) {
      const close = closingOf(text, i, end)
      if (close > 0) i = close
    } else if (code === QUOTE) {
      // “双随机、一公开”监管工作联席会议: what is quoted is one word.
      const close = text.slice(i, end).indexOf('”')
      if (close > 0) i += close
    } else if (SEPARATORS.has(code)) {
      push(i)
      from = i + 1
    } else if (code === EACH && i - from < 6 && EACH_OF_KIND.test(text.slice(from, i))) {
      push(i)
      from = i
    }
  }
  push(end)
  return pieces
}

/** Without white space and closing marks at the ends, and without 及/以及/尤其是 in front. */
function trimmed(text: string, start: number, end: number, joined: boolean): Piece | null {
  let from = start
  let to = end
  while (from < to && MARGIN.has(text.charCodeAt(from))) from++
  while (to > from && MARGIN.has(text.charCodeAt(to - 1))) to--
  const joining = joined ? JOINING_START.exec(text.slice(from, Math.min(to, from + 4))) : null
  if (joining !== null && from + joining[0].length < to) from += joining[0].length
  return from < to ? { start: from, end: to } : null
}

/** ★市司法局、市法院: the star says something about the name and is no part of it. */
function withoutMarks(text: string, pieces: Piece[]): Piece[] {
  if (!pieces.some(({ start, end }) => MARKS.has(text.charCodeAt(start)) || MARKS.has(text.charCodeAt(end - 1))))
    return pieces
  const first = (piece: Piece, at: number): string => text.charAt(piece.start + at)
  return pieces.map((piece) => {
    const written = text.slice(piece.start, piece.end)
    const before = MARK_BEFORE.exec(written)
    if (before !== null) {
      const masks = MASKS_PLACE.test(written) && !pieces.some((other) => first(other, 0) === first(piece, 1))
      return masks ? piece : { ...piece, start: piece.start + before[0].length, marked: true }
    }
    return MARK_BEHIND.test(written) ? { ...piece, end: piece.end - 1, marked: true } : piece
  })
}

/** 市、县两级各部门 is one thing: a level by itself is no name, it belongs to what follows. */
function joinLevels(text: string, pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  if (pieces.length < 2) return pieces
  // 各县、市、区: three that 各 serves.
  const eachLevel = pieces[0] !== undefined && /^各[省市县区州乡镇]$/u.test(text.slice(pieces[0].start, pieces[0].end))
  for (const piece of pieces) {
    const last = out.at(-1)
    if (
      last !== undefined &&
      LEVELS.test(text.slice(last.start, last.end)) &&
      !(eachLevel && LEVEL_ONLY.test(text.slice(piece.start, piece.end))) &&
      piece.start - last.end <= 1 &&
      GOES_ON.test(text.slice(piece.start, piece.end))
    ) {
      last.end = piece.end
    } else out.push({ ...piece })
  }
  return out
}

function splitConjunctions(text: string, piece: Piece, mode: ListMode, lexicon: DepartmentLexicon): Piece[] {
  const whole = text.slice(piece.start, piece.end)
  if (whole.length < 4) return [piece]
  CONJUNCTION.lastIndex = 0
  if (!CONJUNCTION.test(whole)) return [piece]
  if (classify(whole, lexicon) === 'known') return [piece]
  // 政务服务和公共资源交易中心等有关部门: 等 is not part of the name.
  const head = OPEN_END.exec(whole)?.[1]
  if (head !== undefined && classify(head, lexicon) === 'known') return [piece]
  CONJUNCTION.lastIndex = 0
  const groups = groupsOf(whole)
  for (const match of allMatches(CONJUNCTION, whole)) {
    const at = match.index
    if (at === 0 || groups.some((group) => at > group.start && at < group.end)) continue
    const left = whole.slice(0, at)
    const right = whole.slice(at + match[0].length)
    if (right === '' || !isPart(left, lexicon) || !isPart(right, lexicon)) continue
    // 园区和示范区管委会: two kinds that share one body.
    if (classify(left, lexicon) === 'generic' && /(?:管委会|人民政府|党工委)$/u.test(right) && !/^各/u.test(right))
      continue
    // 市科技和信息化局: a bare root does not stand beside a whole body.
    if (match[0] === '和' && lexicon.names.levelOfRoot(left) !== null && ONE_BODY.test(right)) continue
    const middle = piece.start + at
    return [
      { ...piece, end: middle },
      ...splitConjunctions(text, { ...piece, start: middle + match[0].length, marked: false }, mode, lexicon),
    ]
  }
  return [piece]
}

/** A side of 和 counts as a name when it is one, or one with 等部门 behind it, or again a pair. */
function isPart(part: string, lexicon: DepartmentLexicon): boolean {
  if (classify(part, lexicon) !== null) return true
  const open = OPEN_END.exec(part)
  if (open?.[1] !== undefined) return isPart(open[1], lexicon)
  CONJUNCTION.lastIndex = 0
  const match = CONJUNCTION.exec(part)
  CONJUNCTION.lastIndex = 0
  if (match === null || match.index === 0) return false
  return (
    classify(part.slice(0, match.index), lexicon) !== null && isPart(part.slice(match.index + match[0].length), lexicon)
  )
}

interface Part {
  names: ListedName[]
  open: boolean
  /** 等部门 vouches for the names before it. */
  backing: boolean
}

function readPart(text: string, piece: Piece, lexicon: DepartmentLexicon): Part {
  const whole = text.slice(piece.start, piece.end)
  const direct = classify(whole, lexicon)
  const open = direct === 'known' || (direct === 'strong' && !whole.includes('等')) ? null : OPEN_END.exec(whole)
  const head = open?.[1]
  if (open !== null && head !== undefined) {
    const tail = open[2] ?? ''
    const names = [named(text, { ...piece, end: piece.start + head.length }, lexicon)]
    if (NAMED_TAIL.test(tail)) {
      // 等有关部门 names a body of its own, 等部门 does not.
      names.push({
        ...named(text, { ...piece, start: piece.end - tail.length }, lexicon),
        collective: true,
        strength: 'collective',
      })
    }
    return { names, open: true, backing: tail !== '' }
  }
  return { names: [named(text, piece, lexicon)], open: false, backing: false }
}

function named(text: string, piece: Piece, lexicon: DepartmentLexicon): ListedName {
  const written = withoutDefinition(text.slice(piece.start, piece.end)).replace(/等$/u, '')
  const strength = classify(written, lexicon)
  const name = written.replace(/[\s\u00a0]/gu, '')
  return {
    start: piece.start,
    end: piece.start + written.length,
    name,
    strength,
    collective: isCollective(name, strength),
    ...(piece.bracketed === true ? { bracketed: true } : {}),
    ...(piece.marked === true ? { marked: true } : {}),
  }
}
