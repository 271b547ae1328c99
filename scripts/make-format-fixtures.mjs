// Makes fixtures/formats: one example document in every format. The .docx is written with the `docx` package, its
// numbers are automatic; the other formats are made from it by LibreOffice, where that is installed.
// Usage: node scripts/make-format-fixtures.mjs [folder]
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { convertByLibreOffice } from './programs.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = process.argv[2] ?? join(root, 'fixtures/formats')
mkdirSync(folder, { recursive: true })

/** Lines of the example: level of the automatic number (0: 一、 1: （一） 2: 1.), or null, and the text. */
const LINES = [
  ['title', '云溪市2026年城乡环境提升工作方案'],
  [null, '为持续改善城乡面貌，让群众生活更舒心，现就2026年重点工作作出如下安排。'],
  [0, '工作目标'],
  [null, '到2026年底，全市生活污水集中处理率达到95%以上，建成区绿化覆盖率提高到42%，农村卫生厕所普及率保持在90%以上。'],
  [0, '重点任务'],
  [1, '推进污水治理'],
  [2, '改造老旧管网。完成12公里雨污分流管网改造，消除管网空白区3处。'],
  [null, '责任单位：市住房和城乡建设局，各县（市、区）人民政府'],
  [null, '完成时限：2026年6月30日'],
  [
    2,
    '新建处理设施。新建乡镇污水处理站8座，日处理能力达到2万吨。（牵头单位：市生态环境局；配合单位：市财政局、市水利局；完成时限：2026年10月底前）',
  ],
  [1, '整治农村环境'],
  [2, '清理存量垃圾。各乡镇要对沟渠、路边堆放的垃圾开展集中清理，4月底前全部清完。（责任单位：市农业农村局）'],
  [2, '建好长效机制。市城市管理局牵头制定村庄保洁标准，9月底前印发实施。'],
  [1, '提升城市绿化'],
  [2, '新增口袋公园10个，改造绿地15公顷。（责任单位：市园林绿化中心；完成时限：12月底前）'],
  [0, '保障措施'],
  [1, '加强组织领导。成立由市政府分管领导任组长的工作专班，每月召开一次调度会。'],
  [1, '严格督导检查。市政府督查室每季度通报一次进展情况，对进度滞后的单位进行约谈。'],
  [0, '任务分工'],
]
/** Rows of its table; null goes on with the cell above. */
const ROWS = [
  ['序号', '工作任务', '责任单位', '完成时限', '备注'],
  ['1', '完成全市排水口排查，建立问题清单', '市生态环境局', '2026年3月底前', '续建'],
  ['2', '完成120个行政村生活污水治理', null, '2026年11月底前', '新建'],
  ['3', '更换环卫车辆30台', '市城市管理局、市财政局', '2026年8月底前', '新建'],
  ['4', '开展村庄清洁行动', '市农业农村局', null, '常态'],
]
const CLOSING = ['云溪市人民政府办公室', '2026年1月20日']

writeFileSync(join(folder, 'example.txt'), plainText())
const docx = join(folder, 'example.docx')
writeFileSync(docx, await Packer.toBuffer(wordDocument()))
convert(docx, 'docx', 'example-libreoffice.docx')
convert(docx, 'odt')
convert(docx, 'rtf')
// LibreOffice writes a list that restarts at its first paragraph as two: the .doc is made of a copy that says no such thing.
const plain = mkdtempSync(join(tmpdir(), 'taizhang-fixtures-'))
writeFileSync(join(plain, 'example.docx'), withoutRestarts(readFileSync(docx)))
convert(join(plain, 'example.docx'), 'doc')
copyAs('example.doc', 'example.wps')
convert(docx, 'fodt')
writeFileSync(join(folder, 'example.zip'), archive())

const features = join(folder, 'features.docx')
writeFileSync(features, await Packer.toBuffer(featureDocument()))
convert(features, 'odt')
convert(features, 'rtf')
convert(features, 'docx', 'features-libreoffice.docx')
writeFileSync(join(plain, 'features.docx'), withoutRestarts(readFileSync(features)))
convert(join(plain, 'features.docx'), 'doc')
rmSync(plain, { recursive: true })

function plainText() {
  const counters = [0, 0, 0]
  const lines = LINES.map(([level, text]) => {
    if (typeof level !== 'number') return text
    counters[level]++
    counters.fill(0, level + 1)
    return label(level, counters[level]) + text
  })
  return [...lines, ...ROWS.map((row) => row.map((cell) => cell ?? '').join('\t')), ...CLOSING]
    .map((line) => `${line}\n`)
    .join('')
}

function label(level, number) {
  const han = '一二三四五六七八九'[number - 1]
  return [`${han}、`, `（${han}）`, `${number}.`][level]
}

function wordDocument() {
  const level = (index, format, text) => ({
    level: index,
    format,
    text,
    style: { paragraph: { indent: { left: 0, firstLine: 640 } } },
  })
  return new Document({
    creator: 'taizhang',
    title: LINES[0][1],
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
            level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
            level(2, LevelFormat.DECIMAL, '%3.'),
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('云溪市人民政府文件')] }) },
        footers: { default: new Footer({ children: [new Paragraph('内部资料')] }) },
        children: [
          ...LINES.map(([at, text]) =>
            at === 'title'
              ? new Paragraph({ alignment: 'center', children: [new TextRun({ text, bold: true, size: 44 })] })
              : new Paragraph({ text, ...(at === null ? {} : { numbering: { reference: 'official', level: at } }) }),
          ),
          table(),
          ...CLOSING.map((text) => new Paragraph({ text, alignment: 'right' })),
        ],
      },
    ],
  })
}

function table() {
  return new Table({
    rows: ROWS.map(
      (row, rowIndex) =>
        new TableRow({
          children: row.map((text, column) => {
            const merged = text === null
            const starts = ROWS[rowIndex + 1]?.[column] === null
            return new TableCell({
              width: { size: 2200, type: 'dxa' },
              children: [new Paragraph(text ?? '')],
              ...(merged
                ? { verticalMerge: VerticalMergeType.CONTINUE }
                : starts
                  ? { verticalMerge: VerticalMergeType.RESTART }
                  : {}),
            })
          }),
        }),
    ),
  })
}

/** What documents have beside plain paragraphs: styles, changes, notes, all kinds of numbers, a table with everything. */
function featureDocument() {
  const cell = (content, more = {}) =>
    new TableCell({
      width: { size: 2000, type: 'dxa' },
      children: [content].flat().map((item) => (typeof item === 'string' ? new Paragraph(item) : item)),
      ...more,
    })
  return new Document({
    footnotes: { 1: { children: [new Paragraph('注释内容甲')] } },
    styles: {
      paragraphStyles: [
        {
          id: 'ZhangTitle',
          name: '章标题',
          basedOn: 'Heading1',
          paragraph: { numbering: { reference: 'zh', level: 0 } },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'zh',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '第%1章', suffix: 'space' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
            { level: 2, format: 'decimalEnclosedCircle', text: '%3' },
            { level: 3, format: 'lowerLetter', text: '%4)' },
          ],
        },
        {
          reference: 'bu',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '\uf06c', style: { run: { font: 'Wingdings' } } }],
        },
        { reference: 'jia', levels: [{ level: 0, format: 'ideographTraditional', text: '%1、' }] },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: '公文标题', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '总则', style: 'ZhangTitle' }),
          new Paragraph({
            children: [
              new TextRun('第一段有脚注'),
              new FootnoteReferenceRun(1),
              new TextRun('，“引号”—破折号…省略'),
              new TextRun({ text: '隐藏文字', vanish: true }),
              new TextRun('后文。'),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun('修订：'),
              new InsertedTextRun({ text: '新增', id: 1, author: 'a', date: '2026-01-01T00:00:00Z' }),
              new DeletedTextRun({ text: '删去', id: 2, author: 'a', date: '2026-01-01T00:00:00Z' }),
              new TextRun('。'),
            ],
          }),
          new Paragraph({ text: '细则甲', numbering: { reference: 'zh', level: 1 } }),
          new Paragraph({ text: '细项一', numbering: { reference: 'zh', level: 2 } }),
          new Paragraph({ text: '细项二', numbering: { reference: 'zh', level: 2 } }),
          new Paragraph({ text: '小项', numbering: { reference: 'zh', level: 3 } }),
          new Paragraph({ text: '细则乙', numbering: { reference: 'zh', level: 1 } }),
          new Paragraph({ text: '分则', style: 'ZhangTitle' }),
          new Paragraph({ text: '二级标题', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ text: '项目符号', numbering: { reference: 'bu', level: 0 } }),
          new Paragraph({ text: '甲类', numbering: { reference: 'jia', level: 0 } }),
          new Paragraph({ text: '乙类', numbering: { reference: 'jia', level: 0 } }),
          new Paragraph({ children: [new TextRun('换行前'), new TextRun({ text: '换行后', break: 1 })] }),
          new Paragraph({
            children: [
              new TextRun('链接'),
              new ExternalHyperlink({ link: 'http://x.cn', children: [new TextRun('办法全文')] }),
              new TextRun('结束'),
            ],
          }),
          new Paragraph(''),
          new Table({
            rows: [
              new TableRow({ children: [cell('2026年分工表', { columnSpan: 4 })] }),
              new TableRow({
                children: [
                  cell('任务', { rowSpan: 2 }),
                  cell('责任分工', { columnSpan: 2 }),
                  cell('时限', { rowSpan: 2 }),
                ],
              }),
              new TableRow({ children: [cell('牵头单位'), cell('配合单位')] }),
              new TableRow({
                children: [
                  cell(['1.招标。', '2.验收。']),
                  cell(['市财政局', '市水利局']),
                  cell('市审计局'),
                  cell('6月底前', { rowSpan: 2 }),
                ],
              }),
              new TableRow({ children: [cell('运维'), cell('市城管局', { columnSpan: 2 })] }),
              new TableRow({
                children: [
                  cell([new Table({ rows: [new TableRow({ children: [cell('内甲'), cell('内乙')] })] }), '其后']),
                  cell('市民政局'),
                  cell(''),
                  cell('7月'),
                ],
              }),
            ],
          }),
          new Paragraph('表后正文。'),
        ],
      },
    ],
  })
}

/** A zip of documents with a name in GBK, as the Chinese Windows packs them. */
function archive() {
  const files = {
    'AAAAAAAA.docx': new Uint8Array(readFileSync(docx)),
    'inner/notes.txt': new TextEncoder().encode('一、会议要求\n各单位要在2026年5月底前完成自查。\n'),
    'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3),
  }
  const bytes = Buffer.from(zipSync(files, { mtime: new Date(2026, 0, 20) }))
  // 工作方案 in GBK takes as many bytes as the placeholder.
  const name = Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0xb7, 0xbd, 0xb0, 0xb8])
  for (let at = bytes.indexOf('AAAAAAAA'); at >= 0; at = bytes.indexOf('AAAAAAAA')) name.copy(bytes, at)
  return bytes
}

function withoutRestarts(bytes) {
  const files = unzipSync(new Uint8Array(bytes))
  const numbering = new TextDecoder().decode(files['word/numbering.xml'])
  files['word/numbering.xml'] = new TextEncoder().encode(numbering.replace(/<w:lvlOverride.*?<\/w:lvlOverride>/g, ''))
  return zipSync(files)
}

function convert(file, extension, name = `${basename(file, '.docx')}.${extension}`) {
  const made = convertByLibreOffice(file, extension)
  if (made !== null) writeFileSync(join(folder, name), made)
}

/** WPS Writer saves .wps in the same container as .doc. */
function copyAs(from, to) {
  if (existsSync(join(folder, from))) writeFileSync(join(folder, to), readFileSync(join(folder, from)))
}
