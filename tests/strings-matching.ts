import fc from 'fast-check'

/** The source of a pattern without what only looks around: whatever the pattern matches, the rest matches too. */
function withoutLooks(source: string): string {
  let out = ''
  for (let i = 0; i < source.length; i++) {
    const look = /^\(\?<?[=!]/.exec(source.slice(i, i + 4))
    if (look === null) {
      out += source.charAt(i)
      if (source.charAt(i) === '\\') out += source.charAt(++i)
      continue
    }
    let depth = 0
    for (let inClass = false; ; i++) {
      const char = source.charAt(i)
      if (char === '\\') i++
      else if (char === '[') inClass = true
      else if (char === ']') inClass = false
      else if (!inClass && char === '(') depth++
      else if (!inClass && char === ')' && --depth === 0) break
    }
  }
  return out
}

/** Strings that match a pattern, or would if it did not look at what is around. */
export const stringsMatching = (pattern: RegExp): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(withoutLooks(pattern.source)), { maxLength: 200 })
