import { dirname, relative, resolve, sep } from 'node:path'
import { stringify } from 'yaml'
import { rules } from '../check/rules/index.ts'
import type { IgnoreEntry } from '../check/suppress.ts'
import type { Dictionary, Level, Profile, Severity } from '../check/types.ts'
import { matchesGlob } from '../config/glob.ts'
import type { LoadedConfig } from '../config/types.ts'
import { lexiconsOf } from './config.ts'
import type { Context } from './context.ts'
import { portablePath } from './inputs.ts'

/** What the command line says of levels and limits. */
export interface GivenSettings {
  failOn?: Severity
  maxWarnings?: number
  rule?: Record<string, Level>
  profile?: Profile | 'auto'
  today?: string
}

type Ignored = IgnoreEntry & { files: readonly string[] | null; touched: boolean; line: number }

/** What holds for each file: the command line goes before the configuration, and its overrides before its rules. */
export class Settings {
  readonly failOn: Severity
  readonly maxWarnings: number | undefined
  readonly today: string | undefined

  private constructor(
    private readonly flags: GivenSettings,
    readonly config: LoadedConfig | null,
    private readonly cwd: string,
    readonly ignore: readonly Ignored[],
    readonly dictionary: Dictionary | undefined,
  ) {
    const check = config?.config.check
    this.failOn = flags.failOn ?? check?.failOn ?? 'error'
    this.maxWarnings = flags.maxWarnings ?? check?.maxWarnings
    this.today = flags.today ?? check?.today
  }

  static async read(flags: GivenSettings, config: LoadedConfig | null, { io }: Context): Promise<Settings> {
    const check = config?.config.check
    const ignore = (check?.ignore ?? []).map(
      ({ path, rule, text }, i): Ignored => ({
        rule,
        ...(text === undefined ? {} : { text }),
        files: path === undefined ? null : listOf(path),
        touched: false,
        used: false,
        line: config?.lineOf(['check', 'ignore', i]) ?? 1,
      }),
    )
    return new Settings(flags, config, io.cwd, ignore, await dictionaryIn(config))
  }

  /** The path of an input as globs see it. */
  private relative(path: string): string {
    const folder = this.config === null ? this.cwd : dirname(resolve(this.cwd, this.config.path))
    return portablePath(relative(folder, resolve(this.cwd, path)), sep)
  }

  forFile(path: string): { profile: Profile | 'auto'; levels: Record<string, Level>; ignore: Ignored[] } {
    const check = this.config?.config.check
    const name = this.relative(path)
    let profile = check?.profile ?? 'auto'
    const levels: Record<string, Level> = { ...check?.rules }
    for (const override of check?.overrides ?? []) {
      if (!listOf(override.files).some((glob) => matchesGlob(name, glob))) continue
      profile = override.profile ?? profile
      Object.assign(levels, override.rules)
    }
    Object.assign(levels, this.flags.rule)
    const ignore = this.ignore.filter(({ files }) => files === null || files.some((glob) => matchesGlob(name, glob)))
    return { profile: this.flags.profile ?? profile, levels, ignore }
  }
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)

/** The list of departments of the configuration, with the user's own aliases of them. */
async function dictionaryIn(config: LoadedConfig | null): Promise<Dictionary | undefined> {
  const names = config?.config.check?.departments
  if (names === undefined) return undefined
  const { dictionaryOf } = await import('../check/dictionary.ts')
  const own = (config?.config.单位 ?? []).flatMap((one) => [one.名, ...(one.全 ?? [])])
  return dictionaryOf([...names, ...own], (await lexiconsOf(config))?.departments)
}

/** The settings in force, for each file where any is named, as YAML that could stand in a configuration. */
export function describeSettings(settings: Settings, inputs: readonly string[]): string {
  const of = (path: string): object => {
    const { profile, levels, ignore } = settings.forFile(path)
    const level = (rule: (typeof rules)[number]): Level | Record<Profile, Level> => {
      const set = levels[rule.id]
      if (set !== undefined) return set
      if (profile !== 'auto') return rule.level[profile]
      return rule.level.speech === rule.level.plan ? rule.level.plan : { ...rule.level }
    }
    return {
      profile,
      failOn: settings.failOn,
      ...(settings.maxWarnings === undefined ? {} : { maxWarnings: settings.maxWarnings }),
      ...(settings.today === undefined ? {} : { today: settings.today }),
      rules: Object.fromEntries(rules.map((rule) => [rule.id, level(rule)])),
      ignore: ignore.map(({ rule, text }) => ({ rule, ...(text === undefined ? {} : { text }) })),
    }
  }
  const pages = inputs.length === 0 ? [{ check: of('.') }] : inputs.map((path) => ({ file: path, check: of(path) }))
  const from = settings.config === null ? '' : `# ${settings.config.path}\n`
  return from + pages.map((page) => stringify(page)).join('---\n')
}
