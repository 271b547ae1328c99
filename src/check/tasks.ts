import type { Position } from '../model/position.ts'
import type { Task } from '../model/register.ts'
import type { Level, Rule, RuleContext, Sentence } from './types.ts'

/** So large a share of a document's tasks must have something before the others are said to lack it. */
const CUSTOM = 0.8
/** Fewer tasks make no custom. */
const FEWEST = 3

/**
 * Tasks that lack what the others of the document have. Many plans name no deadline at all, or no owner, and are right to:
 * only a document that does it for most tasks is held to it — or one whose user asked for the rule.
 */
function lacking(context: RuleContext, has: (task: Task) => boolean): Task[] {
  const tasks = context.register().tasks.filter(({ kind }) => kind === 'measure')
  const without = tasks.filter((task) => !has(task))
  if (context.asked) return without
  return tasks.length >= FEWEST && tasks.length - without.length > tasks.length * CUSTOM ? without : []
}

/** Where a task begins: its first line, as far as its first sentence goes. */
export function startOf(task: Task, text: string): { start: number; end: number; original: true } {
  const place: Position | undefined = task.source[0]
  const start = place?.start.offset ?? Number.NaN
  const slice = text.slice(start, place?.end.offset ?? start)
  const stop = /[。；;：:\n]/.exec(slice)
  return { start, end: start + Math.max(1, Math.min(stop ? stop.index : slice.length, 30)), original: true }
}

/** What a task may lack, and how it is said. */
interface Wanted {
  id: string
  /** Its level for plans. */
  level: Level
  /** 责任单位 and "a department", as a sentence of its own has them. */
  name: Sentence
  /** What is said of the task that lacks it, its title before. */
  lacks: Sentence
  has(task: Task): boolean
  /** A sentence that has it, for the examples. */
  sentence: string
}

/** A rule that asks for what the other tasks of a plan have. */
export const taskWithout = ({ id, level, name, lacks, has, sentence }: Wanted): Rule => ({
  id,
  level: { speech: 'off', plan: level },
  docs: {
    zh: {
      what: `方案、分工、整改类文件中，大多数任务都有${name.zh}，唯独这一项没有。`,
      why: `漏写${name.zh}的任务无法督办。讲话和报告本来就不写，默认不查；本就不写${name.zh}的方案也不查。用 --rule 点名时，逐项都查。`,
    },
    en: {
      what: `Most tasks of a plan have ${name.en}, this one has none.`,
      why: 'Nobody can follow it up. Speeches and reports name none and are left alone, and so are plans that name none anywhere. Set by --rule, every task is looked at.',
    },
  },
  examples: {
    good: [{ text: plan(['春耕', '秋收', '冬修'].map((work) => `抓好${work}。各乡镇要组织${work}。`)), options: PLAN }],
    bad: [
      {
        text: plan([
          ...['春耕', '秋收', '冬修', '冬种', '春种'].map((work) => `抓好${work}。${sentence}`),
          '抓好销售。组织产销对接。',
        ]),
        options: PLAN,
      },
    ],
  },
  check(context) {
    for (const task of lacking(context, has)) {
      context.report({
        ...startOf(task, context.source.text),
        message: { zh: `任务“${task.title}”${lacks.zh}`, en: `The task “${task.title}” ${lacks.en}` },
      })
    }
  },
})

const PLAN = { profile: 'plan' } as const

const plan = (items: readonly string[]): string =>
  `2025年工作方案\n一、重点任务\n${items.map((item, i) => `（${'一二三四五六'.charAt(i)}）${item}\n`).join('')}`
