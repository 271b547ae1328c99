import { resolve, sep } from 'node:path'
import type { Source, SourceNotice } from '../model/source.ts'
import type { Context } from './context.ts'
import { portablePath, standardInput } from './inputs.ts'

/** Reads one input. */
export async function loadSource(path: string, encoding: string | undefined, context: Context): Promise<Source> {
  const { io, messages, output, pipeline } = context
  if (path === standardInput && io.stdinIsTTY) output.notice(messages.notice.typing)
  const source = await pipeline.read(path === standardInput ? path : resolve(io.cwd, path), {
    stdin: io.stdin,
    ...(encoding === undefined ? {} : { encoding }),
  })
  // The register keeps the path as it was given: the same ledger whoever runs it, wherever the files lie.
  return { ...source, path: portablePath(path, sep) }
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
