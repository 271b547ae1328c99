import type { Command } from 'commander'
import type { Outline, OutlineHeading } from '../pipeline/outline.ts'
import type { Context } from './context.ts'
import { addReadOptions, type ReadFlags } from './document-options.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { expandDocuments } from './inputs.ts'
import { loadSource, nameOf, warnAll } from './load.ts'
import { fitWidth } from './width.ts'

interface OutlineFlags extends ReadFlags {
  format?: 'text' | 'json'
  quiet?: boolean
}

/** `taizhang outline FILE…`: the tree of headings. */
export function addOutline(program: Command, context: Context): void {
  const { help, usage } = context.messages
  const command = program
    .command('outline')
    .description(help.outline)
    .usage(help.outlineUsage)
    .argument(`<${help.file}...>`, help.outlineFiles)
    .option(`-f, --format <${help.value.format}>`, help.outlineFormat, (value: string) => {
      if (value !== 'text' && value !== 'json') throw new UsageError(usage.badFormat(value, 'text、json'))
      return value
    })
  addReadOptions(command, context)
  command
    .option('-q, --quiet', help.quiet)
    .action((files: string[], flags: OutlineFlags) => outline(files, flags, context))
  addExamples(command, help.outlineExamples, context.messages)
}

async function outline(files: readonly string[], flags: OutlineFlags, context: Context): Promise<void> {
  context.output.quiet = flags.quiet === true
  const inputs = (await expandDocuments(files, context.io.cwd)).map(({ path }) => path)
  const outlines: Outline[] = []
  for (const path of inputs) {
    try {
      const source = await loadSource(path, flags, context)
      warnAll(path, source.notices, context)
      outlines.push(await context.pipeline.outline(source))
    } catch (error) {
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  if (outlines.length === 0) return
  if (flags.format === 'json') {
    // One file gives one object; several were asked for: always an array, however many could be read.
    const value = inputs.length === 1 ? outlines[0] : outlines
    return context.output.data(`${JSON.stringify(value, null, 2)}\n`)
  }
  const pages = outlines.map((one) => page(one, inputs.length > 1, context))
  await context.output.data(pages.join('\n'))
}

/** Line number, then number and text of each heading, indented by its level. */
function page({ document, headings }: Outline, titled: boolean, { io, messages, output }: Context): string {
  const lines: string[] = []
  const name = nameOf(document.path, messages.notice.standardInput)
  if (headings.length === 0) output.notice(messages.notice.prefix(name, messages.outlineEmpty))
  const gutter = String(lastLine(headings)).length
  const add = ({ number, level, text, line, children }: OutlineHeading): void => {
    const row = `  ${'  '.repeat(level - 1)}${number}${text}`
    const fitted = io.columns === undefined ? row : fitWidth(row, io.columns - gutter)
    lines.push(`${output.paint.dim(String(line).padStart(gutter))}${fitted}`)
    for (const child of children) add(child)
  }
  if (titled) lines.push(output.paint.bold(document.title === null ? name : `${name}  ${document.title}`))
  for (const heading of headings) add(heading)
  return lines.map((line) => `${line}\n`).join('')
}

function lastLine(headings: readonly OutlineHeading[]): number {
  return Math.max(1, ...headings.map(({ line, children }) => Math.max(line, lastLine(children))))
}
