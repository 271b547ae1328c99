import { applyEdits, Edits, type TextBuffer, withText } from '../buffer.ts'

const SOMETHING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]|\ufe0e|\ufe0f/
/** Separators of lines other than LF and CRLF. */
const LINE_END = /\r(?!\n)|[\u000b\u0085\u2028\u2029]/g
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f]/g
/** A CR before LF; form feeds beside a line end; what has no width; control characters. */
const DROPPED =
  /\r(?=\n)|(?<=\n|^)\f+|\f+(?=[\r\n]|$)|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+|\ufe0e|\ufe0f/g

/** Makes every line end a \n and every space a space; takes out what cannot be seen. */
export const dropInvisible = (buffer: TextBuffer): TextBuffer => {
  if (!SOMETHING.test(buffer.text)) return buffer
  const even = withText(buffer, buffer.text.replace(LINE_END, '\n').replace(ODD_SPACE, ' '))
  const edits = new Edits()
  for (const match of even.text.matchAll(DROPPED)) edits.add(match.index, match.index + match[0].length)
  const clean = applyEdits(even, edits)
  return clean.text.includes('\f') ? withText(clean, clean.text.replace(/\f/g, '\n')) : clean
}
