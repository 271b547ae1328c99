// Makes every format of the texts that are given, with real programs, and counts the tasks that come out the same as
// those of the text: content, departments, people, deadlines and targets. docs/formats.md shows what it prints.
// Usage: node scripts/measure-formats.mjs [--keep folder] [--only format,…] text…
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { bundleReaders } from './bundle-readers.mjs'
import { gb18030 } from './gb18030.mjs'
import { convertByLibreOffice, printByChromium } from './programs.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, only: { type: 'string' } },
})
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'taizhang-measure-'))
mkdirSync(folder, { recursive: true })

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const html = (title, lines, style) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>@page{size:A4;margin:30mm 26mm 28mm 28mm}
body{font-family:"Noto Serif CJK SC",serif;font-size:16pt;line-height:28pt}p{margin:0;text-align:justify}${style}</style>
</head><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</body></html>`

const docx = (lines, indent) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: lines.map(
            (text) =>
              new Paragraph({
                alignment: 'both',
                spacing: { line: 560, lineRule: 'exact', before: 0, after: 0 },
                indent: { firstLine: indent },
                children: [new TextRun({ text, size: 32, font: 'Noto Serif CJK SC' })],
              }),
          ),
        },
      ],
    }),
  )

const INDENT = 'p{text-indent:32pt}'
/** What is made of the lines of a text; the file stands in the folder under the name that is given. */
const FORMATS = {
  gb18030: (lines) => ['txt', gb18030(`${lines.join('\n')}\n`)],
  docx: async (lines) => ['docx', await docx(lines, 640)],
  html: (lines, title) => ['html', html(title, lines, INDENT)],
  odt: (lines, _, at) => ['odt', fromDocx(lines, at, 'odt')],
  rtf: (lines, _, at) => ['rtf', fromDocx(lines, at, 'rtf')],
  doc: (lines, _, at) => ['doc', fromDocx(lines, at, 'doc')],
  'chromium-pdf': (lines, title, at) => ['pdf', printed(at, html(title, lines, INDENT), { headerAndFooter: false })],
  'chromium-header-pdf': (lines, title, at) => ['pdf', printed(at, html(title, lines, INDENT))],
  'libreoffice-docx-pdf': (lines, _, at) => ['pdf', fromDocx(lines, at, 'pdf')],
  'libreoffice-html-pdf': (lines, title, at) => ['pdf', converted(at, 'html', html(title, lines, INDENT))],
  'chromium-plain-pdf': (lines, title, at) => ['pdf', printed(at, html(title, lines, ''))],
  'libreoffice-plain-pdf': (lines, _, at) => ['pdf', fromDocx(lines, at, 'pdf', 0)],
}

const fromDocx = async (lines, at, extension, indent = 640) =>
  converted(at, 'docx', await docx(lines, indent), extension)
const converted = (at, extension, content, target = 'pdf:writer_pdf_Export') => {
  writeFileSync(`${at}.${extension}`, content)
  return convertByLibreOffice(`${at}.${extension}`, target, extension === 'html' ? 'HTML (StarWriter)' : undefined)
}
const printed = (at, content, options) => {
  writeFileSync(`${at}.html`, content)
  return printByChromium(`${at}.html`, options)
}

/** Length of the longest common subsequence, and what stands outside it. */
const compare = (expected, found) => {
  const [a, b] = [expected, found].map((tasks) => tasks.map((task) => JSON.stringify(task)))
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1])
  const other = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) other.push(`- ${a[i++]}`)
    else other.push(`+ ${b[j++]}`)
  }
  return { same: table[0][0], other }
}

const readers = await bundleReaders()
const { readBytes, tasksSaid } = await import(readers.module)
const tasksOf = async (bytes, name) => {
  const { sources } = await readBytes(new Uint8Array(bytes), name, () => 'hash')
  return tasksSaid(sources[0])
}
const chosen = values.only?.split(',') ?? Object.keys(FORMATS)
const sums = new Map(chosen.map((format) => [format, { same: 0, found: 0, expected: 0, documents: [] }]))
for (const path of positionals) {
  const name = basename(path, '.txt')
  const lines = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const expected = await tasksOf(Buffer.from(`${lines.join('\n')}\n`), 'x.txt')
  for (const format of chosen) {
    const at = join(folder, `${name}.${format}`)
    const [extension, made] = await FORMATS[format](lines, name, at)
    const content = await made
    if (content === null) continue
    const bytes = Buffer.from(content)
    writeFileSync(`${at}.made.${extension}`, bytes)
    const found = await tasksOf(bytes, `x.${extension}`)
    const { same, other } = compare(expected, found)
    const sum = sums.get(format)
    sum.same += same
    sum.found += found.length
    sum.expected += expected.length
    if (other.length > 0) sum.documents.push(`${name} ${same} of ${expected.length}, ${found.length} found`)
    if (values.keep !== undefined) writeFileSync(`${at}.diff`, other.map((line) => `${line}\n`).join(''))
  }
}
for (const [format, { same, found, expected, documents }] of sums)
  console.log(`${format}: ${same} of ${expected}, ${found} found${documents.map((line) => `; ${line}`).join('')}`)
readers.remove()
if (values.keep === undefined) rmSync(folder, { recursive: true })
