import { type TextBuffer, withText } from '../buffer.ts'

/** Punctuation stays as it is: a rule for ， must not have to guess what it was. ． and ／ change only inside numbers. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])[．／](?=[0-9０-９])/g
const SOMETHING = /[０-９Ａ-Ｚａ-ｚ％．／―﹐﹑﹒﹔﹕﹙﹚]/
/** One dash of the national standard has become two characters on its way through Unicode: ―― is ——. */
const DASH = /―/g
/** Marks of half the size, as old typesetting has them in numbers of points: 1﹒ 一﹑. */
const SMALL: ReadonlyMap<string, string> = new Map(
  Array.from('﹐﹑﹒﹔﹕﹙﹚', (mark, i) => [mark, '，、．；：（）'.charAt(i)]),
)
const ANY_SMALL = /[﹐﹑﹒﹔﹕﹙﹚]/g

const fold = (text: string): string =>
  text
    .replace(ANY_SMALL, (mark) => SMALL.get(mark) ?? mark)
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(DASH, '—')

/** Full-width digits, letters and ％ become half width; of two forms of a mark or a dash one is left. */
export const foldWidth = (buffer: TextBuffer): TextBuffer =>
  SOMETHING.test(buffer.text) ? withText(buffer, fold(buffer.text)) : buffer
