const FULL = 0xfee0
const HAN = '〇一二三四五六七八九'
const widened = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL))
const spelt = (n: number): string =>
  n < 10 ? HAN.charAt(n) : `${n < 20 ? '' : HAN.charAt(n / 10)}十${HAN.charAt(n % 10).replace('〇', '')}`

const FIRST = /^([一二三四五六七八九十]{1,3})、/gm
const SECOND = /^[（(]([一二三四五六七八九十]{1,3})[）)]/gm
const THIRD = /^(\d{1,2})[.．](?!\d)/gm

/** Ways of writing one document that its tasks do not depend on. */
export const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'digits and letters of full width': (text) =>
    text.replace(/[0-9A-Za-z%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + FULL)),
  'straight quotation marks': (text) => text.replace(/[“”]/g, '"'),
  'half-width brackets': (text) => text.replaceAll('（', '(').replaceAll('）', ')'),
  'spaces around numbers': (text) => text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, ' '),
  'blank lines between all lines': (text) => text.replaceAll('\n', '\n\n'),
  'every line indented': (text) => text.replace(/^(?=.)/gm, '　　'),
  'paragraphs indented with tabs': (text) => (/[^\s]\t/.test(text) ? text : text.replace(/^(?=.)/gm, '\t')),
  'spaces at the ends of lines': (text) => text.replaceAll('\n', '  \n'),
  'a dot behind Chinese numbers': (text) => text.replace(FIRST, '$1．'),
  'a comma behind numbers': (text) => text.replace(THIRD, '$1、'),
  'numbers of full width': (text) => text.replace(THIRD, (_, digits: string) => `${widened(digits)}．`),
  // (1) never stands below ①.
  'numbers in circles': (text) =>
    /^[（(]\d/m.test(text)
      ? text
      : text.replace(THIRD, (written, digits: string) =>
          Number(digits) <= 20 ? String.fromCharCode(0x245f + Number(digits)) : written,
        ),
  'a space behind numbers': (text) => text.replace(THIRD, '$1. '),
  'numbers alone on their lines': (text) => text.replace(FIRST, '$1、\n').replace(SECOND, '（$1）\n'),
  'chapters and articles': (text) => text.replace(SECOND, '第$1节 ').replace(FIRST, '第$1章 '),
  'numbers one level lower': (text) =>
    text
      .replace(FIRST, '第$1部分　')
      .replace(SECOND, '$1、')
      .replace(THIRD, (_, digits: string) => `（${spelt(Number(digits))}）`),
  'headings with #': (text) => text.replace(/^(?=[一二三四五六七八九十]{1,3}、[^\n。]{2,40}$)/gm, '## '),
  'headings in bold': (text) => text.replace(/^([一二三四五六七八九十]{1,3}、[^\n。]{2,40})$/gm, '**$1**'),
  'the tools of a page around it': (text) =>
    `首页 > 政务公开 > 文件\n字体：大 中 小\n${text}\n扫一扫在手机打开当前页\n打印本页 关闭窗口\n上一篇：某通知\n下一篇：某公告\n`,
}
