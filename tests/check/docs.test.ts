import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import type { Example, Rule } from '../../src/check/types.ts'
import { checkWords } from '../../src/cli/messages/check.ts'

/** The pages of the rules are written from the rules themselves: `UPDATE=1 npx vitest run tests/check/docs.test.ts`. */
const folder = fileURLToPath(new URL('../../docs/rules', import.meta.url))
const zh = checkWords('zh')
const en = checkWords('en')

const optionsOf = ({ options = {} }: Example): string => {
  const given = [
    options.profile === undefined ? '' : `--profile ${options.profile}`,
    options.today === undefined ? '' : `--today ${options.today}`,
    options.departments === undefined ? '' : `check.departments: ${options.departments.join('、')}`,
    options.markdown === true ? 'Markdown' : '',
  ].filter((one) => one !== '')
  return given.length === 0 ? '' : `\n（${given.join('，')}）\n`
}

const quote = (example: Example): string => `${optionsOf(example)}\n\`\`\`text\n${example.text.trimEnd()}\n\`\`\`\n`

const page = ({ id, docs, level, fixable, examples }: Rule): string =>
  [
    `# ${id}\n`,
    `${docs.zh.what}\n`,
    `${docs.zh.why}\n`,
    `${zh.page.level(zh.levels[level.speech], zh.levels[level.plan])}${fixable === true ? `；${zh.page.fixable}` : ''}。\n`,
    `## 报告 / reported\n${examples.bad.map(quote).join('')}`,
    `## 不报告 / not reported\n${examples.good.map(quote).join('')}`,
    '## English\n',
    `${docs.en.what}\n`,
    `${docs.en.why}\n`,
    `${en.page.level(en.levels[level.speech], en.levels[level.plan])}${fixable === true ? `; ${en.page.fixable}` : ''}.\n`,
  ].join('\n')

const index = (): string =>
  [
    '# 规则 / Rules\n',
    '| 规则 | 讲话、报告 | 方案 | |\n|---|---|---|---|',
    ...rules.map(
      ({ id, level, docs, fixable }) =>
        `| [${id}](${id}.md) | ${zh.levels[level.speech]} | ${zh.levels[level.plan]} | ${docs.zh.what.replaceAll('|', '\\|')}${fixable === true ? '（可改正）' : ''} |`,
    ),
    '',
  ].join('\n')

const pages = new Map([...rules.map((rule): [string, string] => [`${rule.id}.md`, page(rule)]), ['README.md', index()]])

test('every rule has its page, and the pages say what the rules say', () => {
  if (process.env.UPDATE === '1') {
    if (!existsSync(folder)) mkdirSync(folder)
    for (const [name, text] of pages) writeFileSync(join(folder, name), text)
  }
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})
