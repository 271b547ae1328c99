import type { Command } from 'commander'
import { addConfigOptions, type ConfigFlags, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { expandDocuments } from './inputs.ts'
import { loadSource, nameOf } from './load.ts'
import { type ConfigWords, configWords } from './messages/config.ts'

interface SuggestFlags extends ConfigFlags {
  min?: number
  encoding?: string
  quiet?: boolean
}

/** `taizhang lexicon suggest FILE…`: names of bodies in the user's own documents that the lexicon lacks. */
export function addLexicon(program: Command, context: Context): void {
  const { help, usage } = context.messages
  const words = configWords(context.language).suggest
  const lexicon = program.command('lexicon').description(words.lexicon).usage('suggest')
  const suggest = lexicon
    .command('suggest')
    .description(words.description)
    .usage(words.usage)
    .argument(`<${help.file}...>`, help.outlineFiles)
    .option('--min <n>', words.min, (value: string) => {
      if (!/^[1-9]\d{0,3}$/.test(value)) throw new UsageError(usage.badFormat(value, '1–9999'))
      return Number(value)
    })
    .option(`--encoding <${help.value.name}>`, help.encoding)
    .option('-q, --quiet', help.quiet)
  addConfigOptions(suggest, context).action((files: string[], flags: SuggestFlags) =>
    suggestNames(files, flags, context, words),
  )
  addExamples(suggest, words.examples, context.messages)
}

async function suggestNames(
  files: readonly string[],
  flags: SuggestFlags,
  context: Context,
  words: ConfigWords['suggest'],
): Promise<void> {
  context.output.quiet = flags.quiet === true
  const inputs = (await expandDocuments(files, context.io.cwd)).map(({ path }) => path)
  const [{ SuggestionFinder }, { loadWordCutter }, { shippedLexicons }] = await Promise.all([
    import('../config/suggest.ts'),
    import('../config/segmenter.ts'),
    import('../assemble/lexicons.ts'),
  ])
  const lexicons = (await lexiconsOf(await loadConfigFor(flags, inputs, context))) ?? shippedLexicons()
  const cutter = await loadWordCutter()
  const finder = new SuggestionFinder(lexicons.departments, cutter)
  let read = 0
  for (const path of inputs) {
    try {
      const source = await loadSource(path, flags, context)
      const view = await context.pipeline.view(source)
      finder.add(source.path, view, (offset) => view.positionOf(offset, offset + 1).start.line)
      read++
    } catch (error) {
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  if (read === 0) return
  const found = finder.result(flags.min ?? 2)
  if (found.length === 0) return context.output.notice(words.nothing)
  const lines = [words.header(read, cutter?.name ?? '—'), '单位:']
  for (const { name, count, places, aliasOf, aliases } of found) {
    const where = words.places(places.map((p) => `${p.path}:${p.line}`).join('、'))
    // An alias is pasted under the name that it belongs to.
    const entry =
      aliasOf !== null
        ? `{ 名: ${aliasOf}, 全: [${name}] }`
        : aliases.length > 0
          ? `{ 名: ${name}, 全: [${aliases.join(', ')}] }`
          : `{ 名: ${name} }`
    lines.push(`  - ${entry}  # ${count}× ${where}${aliasOf === null ? '' : `；${words.alias(aliasOf)}`}`)
  }
  await context.output.data(`${lines.join('\n')}\n`)
}
