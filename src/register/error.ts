/** Why a register could not be read. The command line has a sentence in Chinese for each. */
export type RegisterErrorCode =
  | 'empty'
  | 'syntax'
  | 'not-a-register'
  | 'unknown-field'
  | 'missing-field'
  | 'expected-text'
  | 'expected-list'
  | 'expected-fields'
  | 'bad-number'
  | 'bad-date'
  | 'bad-position'
  | 'bad-value'
  | 'invalid'

export interface RegisterErrorParams {
  /** As the file names it. */
  field?: string | undefined
  value?: string | undefined
  /** What may stand there. */
  allowed?: string | undefined
  /** What the YAML or JSON parser, or the schema, said. */
  detail?: string | undefined
}

const sentences: Readonly<Record<RegisterErrorCode, (params: RegisterErrorParams) => string>> = {
  empty: () => 'the file is empty: give it a register that taizhang wrote',
  syntax: ({ detail }) => `not valid YAML or JSON (${detail}): mend this line or undo the last edit`,
  'not-a-register': () => 'not a register: it must open with the fields of a file that taizhang extract wrote',
  'unknown-field': ({ field, allowed }) => `unknown field "${field}": remove it, or use one of ${allowed}`,
  'missing-field': ({ field }) => `field "${field}" is missing: add it`,
  'expected-text': ({ field }) => `"${field}" must be one text: put it between double quotes`,
  'expected-list': ({ field }) => `"${field}" must be a list: put it between [ and ]`,
  'expected-fields': ({ field }) => `"${field}" must have fields (name: value)`,
  'bad-number': ({ field, value }) => `"${field}" must be a number, not "${value}"`,
  'bad-date': ({ field, value }) => `"${field}" must be a date such as "2025-12-31", not "${value}"`,
  'bad-position': ({ field, value }) => `"${field}" must be a position such as 43:1-43:66@1820-1885, not "${value}"`,
  'bad-value': ({ field, value, allowed }) => `"${field}" cannot be "${value}": use one of ${allowed}`,
  invalid: ({ field, detail }) => `"${field}" does not fit the register (${detail}): correct it`,
}

/** A register that cannot be read: names the line and says what to do. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError'

  constructor(
    readonly code: RegisterErrorCode,
    /** Line of the file, from 1. */
    readonly line: number,
    readonly params: RegisterErrorParams = {},
  ) {
    super(`line ${line}: ${sentences[code](params)}`)
  }
}
