/** Latin letters and digits take half the room of a Han character. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0)

/** Words that are not broken, and single characters. */
const TOKENS = /[A-Za-z0-9.%]+|[\s\S]/g
const CLOSING = /^[，。、；：！？）》”’」』,;:!?)]$/
const OPENING = /[（《“‘(]+$/

/** Breaks a line as offices print it: no closing mark begins one, no opening mark ends one. */
function broken(line: string, width: number, indent: number): string[] {
  const lines: string[] = []
  let current = ''
  let column = indent
  for (const token of line.match(TOKENS) ?? []) {
    if (column + widthOf(token) > width && current !== '' && !CLOSING.test(token)) {
      const carried = OPENING.exec(current)?.[0] ?? ''
      lines.push(current.slice(0, current.length - carried.length))
      current = carried
      column = widthOf(carried)
    }
    current += token
    column += widthOf(token)
  }
  return current === '' ? lines : [...lines, current]
}

/** How paragraphs are told apart. */
export type Style = 'indents' | 'blank lines'

/** A text as it is copied from a print: every line of it broken at a width; tables stay as they are. */
export function typeset(text: string, width: number, style: Style): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.trim() === '' || /[\t|]/.test(line)) return [line]
      const lines = broken(line.trim(), width, style === 'indents' ? 2 : 0)
      return style === 'indents' ? [`　　${lines.join('\n')}`] : [...lines, '']
    })
    .join('\n')
}
