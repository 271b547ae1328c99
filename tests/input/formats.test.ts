import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/input/errors.ts'
import type { Limits } from '../../src/input/limits.ts'
import { readBytes } from '../../src/input/read-bytes.ts'
import { extractSource } from '../../src/pipeline/extract.ts'
import { damage, generator } from './damage.ts'
import { cellsOf, linesOf, paragraph, sourceOf, word } from './documents.ts'
import { fixture, tasksSaidIn } from './fixture.ts'

/** Lines without the page header and footer that a text has none of. */
const body = async (name: string): Promise<string[]> =>
  linesOf(await sourceOf(fixture(name), name))
    .filter((line) => line.trim() !== '' && !line.startsWith('furniture'))
    .map((line) => line.replace(/^table-row\d+: /, '').replace(/^(\d\.) /, '$1'))

describe('the same document in every format', () => {
  it.each([
    'example.docx',
    'example-libreoffice.docx',
    'example.doc',
    'example.wps',
    'example.odt',
    'example.fodt',
    'example.rtf',
    'example.zip',
  ])('%s gives the text and the tasks of example.txt', async (name) => {
    expect(await body(name)).toEqual(await body('example.txt'))
    expect(await tasksSaidIn(name)).toEqual(await tasksSaidIn('example.txt'))
  })

  it.each(['example.docx', 'example.odt', 'example.rtf', 'example.doc'])(
    '%s has the cells of its table',
    async (name) => {
      const cells = cellsOf(await sourceOf(fixture(name), name))
      expect(cells[0]).toEqual(['序号', '工作任务', '责任单位', '完成时限', '备注'])
      expect(cells[2]).toEqual(['2', '完成120个行政村生活污水治理', '_', '2026年11月底前', '新建'])
    },
  )

  it('tells .wps by its name', async () => {
    expect((await sourceOf(fixture('example.wps'), 'example.wps')).format).toBe('wps')
  })

  it('leads every position back to its words', async () => {
    for (const name of ['example.docx', 'example.doc', 'example.odt', 'example.rtf']) {
      const source = await sourceOf(fixture(name), name)
      const { register } = await extractSource(source)
      for (const { departments } of register.tasks)
        for (const { name: department, source: at } of departments)
          expect(source.text.slice(at.start.offset, at.end.offset)).toBe(department)
    }
  })
})

describe('a document with everything', () => {
  it('gives its lines, with what its styles say', async () => {
    expect(linesOf(await sourceOf(fixture('features.docx'), 'features.docx'))).toEqual([
      'heading1: 公文标题',
      'heading2: 第一章 总则',
      '第一段有脚注，“引号”—破折号…省略后文。',
      '修订：新增。',
      '一.1 细则甲',
      '① 细项一',
      '② 细项二',
      'a) 小项',
      '一.2 细则乙',
      'heading2: 第二章 分则',
      'heading3: 二级标题',
      'list-item1: • 项目符号',
      '甲、甲类',
      '乙、乙类',
      '换行前',
      '换行后',
      '链接办法全文结束',
      '',
      '2026年分工表',
      'table-row0: 任务\t责任分工 牵头单位\t配合单位\t时限',
      'table-row1: 1.招标。 2.验收。\t市财政局；市水利局\t市审计局\t6月底前',
      'table-row2: 运维\t市城管局\t\t',
      'table-row3: 内甲 内乙 其后\t市民政局\t\t7月',
      '表后正文。',
      'furniture: [1] 注释内容甲',
    ])
  })

  it.each(['features-libreoffice.docx', 'features.odt', 'features.doc', 'features.rtf'])(
    '%s is the same',
    async (name) => {
      const source = await sourceOf(fixture(name), name)
      const expected = await sourceOf(fixture('features.docx'), 'features.docx')
      // .doc and .rtf have their notes without numbers.
      const lines = linesOf(source).map((line) => line.replace('furniture: 注', 'furniture: [1] 注'))
      expect(lines).toEqual(linesOf(expected))
      expect(cellsOf(source)).toEqual(cellsOf(expected))
      expect(source.notices).toEqual([{ code: 'hidden-text', detail: '4' }])
    },
  )
})

describe('what a file is', () => {
  it('is told by its content, whatever it is called', async () => {
    expect((await sourceOf(fixture('example.docx'), 'x.doc')).format).toBe('docx')
    expect((await sourceOf(fixture('example.rtf'), 'x.doc')).format).toBe('rtf')
    expect((await sourceOf(fixture('example.odt'), 'x.docx')).format).toBe('odt')
    expect((await sourceOf(fixture('example.doc'), 'x')).format).toBe('doc')
    expect((await sourceOf(fixture('example.txt'), 'x.docx')).format).toBe('text')
  })
})

describe('archives', () => {
  const read = (files: Record<string, Uint8Array>) => readBytes(zipSync(files), 'a.zip', () => 'hash')

  it('give their documents, with names in GBK, and pass over what is none', async () => {
    const { sources, failures } = await readBytes(fixture('example.zip'), 'x/example.zip', () => 'hash')
    expect(sources.map(({ path }) => path)).toEqual(['x/example.zip/工作方案.docx', 'x/example.zip/inner/notes.txt'])
    expect(sources[0]?.notices).toEqual([{ code: 'entries-skipped', detail: '1' }])
    expect(failures).toEqual([])
  })

  it('say which document is damaged, and read the rest', async () => {
    const { sources, failures } = await read({ 'a.txt': strToU8('一、目标'), 'b.docx': strToU8('PK\u0003\u0004') })
    expect(sources.map(({ path }) => path)).toEqual(['a.zip/a.txt'])
    expect(failures.map(({ path, error }) => [path, error.code])).toEqual([['a.zip/b.docx', 'damaged']])
  })

  it('keep paths inside', async () => {
    const { sources } = await read({ '../../etc/a.txt': strToU8('一、目标') })
    expect(sources[0]?.path).toBe('a.zip/etc/a.txt')
  })
})

describe('limits', () => {
  const failure = async (bytes: Uint8Array, name: string, limits: Partial<Limits> = {}): Promise<string> => {
    try {
      await readBytes(bytes, name, () => 'hash', { limits })
      return 'read'
    } catch (error) {
      return error instanceof InputError ? error.code : String(error)
    }
  }
  const zeros = (size: number): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(size) }, { level: 9 })

  it('stop a bomb while it unpacks, whatever sizes it claims', async () => {
    expect(await failure(zeros(30_000_000), 'x.docx')).toBe('too-large')
    expect(await failure(zeros(5_000_000), 'x.docx', { unpackedBytes: 1_000_000 })).toBe('too-large')
    const claims = zeros(30_000_000)
    const directory = claims.length - 22 - 46 - 'word/document.xml'.length
    new DataView(claims.buffer).setUint32(directory + 24, 1, true)
    expect(await failure(claims, 'x.docx')).toBe('too-large')
  })

  it('hold for nesting, elements, entries, archives and time', async () => {
    expect(
      await failure(
        word('<w:sdt><w:sdtContent>'.repeat(500) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(500)),
        'x.docx',
      ),
    ).toBe('too-large')
    expect(await failure(word(paragraph('x').repeat(1000)), 'x.docx', { xmlNodes: 1000 })).toBe('too-large')
    expect(await failure(fixture('example.zip'), 'x.zip', { entries: 2 })).toBe('too-large')
    let nested = zipSync({ 'a.txt': strToU8('一') })
    for (let depth = 0; depth < 5; depth++) nested = zipSync({ 'inner.zip': nested })
    const { failures } = await readBytes(nested, 'x.zip', () => 'hash').catch((error) => ({ failures: [{ error }] }))
    expect(failures[0]?.error.code).toBe('too-large')
    expect(await failure(fixture('example.docx'), 'x.docx', { seconds: 0 })).toBe('timed-out')
    expect(await failure(strToU8(`{\\rtf1${'{'.repeat(1000)}`), 'x.rtf')).toBe('too-large')
  })

  it('hold for cells that a table claims to have', async () => {
    const row =
      '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'
    expect(await failure(word(`<w:tbl>${row.repeat(200)}</w:tbl>`), 'x.docx', { xmlNodes: 10_000 })).toBe('too-large')
    expect(await failure(strToU8(`{\\rtf1 ${'x\\cell'.repeat(5000)}\\row}`), 'x.rtf', { xmlNodes: 4000 })).toBe(
      'too-large',
    )
  })

  it('are not reached by long documents', async () => {
    expect(await failure(word(paragraph('任务').repeat(150_000)), 'x.docx', { ratio: 2000 })).toBe('read')
    const notes = Array.from({ length: 20_000 }, (_, id) => `<w:footnote w:id="${id}">${paragraph('注')}</w:footnote>`)
    const references = notes.map((_, id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`)
    expect(
      await failure(
        word(`<w:p>${references.join('')}</w:p>${paragraph('x')}`, { footnotes: notes.join('') }),
        'x.docx',
      ),
    ).toBe('read')
  })

  it('refuse entities, and read nothing from outside', async () => {
    const bomb = (doctype: string): Uint8Array =>
      zipSync({
        'word/document.xml': strToU8(
          `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      })
    expect(await failure(bomb('<!DOCTYPE x [<!ENTITY a "aaaa">]>'), 'x.docx')).toBe('damaged')
    expect(await failure(bomb('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 'x.docx')).toBe('damaged')
    expect(await failure(bomb(''), 'x.docx')).toBe('damaged')
  })

  it('tell a password, damage and pictures apart', async () => {
    expect(await failure(fixture('example.docx').slice(0, 5000), 'x.docx')).toBe('damaged')
    expect(await failure(fixture('example.rtf').slice(0, 5000), 'x.rtf')).toBe('damaged')
    expect(await failure(word(''), 'x.docx')).toBe('no-text')
    const encrypted = zipSync({ 'word/document.xml': strToU8('<a/>') })
    encrypted[6] = (encrypted[6] ?? 0) | 1
    const directory = encrypted.length - 22 - 46 - 'word/document.xml'.length
    encrypted[directory + 8] = (encrypted[directory + 8] ?? 0) | 1
    expect(await failure(encrypted, 'x.docx')).toBe('encrypted')
  })
})

describe('damaged copies', () => {
  // Many more: node scripts/fuzz-formats.mjs
  it.each(['example.docx', 'example.odt', 'example.rtf', 'example.doc', 'example.fodt', 'example.zip'])(
    'of %s are read or refused, and nothing else comes of them',
    async (name) => {
      const bytes = fixture(name)
      for (let seed = 0; seed < 200; seed++) {
        await readBytes(damage(bytes, generator(seed)), name, () => 'hash').catch((error) => {
          if (!(error instanceof InputError)) throw error
        })
      }
    },
  )
})
