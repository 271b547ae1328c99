/** For a browser that nobody looks at, without the requests that it makes of its own accord. */
export const QUIET_CHROMIUM: string[]
