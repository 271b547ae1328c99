import { z } from 'zod'
import { RULE_IDS } from '../model/rule-ids.ts'

/** Examples that an entry carries; `taizhang rules test` runs them. */
const examples = { 命中: z.array(z.string()).optional(), 不命中: z.array(z.string()).optional() }
const words = z.array(z.string().min(1)).min(1)

/** A body of one's own: the format of src/lexicon/departments.yaml. */
const department = z.strictObject({
  名: z.string().min(1).describe('统一名称：同一家单位的所有写法共用的名称'),
  级别: z.string().optional().describe('省、市、县、区……'),
  根: z.array(z.string().min(1)).optional().describe('可接“局、委、办……”的词根'),
  全: z.array(z.string().min(1)).optional().describe('别名，整个就是名称'),
  同类: z.array(z.string().min(1)).optional().describe('同一条线上的其他单位'),
  ...examples,
})

const group = z.strictObject({
  名: z.string().min(1).describe('原文中的统称，如 各乡镇'),
  成员: words.describe('具体是哪些单位'),
})

export const FIELD_NAMES = {
  牵头单位: 'lead',
  责任单位: 'responsible',
  配合单位: 'support',
  督导单位: 'supervise',
  责任领导: 'leader',
  责任人: 'person',
  完成时限: 'deadline',
  工作任务: 'task',
  措施: 'measures',
  目标: 'objective',
  问题: 'problem',
  进展: 'progress',
  备注: 'remark',
} as const

const label = z.strictObject({
  词: words.describe('标签或表格栏目的写法，如 包保单位'),
  意思: z.enum([
    '牵头单位',
    '责任单位',
    '配合单位',
    '督导单位',
    '责任领导',
    '责任人',
    '完成时限',
    '工作任务',
    '措施',
    '目标',
    '问题',
    '进展',
    '备注',
  ]),
  ...examples,
})

const verb = z.union([z.string().min(1), z.strictObject({ 词: z.string().min(1), ...examples })])

const unit = z.strictObject({
  unit: z.string().min(1).describe('计量单位，如 蒸吨'),
  kind: z
    .enum(['percent', 'point', 'multiple', 'money', 'measure', 'rate', 'time', 'score', 'count', 'people'])
    .default('count'),
  not: z.string().optional(),
  ...examples,
})

const section = z.strictObject({
  class: z.enum([
    'arrangement',
    'objective',
    'review',
    'situation',
    'problem',
    'guidance',
    'significance',
    'appeal',
    'background',
    'people',
  ]),
  words,
  ...examples,
})

const deadlineEntry = z.union([z.string().min(1), z.looseObject({ 词: z.string().min(1), ...examples })])

const responsibility = z.strictObject({
  词: words.describe('任务里出现其中一个词'),
  单位: z.string().min(1),
  角色: z.enum(['牵头', '责任', '配合', '督导']).default('责任'),
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

/** taizhang.config.yaml: a user's own words and settings, laid over those that the program ships with. */
const DEADLINE_LISTS = [
  '事件',
  '起算',
  '节日',
  '规划期',
  '长期',
  '立即',
  '完结',
  '即日',
  '周期',
  '频次事项',
  '办理',
  '状语',
] as const

const defaults = z.strictObject({
  牵头规则: z
    .enum(['first', 'all', 'none', 'from-document'])
    .optional()
    .describe('只写“责任单位”时：第一个牵头、都牵头、不分牵头、按文件自己的说明'),
  年份: z.int().min(1949).max(2199).optional().describe('原文没有写明年份时'),
})

/** A key with nothing behind it, as the starter file leaves it, is as good as none. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

export const Config = z.strictObject({
  单位: maybe(z.array(department)),
  集合: maybe(z.array(group)),
  标签: maybe(z.array(label)),
  动词: maybe(z.array(verb)),
  计量单位: maybe(z.array(unit)),
  时限: maybe(z.partialRecord(z.enum(DEADLINE_LISTS), z.array(deadlineEntry))),
  章节: maybe(z.array(section)),
  默认: maybe(defaults),
  职责: maybe(z.array(responsibility)).describe('按关键词推定单位，台账中标明“推定”'),
  列组: maybe(z.record(z.string(), words)).describe('自己的列组，用于 --columns'),
  check: maybe(check),
})

/** The JSON Schema that editors use. */
export const configJsonSchema = (): unknown => z.toJSONSchema(Config, { unrepresentable: 'any', io: 'input' })
