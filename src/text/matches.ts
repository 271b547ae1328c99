/**
 * Every match of a global pattern, in order: what `[...text.matchAll(pattern)]` gives.
 *
 * `matchAll` makes a copy of its pattern each time, which on sentences costs more than the search.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('allMatches needs a global pattern')
  pattern.lastIndex = 0
  const found: RegExpExecArray[] = []
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += step(text, match.index, pattern.unicode)
  }
  return found
}

/** How far behind an empty match the search goes on: never into the middle of a character. */
const step = (text: string, at: number, unicode: boolean): number =>
  unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
