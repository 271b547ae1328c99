import {
  classifyName,
  type DepartmentLexicon,
  readDepartmentList,
  recogniseResponsibilities,
} from '../recognise/department/index.ts'
import { findLabels } from '../structure/labels.ts'
import type { View } from '../text/view.ts'

/** A name of a body that the lexicon lacks. */
export interface Suggestion {
  name: string
  count: number
  places: { path: string; line: number }[]
  /** A name of the lexicon that it may be an alias of. */
  aliasOf: string | null
  /** Short forms of it that the text explains. */
  aliases: string[]
}

/** Cuts a text into words; see src/config/segmenter.ts. */
export interface WordCutter {
  name: string
  /** Words with their part of speech, where the engine has one. */
  tag(text: string): { word: string; tag: string }[]
}

/** Endings that tell a body wherever they stand. A name that ends otherwise is proposed only where the text names it answerable. */
const TELLING =
  /(?:委员会|管委会|领导小组|指挥部|联席会议|办公室|办公厅|专班|支队|大队|总队|分局|委|局|厅|(?<!部)署|支行|分行|银行|公司|集团|联合会|协会|商会|研究院|研究所|设计院|医院|学院|中学|小学|法院|检察院|海关)$/
/** Endings of bodies that many other words have too. */
const LOOSE = /(?:中心|(?<![网车])站|(?<!场)所|院|(?<![民公通代督承主协举包帮联快速网])办|(?<!部)队)$/
const ENDINGS = new RegExp(`${TELLING.source}|${LOOSE.source}`)
/** Words that no name is made of. */
const NO_PART =
  /^(?:的|和|与|及|等|要|由|在|对|将|把|为|各|有关|相关|其他|负责|牵头|配合|加强|推进|开展|完成|落实|完善|健全|强化|深化|提升|支持|鼓励|引导|严肃|立案|依法|组织|召开|成立|设立|新建|建立|参加|关于|以及|或者|所有|部分|大型|重点|建设(?!局|厅|部))$/
/** Words that say what kind of body it is and not which: a name made of them alone is none. */
const GENERIC =
  /(?:工作|领导|专业|专项|协调|推进|突出|问题|整改|环境|保护|环保|监测|监管|监督|管理|服务|功能|示范|试验|园区|开发|产业|工业|企业|食品|上市|跨国|外资|国有|民营|龙头|国际|国家级?|省级?|市级?|县级?|区级?|镇级?|乡级?|村级?|属地|当地|地方|基层|上级|本级|各级|中央|国务院|部门|单位|机关|政府|党政?|技术|创新|研发|研究|科研|公立|三级|二级|综合|区域性?|重大|高能级|民办|公办|街道|社区|农村|城市|乡镇|委|局|厅|办|科|处|室|院|站|所|区|有限|责任|股份|总|分|子|母|新|大|小|中|网上|线上|便民|政务|政治|交易|合作|物流|数据|信息化?|应急|指挥|督查|督导|督办|考核|培训|活动|项目|建设|牵头|配合|责任|主管|行业|协会|商会|组织|机构|中心|办公|现场|日常|临时|常设|相关|有关|工程|施工|设计|监理|运营|建筑|生产|经营|金融|保险|养老|医疗|卫生|教育|文化|体育|旅游|交通|水利|水务|能源|电力|燃气|供热|供水|排水|环卫|物业|房地产|开发商?|境内外?|境外|贸易|航运|消费|医学|科学|人民|牵头|督导|党委|党组|经济|合作|会议|决策|北方|南方)/
const GENERIC_ONLY = new RegExp(`^${GENERIC.source}*$`)
/** 县政府, 蓝山县委, 祁阳市: a place, or a place and what rules it, no name to be kept. */
const PLAIN =
  /^[\u4e00-\u9fffxX×*]{0,8}[省市县区州旗镇乡](?:人民政府|政府|委|党委|委县政府|政府办公[室厅]|人民政府办公[室厅])$|^[\u4e00-\u9fff]{1,4}[省市县区州旗镇乡]$/
/** A level or place in front of a name. */
const LEVEL = /^(?:[省市县区州旗镇乡村]|[\u4e00-\u9fff]{1,5}[省市县区州旗镇乡])(?=[\u4e00-\u9fff]{2})/
/** A word that is such an ending and nothing else belongs to the name before it, whatever the engine takes it for. */
const ENDING_ALONE = new RegExp(`^${TELLING.source}`)
const HAN = /^[\u4e00-\u9fff]+$/
const LONGEST = 20

interface Entry {
  count: number
  places: { path: string; line: number }[]
  /** The text makes it answerable somewhere. */
  sure: boolean
}

/**
 * Looks through documents for names of bodies beyond the lexicon: where the text makes somebody answerable (sure),
 * runs of nouns that end like a name (where a word cutter is there), and short names that the text itself explains.
 */
export class SuggestionFinder {
  private readonly found = new Map<string, Entry>()
  /** Short names by their long ones, as the text says: 上饶高铁经济试验区管委会（以下简称高铁管委会）. */
  private readonly short = new Map<string, Set<string>>()

  constructor(
    private readonly lexicon: DepartmentLexicon,
    private readonly cutter: WordCutter | null,
  ) {}

  /** Reads one document. */
  add(path: string, view: View, lineOf: (offset: number) => number): void {
    for (const line of view.lines) {
      if (line.kind !== 'text') continue
      const text = view.text.slice(line.start, line.end)
      const at = (offset: number) => ({ path, line: lineOf(line.start + offset) })
      const sure: { start: number; end: number }[] = []
      const seeSure = (d: { name: string; start: number; end: number; collective?: boolean }, base: number) => {
        sure.push({ start: base + d.start, end: base + d.end })
        // What stands between the words as written (a masked or bracketed name) is no name to paste.
        if (!d.collective && HAN.test(d.name)) this.see(d.name, at(base + d.start), true)
      }
      for (const r of recogniseResponsibilities(text, { lexicon: this.lexicon }))
        for (const d of r.departments) seeSure(d, 0)
      for (const hit of findLabels(text)) {
        if (hit.meaning.field !== 'departments') continue
        for (const d of readDepartmentList(text.slice(hit.end), hit.meaning, { lexicon: this.lexicon }).departments)
          if (!sure.some((known) => known.start === hit.end + d.start)) seeSure(d, hit.end)
      }
      for (const match of text.matchAll(EXPLAINED)) this.seeShort(match[1] ?? '', match[2] ?? '')
      if (this.cutter) this.readWords(text, this.cutter, sure, at)
    }
  }

  /** Names that occur at least `least` times, the commonest first. */
  result(least: number): Suggestion[] {
    const entries = [...this.found].filter(([name, entry]) => !this.isPiece(name, entry))
    return entries
      .filter(([, entry]) => entry.count >= least)
      .map(([name, { count, places }]) => ({
        name,
        count,
        places: places.slice(0, 3),
        aliasOf: this.alias(name),
        aliases: [...(this.short.get(name) ?? [])].sort(),
      }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }

  private see(name: string, place: { path: string; line: number }, sure: boolean): void {
    if (name.length < 3 || name.length > LONGEST || this.known(name) || isGeneric(name)) return
    const entry = this.found.get(name) ?? { count: 0, places: [], sure }
    entry.count++
    entry.sure ||= sure
    if (!entry.places.some((p) => p.path === place.path && p.line === place.line)) entry.places.push(place)
    this.found.set(name, entry)
  }

  /** In the lexicon already, or a word for many bodies. */
  private known(name: string): boolean {
    const strength = classifyName(name, this.lexicon)
    return strength === null || KNOWN.has(strength) || PLAIN.test(name)
  }

  /** 人民银行贵阳中心 of 人民银行贵阳中心支行: a name that hardly stands but in a longer one was cut short. */
  private isPiece(name: string, { count, sure }: Entry): boolean {
    for (const [longer, other] of this.found)
      if (
        longer.length > name.length &&
        longer.includes(name) &&
        (!sure || longer.startsWith(name)) &&
        count <= other.count
      )
        return true
    return false
  }

  private seeShort(before: string, short: string): void {
    for (let from = 0; from < before.length - 3; from++) {
      const name = before.slice(from)
      if (classifyName(name, this.lexicon) !== 'strong' || !HAN.test(name) || isGeneric(name)) continue
      if (!isDrawnFrom(short, name)) continue
      this.short.set(name, (this.short.get(name) ?? new Set()).add(short))
      return
    }
  }

  /** The body of the lexicon whose root the name shortens: 卫健 of 卫生健康. */
  private alias(name: string): string | null {
    const head = name.replace(LEVEL, '').replace(ENDINGS, '')
    if (head.length < 2 || head.length > 4) return null
    for (const family of this.lexicon.families)
      if (family.roots.some((root) => root.length > head.length && isAbbreviation(head, root))) return family.name
    return null
  }

  private readWords(
    text: string,
    cutter: WordCutter,
    sure: readonly { start: number; end: number }[],
    at: (offset: number) => { path: string; line: number },
  ): void {
    let parts: { word: string; tag: string; start: number }[] = []
    let offset = 0
    const close = () => {
      const run = this.nameIn(parts)
      parts = []
      if (run === null || sure.some((known) => known.start < run.end && run.start < known.end)) return
      if (this.endsKnown(text, run.end) || cutsMember(text, run.end)) return
      this.see(run.name, at(run.start), false)
    }
    for (const { word, tag } of cutter.tag(text)) {
      const part =
        HAN.test(word) &&
        !NO_PART.test(word) &&
        (tag === '' || /^(?:n|j|l|i|b|s|vn|a|x|f)/.test(tag) || (parts.length > 0 && ENDING_ALONE.test(word)))
      // a place after a finished name opens the next
      if (
        !part ||
        (/^ns/.test(tag) && TELLING.test(parts.at(-1)?.word ?? '') && !/银行$/.test(parts.at(-1)?.word ?? ''))
      )
        close()
      if (part) parts.push({ word, tag, start: offset })
      offset += word.length
    }
    close()
  }

  /** The name that a run of nouns ends in: it ends like a body and says which one it is. */
  private nameIn(parts: readonly { word: string; tag: string; start: number }[]) {
    for (let last = parts.length; last > 0; last--) {
      const name = parts
        .slice(0, last)
        .map((part) => part.word)
        .join('')
      if (!ENDINGS.test(name)) continue
      const first = parts[0]
      if (!first || name.length < 4) return null
      // Without a telling ending only a place or a level in front makes a name of it.
      const placed = /^n[st]/.test(first.tag) || LEVEL.test(name)
      if (!TELLING.test(name) && !placed) return null
      if (!placed && !/^(?:nz|nr|j)/.test(first.tag)) return null
      return { name, start: first.start, end: first.start + name.length }
    }
    return null
  }

  /** 信息化厅 of 工业和信息化厅: what is read together with the words before it is in the lexicon. */
  private endsKnown(text: string, end: number): boolean {
    for (let start = Math.max(0, end - LONGEST); start < end - 2; start++)
      if (classifyName(text.slice(start, end), this.lexicon) === 'known') return true
    return false
  }
}

/** 省政协委 of 省政协委员们: the cutter has cut a member in two. */
const cutsMember = (text: string, end: number): boolean =>
  text.charAt(end - 1) === '委' && /[员任派托]/.test(text.charAt(end))

const KNOWN: ReadonlySet<string> = new Set(['known', 'collective', 'generic', 'short', 'inner'])

/** What belongs to a body and is none, and what a place is to become: 网站, 党组班子, 国际航运中心. */
const NO_BODY = /(?:部署|网站|班子|单位|部门|总部|团队|基地|(?:国际|区域性?|全国性?)[\u4e00-\u9fff]{2,6}中心)$/

/** Nothing in the name says which body of its kind it is. */
function isGeneric(name: string): boolean {
  return NO_BODY.test(name) || GENERIC_ONLY.test(name.replace(ENDINGS, '').replace(ENDINGS, ''))
}

/** …管委会（以下简称“高铁管委会”） */
const EXPLAINED = /([\u4e00-\u9fff]{4,24})[（(](?:以下|下)?(?:简称|称)[：:]?[“"]?([\u4e00-\u9fff]{2,12})[”"]?[）)]/g

/** Every character of the short form stands in the long one, in the same order. */
function isDrawnFrom(short: string, long: string): boolean {
  let at = 0
  for (const char of short) {
    at = long.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return short.length < long.length
}

/** The same, with the first character of both alike. */
const isAbbreviation = (short: string, long: string): boolean =>
  short.charAt(0) === long.charAt(0) && isDrawnFrom(short, long)
