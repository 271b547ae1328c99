import type { Command } from 'commander'
import type { OwnEntry } from '../config/examples.ts'
import { addConfigOptions, type ConfigFlags, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { addExamples } from './help.ts'
import { type ConfigWords, configWords } from './messages/config.ts'
import { ruleName } from './messages/rule-names.ts'

interface ListFlags extends ConfigFlags {
  own?: boolean
}

/** `taizhang rules list|test|explain`: the words in force, from which layer, and whether their examples hold. */
export function addRules(program: Command, context: Context): void {
  const words = configWords(context.language).rules
  const rules = program.command('rules').description(words.description).usage(words.usage)
  const list = rules.command('list').description(words.list).usage(words.options).option('--own', words.own)
  addConfigOptions(list, context).action((flags: ListFlags) => listRules(flags, context, words))
  const test = rules.command('test').description(words.test).usage(words.options)
  addConfigOptions(test, context).action((flags: ConfigFlags) => testRules(flags, context, words))
  const explain = rules
    .command('explain')
    .description(words.explain)
    .usage(`${words.options} <${words.wordName}>`)
    .argument(`<${words.wordName}>`, words.word)
  addConfigOptions(explain, context).action((word: string, flags: ConfigFlags) =>
    explainWord(word, flags, context, words),
  )
  addExamples(rules, words.examples, context.messages)
}

const MOST_WORDS = 12

async function listRules(flags: ListFlags, context: Context, words: ConfigWords['rules']): Promise<void> {
  const loaded = await loadConfigFor(flags, [], context)
  const lines: string[] = []
  if (loaded)
    for (const entry of (await import('../config/examples.ts')).ownEntries(loaded)) lines.push(ownLine(entry, words))
  else context.output.notice(words.noConfig)
  if (!flags.own) {
    for (const entry of (await import('../config/shipped.ts')).shippedEntries()) {
      const shown =
        entry.words.slice(0, MOST_WORDS).join('、') +
        (entry.words.length > MOST_WORDS ? `……（${entry.words.length}）` : '')
      lines.push(
        `${words.layer.shipped}  ${words.kinds[entry.kind] ?? entry.kind}  ${shown}${entry.detail === '' || entry.detail === entry.words[0] ? '' : `  ${entry.detail}`}`,
      )
    }
  }
  await context.output.data(lines.map((line) => `${line}\n`).join(''))
}

function ownLine(entry: OwnEntry, words: ConfigWords['rules']): string {
  const at = entry.line === null ? '' : `  ${words.line(entry.line)}`
  return `${words.layer.own}  ${words.kinds[entry.kind] ?? entry.kind}  ${entry.words.join('、')}${entry.detail === '' ? '' : `  ${entry.detail}`}${at}`
}

async function testRules(flags: ConfigFlags, context: Context, words: ConfigWords['rules']): Promise<void> {
  const loaded = await loadConfigFor(flags, [], context)
  if (!loaded) {
    context.output.notice(words.noConfig)
    return
  }
  const [{ ownEntries, testExamples }, { compileLexicons }] = await Promise.all([
    import('../config/examples.ts'),
    import('../config/compile.ts'),
  ])
  const { count, failures } = testExamples(ownEntries(loaded), compileLexicons(loaded))
  if (failures.length === 0) return context.output.data(`${words.passed(count)}\n`)
  const lines = failures.map(({ entry, example, expected }) => {
    const name = `${loaded.path}${entry.line === null ? '' : `:${entry.line}`} ${words.kinds[entry.kind] ?? entry.kind} ${entry.words[0] ?? ''}`
    return expected === 'hit' ? words.shouldHit(name, example) : words.shouldMiss(name, example)
  })
  await context.output.data(`${[...lines, words.failed(failures.length)].join('\n')}\n`)
  context.objected()
}

async function explainWord(
  word: string,
  flags: ConfigFlags,
  context: Context,
  words: ConfigWords['rules'],
): Promise<void> {
  const loaded = await loadConfigFor(flags, [], context)
  const lines: string[] = []
  if (loaded) {
    for (const entry of (await import('../config/examples.ts')).ownEntries(loaded))
      if (entry.words.some((w) => w === word || w.includes(word))) lines.push(ownLine(entry, words))
  }
  for (const entry of (await import('../config/shipped.ts')).shippedEntries()) {
    const hit = entry.words.find((w) => w === word) ?? entry.words.find((w) => word.startsWith(w) && w.length > 1)
    if (hit !== undefined)
      lines.push(
        `${words.layer.shipped}  ${words.kinds[entry.kind] ?? entry.kind}  ${hit}${entry.detail === '' ? '' : `  ${entry.detail}`}`,
      )
  }
  const rule = ruleName(word, context.language)
  if (rule !== '') lines.push(`${words.rule}  ${word}  ${rule}`)
  if (lines.length === 0) {
    context.objected()
    lines.push(words.notFound(word))
  }
  await context.output.data(lines.map((line) => `${line}\n`).join(''))
}
