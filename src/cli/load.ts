import { resolve, sep } from 'node:path'
import type { ReadOptions } from '../input/read.ts'
import type { Source, SourceNotice } from '../model/source.ts'
import type { Context } from './context.ts'
import type { ReadFlags } from './document-options.ts'
import { portablePath, standardInput } from './inputs.ts'

/** Reads one input that is one document. */
export async function loadSource(path: string, flags: ReadFlags, context: Context): Promise<Source> {
  const source = await context.pipeline.read(...argumentsOf(path, flags, context))
  // The register keeps the path as it was given: the same ledger whoever runs it, wherever the files lie.
  return { ...source, path: portablePath(path, sep) }
}

/** Reads one input, and reports what of it could not be read: an archive holds several documents. */
export async function loadSources(
  path: string,
  flags: ReadFlags,
  context: Context,
): Promise<{ sources: Source[]; failed: number }> {
  const read = argumentsOf(path, flags, context)
  const { sources, failures } = await context.pipeline.readAll(...read)
  // Documents of an archive have the path of the archive before their own.
  const given = (full: string): string => portablePath(path, sep) + full.slice(read[0].length)
  for (const failure of failures) context.fail(failure.error, given(failure.path))
  return { sources: sources.map((source) => ({ ...source, path: given(source.path) })), failed: failures.length }
}

function argumentsOf(path: string, flags: ReadFlags, { io, messages, output }: Context): [string, ReadOptions] {
  if (path === standardInput && io.stdinIsTTY) output.notice(messages.notice.typing)
  return [
    path === standardInput ? path : resolve(io.cwd, path),
    {
      // Standard input is opened by looking at it.
      ...(path === standardInput ? { stdin: io.stdin } : {}),
      encoding: flags.encoding,
      useLibreOffice: flags.useLibreoffice,
    },
  ]
}

/** Tells people what the stages noticed. */
export function warnAll(path: string, warnings: readonly SourceNotice[], { messages, output }: Context): void {
  for (const { code, detail } of warnings) {
    const line = messages.warnings[code]?.(detail ?? '') ?? messages.notice.warning(code, detail)
    output.notice(messages.notice.prefix(nameOf(path, messages.notice.standardInput), line))
  }
}

/** How an input is called on the screen. */
export function nameOf(path: string, standardInputName: string): string {
  return path === standardInput ? standardInputName : path
}
