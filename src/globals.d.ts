/** The package's version, put in by the build. */
declare const __VERSION__: string

declare module '*.yaml' {
  const value: unknown
  export default value
}
