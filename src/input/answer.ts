/** What came out of a thread or a library, looked at before it is used. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

/** A list as it came, or none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The same as numbers. */
export const numbersOf = (value: unknown): number[] => listOf(value).map(Number)
