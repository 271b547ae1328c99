import verbData from '../../lexicon/department-verbs.yaml'
import { anyOf, recordOf, stringsOf } from '../../lexicon/read.ts'
import { groupsOf, withoutGroups } from '../../text/brackets.ts'
import type { DepartmentLexicon } from './lexicon.ts'

/**
 * How sure a string is to be a body: in the lexicon; a word for many (各乡镇); a telling suffix (局);
 * a plain word for a kind of body (企业); a suffix that other words have too (中心, 区);
 * a bare root (发改) that only counts beside others; the short name of a unit inside an office (水处, 支队),
 * which only counts right before a role or 要.
 */
export type Strength = 'known' | 'collective' | 'strong' | 'generic' | 'weak' | 'short' | 'inner'

const LONGEST = 40

/** Inside a name none of these stand; a string with one is a piece of a sentence. */
const NEVER_INSIDE =
  /里会|传达|宣读|组成|[的了着把被让使是很也都已曾但若，。；：、！？]|(?<![重紧首机概需主])要(?!素|件|客|闻|塞)|(?<![供反响适对呼])应(?!急|用|城|县|变|对|届)|须|务必|还|再|又|针对|专门|召开|几大|成立|出台|时间|跨部门|[\d一二三四五六七八九十]+[个家名项]|通过|以及|对于|关于|成为|作为|进行|必须|应当|不得|一批|若干|一个|全面|充分|积极|深入|持续|进一步|不断|严格|切实/u

/** Only in a sentence: 各地以…, 由…, 对…; names of the lexicon may have them, others do not. */
const NOT_IN_UNKNOWN =
  /(?<!级)以|以(?!上)|[由从\d]|[会汇]同|联合(?!国|社|会|体|执法|办|惩|工)|(?<!相|面|核|校|针)对(?!外|口|台|俄|接)|(?<!无)为|(?<!实|存|所|现)在|负责|牵头(?!部门|单位|督导)|领导(?!小组|班子|干部|机构|人员)|(?<=.)各(?!级|地|界)|按照|根据(?!地)|完成|加强|推进(?!办|组|工作|领导|小组|中心|会|委)|提出|要求|并且|联系(?!会议|办)|达到|成效|形成|建议|(?<=.)创建|(?<!申|情|公|党|日)报[省市县区]|办成|委托|变成|改成|建成|用于|(?<=.)向(?![阳前导心荣东海新])|报[请送]|每[日天周旬月季年半]|跟(?!党|单)|兼任|担任|(?<!不)定期|授权|提交|(?<=单位|部门)组织(?=有关|相关|各)/u
const EACH_AFTER =
  /^(?:全?[省市县区镇乡州村]|[省市县区镇乡]属|市直|县直|省直|区直|州直|镇直|乡直|机关|本部|总部|系统|[院局校厂所部委]属?|[院局校厂所部委](?:直属)?机关|[\u4e00-\u9fff]{1,3}科|各级|各地|各县|集团|公司|镇街|街道|当地|地方|县直机关|两级|全市|所属|下属|驻[省市县区])各/u

/** A name does not begin like this: the verb or preposition of the sentence around it. */
const NEVER_FIRST = new RegExp(`^(?:${neverFirst()})`, 'u')

const LEVEL_WORD = /^[省市县区州旗盟乡镇村街办院系科室部委局处所站队组居地厂场校园区矿班]{1,6}$/u
const LEVELS_TOGETHER =
  /^(?:国家|中央|省|市|县|区|州|乡|镇|村)(?:、(?:省|市|县|区|州|乡|镇|村))*[一二三四五两]?级(?=.)|^(?:省|市|县|区|州)(?:、(?:省|市|县|区|州|乡|镇))+(?=(?:人民)?政府$|党委$|有关部门$|相关部门$)/u
const WHOLE_COLLECTIVE =
  /^(?:各(?:地区?|级|方面?|族|县级?|单位|部门|级各部门|地各部门)?各?(?:地区?|级|方|部门|单位|条线|战线|专委|口|片区|方面)|(?:有关|相关|各有关|各相关)(?:方面|方|各方|省份|省区市|地方|地区|人员))$/u
/** 县（市、区）: one level, and in the bracket those that stand for it elsewhere. */
const LEVEL_WITH_OTHERS =
  /^[省市县区州旗盟乡镇村][（(〔[](?:自治|高新|[省市县区州旗盟乡镇街道办事处场村社居]|、)+[)）〕\]]$/u
/** 被巡察党组织, 被审计单位: those to whom it is done. */
const DONE_TO =
  /^(?:各|有关|相关)?被(?:巡察|巡视|督查|督导|督办|检查|抽查|审计|考核|评估|评议|监督|监管|调查|约谈|通报|问责|帮扶|整改)的?(?:党组织|单位|地区|地方|部门|企业|机关|机构|县[市区]*|乡镇|村)(?:党组织|党委|党组)?$/u
/** 县防指各成员单位. */
const MEMBERS = /^[\u4e00-\u9fff]{1,16}(?:小组|委|会|会议|指挥部|防指|专班)各(?:有关|相关)?成员单位$/u
/** 县财政: stands for the office, unlike 县教育. */
const TREASURY = /^(?:[省市县区州镇乡]{1,3}|中央|各级|本级|同级|地方)财政$/u
/** 市统计部门和市…: what stands before the root is no place but a name of its own. */
const PAIRED = /.[和与及](?!田|平|顺|静|硕|龙|政|林|布)/u
const LEVELS_ALONE = /^[省市县区乡镇村]{2,3}[两二三]级$/u
const INNER =
  /^(?:[支大总中]队|党?班子|[校院党厂局行总]办|(?![此该各多到好之深长一二两三四五六七八九十几数每本全专学百入参持炒部军团排乐球舰温卧浴暗车网远近高低何别原住出去用妙坏难益短惩判论查调相共立独暂久设身内外文理应工])[\u4e00-\u9fff](?:处|站|股|科|室|队))$/u
const LEADING_LEVEL = /^(?:我|本|全|各|[省市县区州镇乡村])+/u

/** The words no name begins with, from the lexicon; 促进 is one, but 促进局 is a body. */
function neverFirst(): string {
  const where = '不作开头'
  const file = recordOf(verbData, where)
  const [words, excepted] = Array.isArray(file[where]) ? file[where] : []
  const exceptions = Object.entries(recordOf(excepted, where)).map(
    ([word, after]) => `${anyOf([word])}(?!${anyOf(stringsOf(after, word))})`,
  )
  return [...exceptions, anyOf(stringsOf(words, where))].join('|')
}

/** 创建全国文明城市工作领导小组: a group bears the name of its task. */
const NAMED_FOR_TASK =
  /^(?:创建|整治|防范|化解|清理|排查|打击|治理|应对|打赢|打好|优化|提升|巩固|维护|促进)[^，。；：、的\s]{3,24}?(?:领导小组|协调小组|指挥部|联席会议|工作专班)(?:办公室)?/u

/** Whether a text begins like a verb phrase and so with no name. */
export const opensLikeVerb = (text: string): boolean => NEVER_FIRST.test(text) && !NAMED_FOR_TASK.test(text)

/** What was asked lately: the same words stand in every document, and each is asked of several times. */
const asked = new WeakMap<DepartmentLexicon, Map<string, Strength | null>>()
const MOST_ASKED = 20_000

/** Says what a whole string is, or null when it is no name of a body. Brackets that belong to a name do not count. */
export function classify(name: string, lexicon: DepartmentLexicon): Strength | null {
  if (name.length > LONGEST) return null
  let answers = asked.get(lexicon)
  if (answers === undefined || answers.size > MOST_ASKED) {
    answers = new Map()
    asked.set(lexicon, answers)
  }
  const known = answers.get(name)
  if (known !== undefined) return known
  const strength = classifyWhole(name, lexicon)
  answers.set(name, strength)
  return strength
}

function classifyWhole(name: string, lexicon: DepartmentLexicon): Strength | null {
  const plain = withoutGroups(name).replace(/[\s\u00a0“”"]/gu, '')
  // A bracket that is open or closed alone: a piece of something longer.
  if (plain === '' || plain.length > LONGEST || /[()（）〔〕[\]【】]/u.test(plain)) return null
  if (LEVEL_WITH_OTHERS.test(name)) return 'collective'
  return classifyPlain(plain, lexicon)
}

function classifyPlain(plain: string, lexicon: DepartmentLexicon): Strength | null {
  if (lexicon.excluded.has(plain)) return null
  const known = lexicon.names.read(plain)
  if (
    known !== null &&
    !NEVER_FIRST.test(plain) &&
    !NEVER_INSIDE.test(known.prefix) &&
    !PAIRED.test(known.prefix) &&
    !NOT_IN_UNKNOWN.test(known.prefix)
  )
    return 'known'
  const levels = LEVELS_TOGETHER.exec(plain)
  if (levels !== null && !['short', null].includes(classifyPlain(plain.slice(levels[0].length), lexicon)))
    return 'collective'
  if (lexicon.generic.has(plain) || DONE_TO.test(plain)) return 'generic'
  if (TREASURY.test(plain)) return 'known'
  if (WHOLE_COLLECTIVE.test(plain) || LEVELS_ALONE.test(plain)) return 'collective'
  const lead = lexicon.collective.prefixOf(plain)
  if (lead !== '') {
    const rest = plain.slice(lead.length)
    if (rest !== '' && !NEVER_FIRST.test(rest) && !NEVER_INSIDE.test(rest)) {
      if (LEVEL_WORD.test(rest) && /^(?:各|其他|其它|所有|有关|相关|重点)/u.test(lead)) return 'collective'
      if (/^(?:部门|单位|方面|企业|机构|乡镇|街道|人员)$/u.test(rest)) return 'collective'
      // 各林场: what is an ending elsewhere stands alone.
      if (
        rest.length > 1 &&
        /^(?:各|所有|有关|相关|其他|其它)/u.test(lead) &&
        lexicon.weakSuffix.suffixOf(rest) === rest
      )
        return 'collective'
      const inner = classifyPlain(rest, lexicon)
      if (inner !== null && inner !== 'short') {
        // 市直机关工委 is one body though 市直 also opens 市直有关部门.
        return /^(?:主要|重点|行业|国务院|省级|市级|县级|区级|上级|地方|当地|属地|市直|省直|县直|区直|州直|镇直|乡直)$/u.test(
          lead,
        )
          ? 'strong'
          : 'collective'
      }
    }
  }
  // 局机关各科室, 局属各单位: whose they are stands before 各.
  const each = EACH_AFTER.exec(plain)
  if (each !== null && classifyPlain(plain.slice(each[0].length - 1), lexicon) === 'collective') return 'collective'
  if (MEMBERS.test(plain) && !NEVER_FIRST.test(plain)) return 'collective'
  if (NEVER_INSIDE.test(plain)) return null
  // 各级干部 is no body, whatever 部 may look like.
  if (lead !== '' && /^(?:各|有关|相关|所有|其他|其它|任何|每个|全体)/u.test(plain)) return null
  const level = lexicon.names.levelOfRoot(plain)
  if (level !== null) return level.endsWith('级') ? 'known' : 'short'
  if (opensLikeVerb(plain)) return null
  return bodyLike(plain, lexicon)
}

/** Whether an unknown part of a list may be a name at all: it begins with no verb and holds no piece of a sentence. */
export const mayBeName = (name: string): boolean =>
  name.length > 1 && !NEVER_FIRST.test(name) && !NEVER_INSIDE.test(name) && !NOT_IN_UNKNOWN.test(name)

/** A string that ends like a body and has something before the ending. */
function bodyLike(plain: string, lexicon: DepartmentLexicon): Strength | null {
  if (NOT_IN_UNKNOWN.test(plain) && !EACH_AFTER.test(plain)) return null
  const unlevelled = plain.replace(LEADING_LEVEL, '')
  if (lexicon.excludedEnd.suffixOf(plain) !== '') return null
  if (lexicon.excluded.has(unlevelled)) return null
  const strong = lexicon.strongSuffix.suffixOf(plain)
  if (strong !== '' && (strong.length < plain.length || strong.length > 2)) return 'strong'
  const weak = lexicon.weakSuffix.suffixOf(plain)
  // 赵县 is a place, 全县 was sorted out above; other endings want more in front.
  if (INNER.test(plain)) return 'inner'
  if (weak === '' || (plain.length < 3 && !/^[^各全我本每该一]县$/u.test(plain))) return null
  return weak.length < plain.length ? 'weak' : null
}

/** Whether the name stands for many bodies (各乡镇, 有关部门, 市直相关单位, 企业). */
export function isCollective(name: string, strength: Strength | null): boolean {
  if (strength === 'collective' || strength === 'generic') return true
  return /^(?:各|所有|有关|相关|其他|其它|任何|全体|园区和|乡镇和|街道和|部门和)|(?:各|有关|相关|所有)(?:部门|单位|乡镇|县|街道)|、.*[)）〕]/u.test(
    name,
  )
}

const DEFINITION =
  /^(?:以下|下)?(?:简称|称为?|统称|合称)|^以下(?:均|都|各|所有|任务|措施|工作|同)|不再(?:一一|逐一|逐项|单独|另行|分别)?(?:列出|列示|标注|重复)|^(?:含|包括)?下同$|^(?:具体|名单|详)?(?:详?见|参见)|^排(?:名)?第一|^列第一|^排首位|[：:]/u

/** A name without a bracket that only defines something: 领导小组办公室（下称“整改办”）. */
export function withoutDefinition(name: string): string {
  for (const group of groupsOf(name)) {
    if (group.end === name.length && DEFINITION.test(group.inner)) return name.slice(0, group.start)
  }
  return name
}
