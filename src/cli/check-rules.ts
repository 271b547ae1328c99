import type { Context } from './context.ts'
import type { CheckWords } from './messages/check.ts'
import { displayWidth } from './width.ts'

/** All rules with their levels, one a line. */
export async function listRules(context: Context, words: CheckWords): Promise<void> {
  const { rules } = await import('../check/rules/index.ts')
  const { paint } = context.output
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - displayWidth(text)))
  const widest = Math.max(...rules.map(({ id }) => id.length)) + 2
  const lines = [`${pad('', widest)}${paint.dim(pad(words.levelTitle.speech, 12) + pad(words.levelTitle.plan, 8))}`]
  for (const { id, level, fixable, docs } of rules) {
    const levels = pad(words.levels[level.speech], 12) + pad(words.levels[level.plan], 8)
    lines.push(
      `${paint.bold(pad(id, widest))}${levels}${docs[context.language].what}${fixable ? ` [${words.fixable}]` : ''}`,
    )
  }
  await context.output.data(`${lines.join('\n')}\n`)
}

/** A rule with its examples. */
export async function explainRule(id: string, context: Context, words: CheckWords): Promise<void> {
  const { ruleOf } = await import('../check/rules/index.ts')
  const rule = ruleOf(id)
  if (!rule) return
  const { paint } = context.output
  const { what, why } = rule.docs[context.language]
  const quote = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')
  const lines = [
    paint.bold(rule.id),
    what,
    '',
    `${words.page.why}${why}`,
    words.page.level(words.levels[rule.level.speech], words.levels[rule.level.plan]),
    ...(rule.fixable ? [words.page.fixable] : []),
    ...rule.examples.bad.flatMap(({ text }) => ['', paint.red(words.page.bad), quote(text)]),
    ...rule.examples.good.flatMap(({ text }) => ['', paint.green(words.page.good), quote(text)]),
  ]
  await context.output.data(`${lines.join('\n')}\n`)
}
