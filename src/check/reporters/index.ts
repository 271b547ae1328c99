import type { Reporter } from './report.ts'

const loaders: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).reportPretty,
  json: async () => (await import('./json.ts')).reportJson,
  sarif: async () => (await import('./sarif.ts')).reportSarif,
  github: async () => (await import('./github.ts')).reportGithub,
  junit: async () => (await import('./junit.ts')).reportJunit,
  checkstyle: async () => (await import('./checkstyle.ts')).reportCheckstyle,
}

/** Names of the formats, as the command line takes them. */
export const reportFormats: readonly string[] = Object.keys(loaders)

/** The reporter of a format; each is loaded when it is used. */
export async function reporterOf(format: string): Promise<Reporter> {
  const load = loaders[format]
  if (!load) throw new Error(`no reporter ${format}`)
  return load()
}
