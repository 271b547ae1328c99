import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'

/** Only tags that copied pages leave behind: "x<y 且 y>z" is no tag. The second form is one whose < was damaged. */
const LEFTOVER =
  /<\/?(?:p|br|div|span|strong|b|i|u|em|a|td|th|tr|table|tbody|thead|img|font|h[1-6]|li|ul|ol|center|section|o:p)(?:\s[^<>\n]{0,300})?\/?>|(?<=[?？])\/(?:p|div|span|strong)>|<!--[^>]{0,500}-->|&(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|amp|lt|gt|quot);/gi

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&ensp;', ' '],
  ['&emsp;', '\u3000'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&mdash;', '—'],
  ['&middot;', '·'],
  ['&hellip;', '…'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
])

/** Takes out tags and resolves entities that a copied page left in the text; <br> and </p> are no line ends here. */
export const dropHtml = (buffer: TextBuffer): TextBuffer => {
  if (!/[<>]|&[a-z]/i.test(buffer.text)) return buffer
  const edits = new Edits()
  for (const match of buffer.text.matchAll(LEFTOVER))
    edits.add(match.index, match.index + match[0].length, ENTITIES.get(match[0].toLowerCase()) ?? '')
  return applyEdits(buffer, edits)
}
