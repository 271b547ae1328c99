import type { Lexicons } from '../assemble/lexicons.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { type Format, renderRegister } from '../output/render.ts'
import type { Context } from './context.ts'
import type { ExtractFlags } from './extract-options.ts'
import { loadSources, nameOf, warnAll } from './load.ts'
import { renderOptionsOf } from './output-options.ts'
import { countDocuments, type DocumentCounts } from './summary.ts'

/** What extract does with each of its inputs. */
export interface ExtractJob {
  /** What the command line and the configuration ask for. */
  flags: ExtractFlags
  /** Words of a configuration; undefined: as shipped. */
  lexicons: Lexicons | undefined
  /** Each document gets a ledger of its own, written as this. Without it the registers are wanted as they are. */
  format: Format | undefined
}

/** What came of one document: plain data, so that it can come from another thread. */
export interface DocumentLedger {
  path: string
  counts: readonly DocumentCounts[]
  content: { as: 'file'; bytes: string | Uint8Array } | { as: 'register'; register: Register }
}

/** What came of one input; what there was to tell people has been told. */
export interface InputLedgers {
  ledgers: DocumentLedger[]
  /** Documents of it that gave nothing. */
  failed: number
}

/** Reads one input and extracts from its documents. It never throws: what goes wrong is reported through the context. */
export async function extractInput(path: string, job: ExtractJob, context: Context): Promise<InputLedgers> {
  const done: InputLedgers = { ledgers: [], failed: 0 }
  try {
    const { sources, failed } = await loadSources(path, job.flags, context)
    done.failed = failed
    for (const source of sources) done.ledgers.push(await ledgerOf(source, job, context))
  } catch (error) {
    done.failed++
    context.fail(error, nameOf(path, context.messages.notice.standardInput))
  }
  return done
}

async function ledgerOf(source: Source, { flags, lexicons, format }: ExtractJob, context: Context) {
  const register = await registerOf(source, flags, lexicons, context)
  const content: DocumentLedger['content'] =
    format === undefined
      ? { as: 'register', register }
      : { as: 'file', bytes: await renderRegister(register, format, renderOptionsOf(flags, context)) }
  return { path: source.path, counts: countDocuments(register), content }
}

async function registerOf(
  source: Source,
  flags: ExtractFlags,
  lexicons: Lexicons | undefined,
  context: Context,
): Promise<Register> {
  const { register, warnings, view, trace } = await context.pipeline.extract(source, {
    ...(flags.date === undefined ? {} : { date: flags.date }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.granularity === undefined ? {} : { granularity: flags.granularity }),
    ...(lexicons === undefined ? {} : { lexicons }),
  })
  // What the reading noticed is among them.
  warnAll(source.path, warnings, context)
  if (flags.coverage && view && trace) {
    const [{ coverageOf }, { coverageReport }] = await Promise.all([
      import('../explain/coverage.ts'),
      import('./coverage.ts'),
    ])
    context.output.report(coverageReport(coverageOf({ view, register, trace }), context))
  }
  return register
}
