import { dirname, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Reviewed } from '../review/render.ts'
import { addConfigOptions, type ConfigFlags, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { addExtractionOptions, type ExtractionFlags } from './document-options.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { exists, expandDocuments, isDirectory, standardInput } from './inputs.ts'
import { loadSources, nameOf, warnAll } from './load.ts'
import { type ReviewWords, reviewWords } from './messages/review.ts'
import { openFile } from './open-file.ts'
import { writeWhole } from './write-file.ts'

interface ReviewFlags extends ExtractionFlags, ConfigFlags {
  output?: string
  open?: boolean
  app?: boolean
  force?: boolean
  quiet?: boolean
}

/** `taizhang review FILE…`: a page to compare the ledger with the text. `--app`: a page that extracts by itself. */
export function addReview(program: Command, context: Context): void {
  const { messages } = context
  const { help } = messages
  const words = reviewWords(context.language)
  const command = program
    .command('review')
    .description(words.description)
    .usage(words.usage)
    .argument(`[${help.file}...]`, words.files)
    .option(`-o, --output <${help.value.path}>`, words.output)
    .option('--open', words.open)
    .option('--app', words.app)
    .option('--force', help.extractForce)
  addExtractionOptions(command, context)
  command
    .option('-q, --quiet', help.quiet)
    .action((files: string[], flags: ReviewFlags) => review(files, flags, context, words))
  addConfigOptions(command, context)
  addExamples(command, words.examples, messages)
}

async function review(
  files: readonly string[],
  flags: ReviewFlags,
  context: Context,
  words: ReviewWords,
): Promise<void> {
  const { io, output, language, messages } = context
  output.quiet = flags.quiet === true
  if (flags.app ? files.length > 0 : files.length === 0) {
    throw new UsageError(flags.app ? words.appNeedsNoFile : words.noFile)
  }
  if (flags.open && flags.output === undefined) throw new UsageError(words.openNeedsOutput)
  const inputs = (await expandDocuments(files, io.cwd)).map(({ path }) => path)
  const target = await checkTarget(inputs, flags, context)
  const { appPage, reviewPage } = await import('../review/render.ts')
  let html: string
  if (flags.app) html = await appPage(language)
  else {
    const [first, ...others] = await extractAll(inputs, flags, context)
    if (!first) return
    html = await reviewPage([first, ...others], language)
  }
  if (target === null) return output.data(html)
  await writeWhole(target, html)
  output.notice(messages.notice.written(shown(target, io.cwd)))
  if (flags.open && !(await openFile(target))) output.notice(words.notOpened(target))
}

async function extractAll(inputs: readonly string[], flags: ReviewFlags, context: Context): Promise<Reviewed[]> {
  const { extractSource } = await import('../pipeline/extract.ts')
  const config = await loadConfigFor(flags, inputs, context)
  const lexicons = await lexiconsOf(config)
  const year = flags.year ?? config?.config.默认?.年份
  const extractions: Reviewed[] = []
  for (const path of inputs) {
    try {
      const { sources } = await loadSources(path, flags, context)
      for (const source of sources) {
        const extraction = await extractSource(source, {
          ...(flags.date === undefined ? {} : { date: flags.date }),
          ...(year === undefined ? {} : { year }),
          ...(flags.granularity === undefined ? {} : { granularity: flags.granularity }),
          ...(lexicons === undefined ? {} : { lexicons }),
        })
        warnAll(source.path, extraction.warnings, context)
        extractions.push(extraction)
      }
    } catch (error) {
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  return extractions
}

/** Where the page goes, null for standard output; nothing is written over, least of all what is read. */
async function checkTarget(
  inputs: readonly string[],
  { output, force }: ReviewFlags,
  { io, messages }: Context,
): Promise<string | null> {
  if (output === undefined || output === '-') return null
  const { usage } = messages
  const path = resolve(io.cwd, output)
  const folder = dirname(path)
  if (!(await isDirectory(folder))) throw new UsageError(usage.noOutputFolder(shown(folder, io.cwd)))
  if (inputs.some((input) => input !== standardInput && resolve(io.cwd, input) === path)) {
    throw new UsageError(usage.outputIsInput(shown(path, io.cwd)))
  }
  if (!force && (await exists(path))) throw new UsageError(usage.outputExists(shown(path, io.cwd)))
  return path
}

/** A path as the user would type it. */
function shown(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short === '' || short.startsWith('..') ? path : short
}
