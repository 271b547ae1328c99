import type { PersonMention } from '../../model/mention.ts'
import type { PersonRole } from '../../model/register.ts'
import { cutOutsideBrackets } from '../../text/brackets.ts'
import { CharSet, SPACES } from '../../text/char-set.ts'

/** A post that makes what stands before it a person: 张三副市长, 乡镇主要领导. */
const POST =
  /(?:副?(?:省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|局长|厅长|部长|主任|书记|处长|科长|股长|所长|站长|院长|校长|会长|秘书长|主席|行长|经理|总经理|董事长|司长|署长|队长|支队长|大队长|检察长|园长|组长|村长|理事长|常委|总监|总工程师|秘书|主管|班长|队员|干事|专员|调研员|负责人|领导|领导同志|负责同志|同志)|法人代表|法定代表人|一把手|班子成员|老师|教授|专家|工程师|老师们|责任人|河长|林长|路长|网格员|村长|支书)$/u
const SURNAME =
  /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖代付覃岳])[\u4e00-\u9fff·]{1,3}$/u
const MASK = /^[\u4e00-\u9fff]?[×xX*＊某○〇]{1,4}(?:同志)?$/u

/** 农水股, 管委会, 石桥镇: begins like a name with a surname, and ends like an office, which no given name does. 李登科 is one. */
const OFFICE_END =
  /(?:[股办站局厅署部处室队组]|(?<=..)[县区市镇乡村]|(?<!登)科|(?:管委|党工|居委|村委|理事|委员|执委|常委|联合)会|党工?委|(?:纪|工|团|政法)委)$/u

/** Whether a segment ends like an office (人事股): no given name does. */
export const endsLikeOffice = (segment: string): boolean => segment.length > 2 && OFFICE_END.test(segment)

/** Whether a segment names a person: a post, a Chinese name, or a mask (××). */
export function isPerson(segment: string): boolean {
  const plain = segment.replace(/[\s\u00a0]/gu, '')
  return POST.test(plain) || MASK.test(plain) || (plain.length <= 4 && SURNAME.test(plain) && !OFFICE_END.test(plain))
}

/** Whether a segment is a full name or a mask, so that it is a person even where units are expected. */
export function isPersonName(segment: string): boolean {
  const plain = segment.replace(/[\s\u00a0]/gu, '')
  return MASK.test(plain) || (plain.length >= 2 && plain.length <= 3 && SURNAME.test(plain) && !OFFICE_END.test(plain))
}

const SEPARATORS = new CharSet(`、，,；;/／|｜。${SPACES}`)
const BARE_POST =
  /^副?(?:省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|部长|主任|书记|处长|科长|所长|站长|院长|校长|主席|秘书长|组长)$/u
/** 市委常委、副市长周某某: a rank in the party, then the post of the same person with the name. */
const RANK_ALONE = /^[\u4e00-\u9fff]{0,8}(?:常委|委员|党组(?:副书记|书记|成员)|党委委员|副书记)$/u
const POST_AND_NAME =
  /^[\u4e00-\u9fff]{0,10}?(?:常务)?副?(?:省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|局长|厅长|部长|主任|书记|秘书长|主席|院长|校长)[\u4e00-\u9fff×xX*某]{1,3}$/u
/** 党委副书记 方梅: a post of a body, and behind a space who holds it; 李部长 王五 are two. */
const POST_OF_BODY =
  /^(?:[\u4e00-\u9fff]{0,8}(?:委|组|局|厅|院|校|公司|集团|中心|镇|乡|街道|村|县|市|区|处|科|室|部|总支|支部|小组))?(?:常务|第一)?副?(?:书记|省长|市长|县长|区长|镇长|乡长|局长|厅长|部长|主任|处长|科长|所长|站长|院长|校长|主席|秘书长|总经理|经理)$/u
const NOTHING = /^(?:无|暂无|待定|——?|-+|\/|等|各自|本人|略|[\d\-—]{5,})$/u

/** 联系人：王五，电话：6221180 is whom to ring up, and answers for nothing. */
export const isToRingUp = (label: string, value: string): boolean =>
  /^联[系络]/u.test(label) && /电话|\d{7}/u.test(value)

/** Reads a list of persons, posts kept with their names: 张三副市长、李 四. */
export function readPeople(text: string, start: number, end: number, role: PersonRole, rule: string): PersonMention[] {
  const pieces = cutOutsideBrackets(text, start, end, SEPARATORS)
  const people: PersonMention[] = []
  for (const piece of pieces) {
    let from = piece.start
    let to = piece.end
    while (from < to && /[及和与]/u.test(text[from] ?? '') && to - from > 2) from++
    if (text.slice(from, to).endsWith('等') && to - from > 2) to--
    const name = text.slice(from, to)
    if (name === '' || NOTHING.test(name)) continue
    const last = people.at(-1)
    // 王 豪 and 张三 副市长 were set with a space inside.
    const touching = last !== undefined && /^[\s\u00a0]+$/u.test(text.slice(last.end, from))
    if (last !== undefined && touching && POST_OF_BODY.test(last.name) && isPersonName(name)) {
      last.end = to
      last.name += name
      continue
    }
    if (last !== undefined && touching && (BARE_POST.test(name) || (name.length === 1 && last.name.length <= 2))) {
      last.end = to
      last.name += name
      continue
    }
    if (
      last !== undefined &&
      text.slice(last.end, from) === '、' &&
      RANK_ALONE.test(last.name) &&
      POST_AND_NAME.test(name)
    ) {
      last.end = to
      last.name = text.slice(last.start, to).replace(/[\s\u00a0]/gu, '')
      continue
    }
    people.push({ rule, start: from, end: to, name: name.replace(/[\s\u00a0]/gu, ''), role })
  }
  return people
}
