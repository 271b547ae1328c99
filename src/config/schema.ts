import { z } from 'zod'
import { SECTION_CLASSES } from '../assemble/section-classes.ts'
import { RULE_IDS } from '../model/rule-ids.ts'
import { LABEL_NAMES } from '../structure/label-meanings.ts'

/** Examples that an entry carries; `taizhang rules test` runs them. */
const examples = { 命中: z.array(z.string()).optional(), 不命中: z.array(z.string()).optional() }

/** A key with nothing behind it, as the starter file leaves it, is as good as none. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

const words = z.array(z.string().min(1)).min(1)

const LEVELS = ['国家', '自治区', '省', '市', '州', '县', '区', '旗', '镇', '乡', '街道', '村'] as const

/** A body of one's own: the format of src/lexicon/departments.yaml. */
const department = z.strictObject({
  名: z.string().min(1).describe('统一名称：同一家单位的所有写法共用的名称'),
  级别: z.enum(LEVELS).optional().describe('写在统一名称前面：市 + 园区建设中心；原文写了级别的以原文为准'),
  根: z.array(z.string().min(1)).optional().describe('可接“局、委、办……”的词根'),
  全: z.array(z.string().min(1)).optional().describe('别名，整个就是名称'),
  同类: z.array(z.string().min(1)).optional().describe('同一条线上的其他单位'),
  ...examples,
})

const group = z.strictObject({
  名: z.string().min(1).describe('原文中的统称，如 各乡镇'),
  成员: words.describe('具体是哪些单位'),
  ...examples,
})

const label = z.strictObject({
  词: words.describe('标签或表格栏目的写法，如 包保单位'),
  意思: z.enum(LABEL_NAMES),
  ...examples,
})

const verb = z.union([z.string().min(1), z.strictObject({ 词: z.string().min(1), ...examples })])

const unit = z.strictObject({
  unit: z.string().min(1).describe('写在数后面的计量单位，如 蒸吨'),
  kind: z
    .enum(['percent', 'point', 'multiple', 'money', 'measure', 'rate', 'time', 'score', 'count', 'people'])
    .default('count'),
  not: z.string().min(1).optional().describe('后面跟着其中一个字就不是这个单位，如 个：人'),
  ...examples,
})

const section = z.strictObject({
  class: z.enum(SECTION_CLASSES),
  words,
  ...examples,
})

/** A day of every year, as 02-14. */
const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
/** As deadlines have it in the register: monthly, on the 25th, at the end of February … */
const recurrence = z
  .string()
  .regex(
    /^(?:daily|weekly(?::[1-7])?|biweekly|ten-daily|half-monthly|monthly(?::(?:\d{1,2}|end))?|bimonthly|quarterly|half-yearly|termly|yearly(?::\d{2}-(?:\d{2}|end))?|biennial|triennial)$/,
  )
const planYear = z.int().min(1949).max(2199)
const deadlineWord = {
  词: z.string().min(1),
  仅标签: z.boolean().optional().describe('只在“完成时限：”之类标签后、括号内才算期限'),
  ...examples,
}
/** A list of words; an entry that needs no more than its word may be the word alone. */
const deadlineWords = (what: string) =>
  maybe(z.array(z.union([z.string().min(1), z.strictObject(deadlineWord)]))).describe(what)

/** Words of deadlines: the format of src/lexicon/deadline.yaml. */
const deadlines = z.strictObject({
  事件: deadlineWords('没有确定日期的事件：X前、X来临前'),
  起算: deadlineWords('从哪一刻算起：X后10日内、自X之日起'),
  节日: maybe(
    z.array(
      z.strictObject({
        ...deadlineWord,
        别名: z.array(z.string().min(1)).optional(),
        日: monthDay.optional().describe('每年同一天，如 05-01'),
        年表: z
          .record(z.string().regex(/^\d{4}$/), monthDay)
          .optional()
          .describe('各年的日子，如 "2026": 02-17'),
      }),
    ),
  ).describe('节日及其日期'),
  规划期: maybe(z.array(z.strictObject({ ...deadlineWord, 起: planYear, 止: planYear }))).describe(
    '“十五五”之类的时期',
  ),
  长期: deadlineWords('没有终点：长期坚持'),
  立即: deadlineWords('马上就办：立行立改'),
  完结: deadlineWords('已经办完：已完成'),
  即日: deadlineWords('从现在起：即日起'),
  周期: maybe(
    z.array(z.strictObject({ ...deadlineWord, 周期: recurrence.describe('monthly、weekly:5、yearly:06-30……') })),
  ).describe('每隔多久一次：每周'),
  频次事项: deadlineWords('半年一X：调度、通报'),
  办理: deadlineWords('办事时限的动词，“3日内X”不算期限'),
  状语: maybe(
    z.array(
      z.union([
        z.string().min(1),
        z.strictObject({ ...deadlineWord, 主语: z.boolean().optional().describe('是做事的人，只在年份开头的句子里') }),
      ]),
    ),
  ).describe('年份后面的词，说明这一年是期限：2025年全面……'),
})

const responsibility = z.strictObject({
  词: words.describe('任务里出现其中一个词'),
  单位: z.string().min(1),
  角色: z.enum(['牵头', '责任', '配合', '督导']).default('责任'),
  ...examples,
})

const level = z.enum(['off', 'info', 'warning', 'error'])
const profile = z.enum(['speech', 'plan', 'auto'])
const levels = z.partialRecord(z.enum(RULE_IDS), level)
/** One glob or several, relative to the folder of this file. */
const files = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const check = z.strictObject({
  profile: profile.optional().describe('文种：speech 讲话、报告；plan 方案、分工、整改；auto 按标题和内容判断'),
  failOn: z.enum(['error', 'warning', 'info']).optional().describe('从哪一级起退出码为 1'),
  maxWarnings: z.int().min(0).optional().describe('警告超过几条退出码为 1'),
  today: z.iso.date().optional().describe('deadline-past 以哪一天为准'),
  rules: levels.optional().describe('各条规则的级别'),
  departments: words.optional().describe('单位名单：名单以外的责任单位由 department-unknown 提示'),
  ignore: z
    .array(
      z.strictObject({
        path: files.optional().describe('哪些文件；不写为全部'),
        rule: z.enum(RULE_IDS),
        text: z.string().min(1).optional().describe('只屏蔽这一行含有这些字的'),
        reason: z.string().optional().describe('为什么'),
      }),
    )
    .optional()
    .describe('不能写注释的文件，在这里屏蔽'),
  overrides: z
    .array(z.strictObject({ files, profile: profile.optional(), rules: levels.optional() }))
    .optional()
    .describe('按目录、文件名另设；后面的优先'),
})

const defaults = z.strictObject({
  牵头规则: z
    .enum(['first', 'all', 'before-comma', 'none', 'from-document'])
    .optional()
    .describe('只写“责任单位”时：第一个牵头、都牵头、不分牵头、按文件自己的说明'),
  年份: z.int().min(1949).max(2199).optional().describe('原文没有写明年份时'),
})

/** taizhang.config.yaml: a user's own words and settings, laid over those that the program ships with. */
export const Config = z.strictObject({
  单位: maybe(z.array(department)).describe('自己的单位，或给自带的单位加别名'),
  集合: maybe(z.array(group)).describe('统称具体是哪些单位，台账中成员标明“推定”'),
  标签: maybe(z.array(label)).describe('自己常用的标签、表格栏目'),
  动词: maybe(z.array(verb)).describe('出现在句首时表示要做什么的词'),
  计量单位: maybe(z.array(unit)).describe('目标指标的计量单位'),
  时限: maybe(deadlines).describe('时限词'),
  章节: maybe(z.array(section)).describe('标题里的词说明这一部分是什么'),
  默认: maybe(defaults).describe('原文没有说明时的默认值'),
  职责: maybe(z.array(responsibility)).describe('按关键词推定单位，台账中标明“推定”'),
  列组: maybe(z.record(z.string().min(1), words)).describe('自己的列组，用于 --columns'),
  check: maybe(check).describe('taizhang check 的设置'),
})

/** The JSON Schema that editors use. */
export const configJsonSchema = (): object => ({
  ...z.toJSONSchema(Config, { unrepresentable: 'any', io: 'input' }),
  title: 'taizhang.config.yaml',
})
