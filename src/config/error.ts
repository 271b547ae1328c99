/** What is wrong with a configuration: a code for the message catalogue, and where. */
export class ConfigError extends Error {
  constructor(
    readonly code: 'syntax' | 'encoding' | 'unknown-key' | 'invalid' | 'not-found' | 'not-readable' | 'useless-entry',
    readonly params: Readonly<Record<string, string>>,
    message: string,
  ) {
    super(message)
    this.name = 'ConfigError'
  }
}
