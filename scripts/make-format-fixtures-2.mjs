// Makes the fixtures of fixtures/formats that are printed, laid out or in columns: PDF by LibreOffice and by Chromium,
// a noisy web page, MHTML, OFD, spreadsheets and CSV, all of them from example.txt (make-format-fixtures.mjs).
// Usage: node scripts/make-format-fixtures-2.mjs [folder]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as XLSX from '@e965/xlsx'
import { zipSync } from 'fflate'
import { gb18030 } from './gb18030.mjs'
import { convertByLibreOffice, printByChromium } from './programs.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = process.argv[2] ?? join(root, 'fixtures/formats')
const lines = readFileSync(join(folder, 'example.txt'), 'utf8').trimEnd().split('\n')
const first = lines.findIndex((line) => line.includes('\t'))
const last = lines.findLastIndex((line) => line.includes('\t'))
const title = lines[0]
const before = lines.slice(1, first)
const after = lines.slice(last + 1)
const rows = lines.slice(first, last + 1).map((line) => line.split('\t'))

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const widthOf = (text) => [...text].reduce((sum, char) => sum + (char < '\u0250' ? 0.5 : 1), 0)
/** An empty cell of the example goes on with the one above. */
const spanOf = (row, column) => {
  let span = 1
  while (rows[row + span]?.[column] === '') span++
  return span
}
const tableHtml = () =>
  `<table border="1">${rows
    .map(
      (row, r) =>
        `<tr>${row
          .map((text, c) => {
            if (r > 0 && text === '') return ''
            const span = spanOf(r, c)
            const tag = r === 0 ? 'th' : 'td'
            return `<${tag}${span > 1 ? ` rowspan="${span}"` : ''}>${escaped(text)}</${tag}>`
          })
          .join('')}</tr>`,
    )
    .join('\n')}</table>`
const paragraphs = (list) => list.map((line) => `<p>${escaped(line)}</p>`).join('\n')

const print = (style) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>@page{size:A4;margin:30mm 26mm 28mm 28mm}body{font-family:"Noto Serif CJK SC",serif;font-size:16pt;line-height:28pt}
h1{font-size:22pt;text-align:center;font-weight:normal;line-height:36pt}p{margin:0;text-indent:32pt;text-align:justify}
table{border-collapse:collapse;width:100%;font-size:12pt;line-height:18pt}td,th{border:1px solid #000;padding:2pt 4pt}${style}</style></head>
<body><h1>${escaped(title)}</h1>${paragraphs(before)}${tableHtml()}${paragraphs(after)}</body></html>`

const page = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${escaped(title)}_云溪市人民政府</title><style>.x{color:red}</style><script>var tip="一、这不是正文。";</script></head>
<body>
<div class="top"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/bsfw/">办事服务</a><a href="/hdjl/">互动交流</a><a href="/zjyx/">走进云溪</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>
<table width="980"><tr><td class="left" valign="top"><ul><li><a href="/1">领导之窗</a></li><li><a href="/2">机构职能</a></li><li><a href="/3">财政预决算信息公开专栏</a></li></ul></td>
<td valign="top"><div class="article">
<h1>${escaped(title)}</h1>
<div class="info">发布时间：2026-01-21 09:30&nbsp;&nbsp;来源：市政府办公室&nbsp;&nbsp;浏览次数：<span id="hits">135</span></div>
<div id="zoom" class="TRS_Editor">
${paragraphs(before)}
${tableHtml()}
${paragraphs(after)}
<p style="display:none">五、看不见的任务，市财政局要在5月底前完成。</p>
<!-- 六、注释里的任务 -->
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="related"><h3>相关文章</h3><ul><li><a href="/a1">市政府召开城乡环境提升工作部署会，要求年底前完成全部任务</a></li><li><a href="/a2">图解：城乡环境提升工作方案</a></li></ul></div>
</div></td></tr></table>
<div class="footer">主办：云溪市人民政府办公室　<a href="#">网站地图</a>　<a href="#">联系我们</a>　网站标识码：3300000001</div>
</body></html>
`
writeFileSync(join(folder, 'example.html'), gb18030(page))
const pageUtf8 = page.replace('charset=gb2312', 'charset=utf-8')
writeFileSync(join(folder, 'example.mhtml'), mhtml(pageUtf8))
writeFileSync(join(folder, 'example.ofd'), ofd())
writeBooks()
printBy('chromium', 'example-chromium.pdf', print(''))
printBy('soffice', 'example-libreoffice.pdf', print(''))
scan()

function mhtml(html) {
  const quoted = [...Buffer.from(html)]
    .map((byte) =>
      byte === 10
        ? '\r\n'
        : byte > 126 || byte === 61 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')
    .split('\r\n')
    .flatMap(
      (line) =>
        line.match(/(?:=..|[^=]){1,70}/g)?.map((piece, i, all) => piece + (i + 1 < all.length ? '=' : '')) ?? [''],
    )
    .join('\r\n')
  return [
    'From: <Saved by taizhang>',
    'Subject: =?utf-8?B?5pa55qGI?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html";',
    '\tboundary="----Boundary=_1"',
    '',
    '------Boundary=_1',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.invalid/1.html',
    '',
    quoted,
    '------Boundary=_1',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: base64',
    '',
    'cHtjb2xvcjpyZWR9',
    '------Boundary=_1--',
    '',
  ].join('\r\n')
}

/** GB/T 33190, with a template that carries header and page number, lines broken at 26 characters, and a ruled table. */
function ofd() {
  const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const size = 5.5
  const left = 28
  const perLine = 28
  const objects = [[]]
  let y = 40
  let id = 100
  const text = (words, x, at, scale = 1) => {
    const step = size * scale
    const chars = [...words]
    const widths = chars.map((char) => (char < '\u0250' ? step / 2 : step))
    const deltas = widths.slice(0, -1).map((width) => width.toFixed(3))
    return `<ofd:TextObject ID="${id++}" Boundary="${x} ${(at - step).toFixed(2)} ${(widths.reduce((a, b) => a + b, 0) + 1).toFixed(2)} ${(step * 1.3).toFixed(2)}" Font="1" Size="${step}"><ofd:TextCode X="0" Y="${step}"${deltas.length > 0 ? ` DeltaX="${deltas.join(' ')}"` : ''}>${escaped(words)}</ofd:TextCode></ofd:TextObject>`
  }
  const rule = (x0, y0, x1, y1) =>
    `<ofd:PathObject ID="${id++}" Boundary="${x0} ${y0} ${Math.max(0.1, x1 - x0)} ${Math.max(0.1, y1 - y0)}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`
  const down = (by) => {
    y += by
    if (y > 265) {
      objects.push([])
      y = 40
    }
  }
  const add = (object) => objects.at(-1).push(object)
  add(text(title, left + ((perLine - widthOf(title) * 1.3) * size) / 2, y, 1.3))
  down(14)
  const paragraph = (words) => {
    let line = '　　'
    let width = 2
    const flush = () => {
      add(text(line.replace(/^　+/, ''), left + (line.startsWith('　') ? 2 * size : 0), y))
      down(9.8)
    }
    for (const char of words) {
      const own = char < '\u0250' ? 0.5 : 1
      // Marks that must not begin a line hang over its end.
      if (width + own > perLine && !/[，。；：、）]/.test(char)) {
        flush()
        line = ''
        width = 0
      }
      line += char
      width += own
    }
    flush()
  }
  for (const line of before) paragraph(line)
  if (y > 190) {
    objects.push([])
    y = 40
  }
  const columns = [28, 42, 100, 142, 172, 186]
  const height = 16
  const top = y
  for (const [r, row] of rows.entries())
    for (const [c, words] of row.entries()) {
      if (words === '' && r > 0) continue
      const span = spanOf(r, c)
      const perCell = (columns[c + 1] - columns[c] - 2) / 3.6
      const pieces = [...words].reduce(
        (all, char) => {
          if (widthOf(all.at(-1) ?? '') + widthOf(char) <= perCell) all[all.length - 1] += char
          else all.push(char)
          return all
        },
        [''],
      )
      for (const [n, piece] of pieces.entries())
        add(text(piece, columns[c] + 1, top + r * height + 5 + n * 4.6, 3.6 / size))
      const bottom = top + (r + span) * height
      add(rule(columns[c], bottom, columns[c + 1], bottom))
    }
  for (const x of columns) add(rule(x, top, x, top + rows.length * height))
  add(rule(columns[0], top, columns.at(-1), top))
  y = top + rows.length * height + 12
  for (const line of after) {
    add(text(line, 186 - widthOf(line) * size, y))
    down(9.8)
  }
  const xml = (body) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
  const files = {
    'OFD.xml': xml(
      `<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>${escaped(title)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': xml(
      `<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${objects.map((_, i) => `<ofd:Page ID="${10 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Tpls/Tpl_0/Content.xml': xml(
      `<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="3">${text('云溪市人民政府文件', 80, 20)}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  }
  for (const [i, list] of objects.entries())
    files[`Doc_0/Pages/Page_${i}/Content.xml`] = xml(
      `<ofd:Page ${namespace}><ofd:Template TemplateID="2"/><ofd:Content><ofd:Layer ID="${20 + i}">${list.join('')}${text(`— ${i + 1} —`, 98, 285)}</ofd:Layer></ofd:Content></ofd:Page>`,
    )
  return zipSync(files, { mtime: new Date(2026, 0, 20) })
}

/** The table with a title above it, merged cells, a real date, and a hidden sheet; then as .xls and .csv. */
function writeBooks() {
  const head = rows[0]
  const sheet = XLSX.utils.aoa_to_sheet([
    [title, ...head.slice(1).map(() => null)],
    ['填报单位：市政府办公室'],
    [],
    ...rows.map((row, r) =>
      row.map((text, c) => (text === '' ? null : r > 0 && c === 0 ? Number(text) : text.replace('、', '\n'))),
    ),
    ['注：完成时限以文件为准。'],
  ])
  const merges = [{ s: { r: 0, c: 0 }, e: { r: 0, c: head.length - 1 } }]
  for (const [r, row] of rows.entries())
    for (const c of row.keys()) {
      const span = r === 0 || row[c] === '' ? 1 : spanOf(r, c)
      if (span > 1) merges.push({ s: { r: r + 3, c }, e: { r: r + 2 + span, c } })
    }
  sheet['!merges'] = merges
  const hidden = XLSX.utils.aoa_to_sheet([
    ['序号', '工作任务'],
    [1, '看不见的任务'],
  ])
  const book = {
    SheetNames: ['任务分工', '草稿'],
    Sheets: { 任务分工: sheet, 草稿: hidden },
    Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
  }
  writeFileSync(join(folder, 'table.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
  writeFileSync(join(folder, 'table.xls'), XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const plain = rows.map((row) => row.map((text) => quoted(text.replace('、', '\n'))).join(',')).join('\r\n')
  writeFileSync(join(folder, 'table.csv'), gb18030(`${plain}\r\n`))
  writeFileSync(join(folder, 'table.tsv'), rows.map((row) => row.join('\t')).join('\n'))
}

function printBy(program, name, html) {
  const work = mkdtempSync(join(tmpdir(), 'taizhang-print-'))
  const input = join(work, 'print.html')
  writeFileSync(input, html)
  const made =
    program === 'chromium'
      ? printByChromium(input)
      : convertByLibreOffice(input, 'pdf:writer_pdf_Export', 'HTML (StarWriter)')
  if (made !== null) writeFileSync(join(folder, name), made)
  rmSync(work, { recursive: true, force: true })
}

/** A page that is nothing but a picture. */
function scan() {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 29 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  writeFileSync(join(folder, 'scan.pdf'), Buffer.from(file, 'latin1'))
}
