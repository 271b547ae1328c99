import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import type { Pipeline } from '../../src/cli/pipeline.ts'
import { LineIndex } from '../../src/model/position.ts'
import type { Register, Task } from '../../src/model/register.ts'
import type { OutlineHeading } from '../../src/pipeline/outline.ts'

/**
 * Stages that the tests of the command line can see through: every line that ends with 。 is a task, `（X）` before it a
 * department, a line `坏` cannot be read, a line `崩` is a fault of the program. The heading is the first line.
 */
export const stubPipeline: Pipeline = {
  async read(path, options = {}) {
    const text = path === '-' && options.stdin ? await textOf(options.stdin) : await readFile(path, 'utf8')
    if (text.startsWith('坏'))
      throw Object.assign(new Error('binary'), { name: 'InputError', code: 'binary', params: {} })
    return { path, text, format: 'text', encoding: 'utf-8', sha256: '0'.repeat(64), notices: [], hints: [] }
  },

  async readAll(path, options) {
    return { sources: [await stubPipeline.read(path, options)], failures: [] }
  },

  async extract(source, options) {
    if (source.text.includes('崩')) throw new TypeError('x is not a function')
    const lines = new LineIndex(source.text)
    const tasks: Task[] = [...source.text.matchAll(/^(.*?)(?:（(.*?)）)?。$/gm)].map((match, index) => {
      const place = lines.position(match.index, match.index + match[0].length)
      return {
        id: `1.${index + 1}`,
        key: `k${index + 1}`,
        document: 'd1',
        section: [],
        kind: 'measure',
        title: match[1] ?? '',
        content: match[0],
        departments: match[2] === undefined ? [] : [{ name: match[2], role: 'lead', source: place }],
        people: [],
        deadlines: [],
        due: null,
        targets: [],
        modality: null,
        source: [place],
        notes: [],
      }
    })
    const register: Register = {
      schema: 'taizhang/1',
      generator: { name: 'taizhang', version: __VERSION__ },
      documents: [
        {
          id: 'd1',
          path: source.path,
          title: source.text.split('\n')[0] ?? null,
          date: options.date ?? null,
          year: options.year ?? null,
          kind: 'other',
          sha256: source.sha256,
          yearFrom: { how: options.year === undefined ? 'none' : 'option' },
        },
      ],
      tasks,
    }
    return { register, warnings: [] }
  },

  async outline(source) {
    const { register } = await stubPipeline.extract(source, {})
    const [document] = register.documents
    if (!document) throw new Error('no document')
    const heading = (
      number: string,
      level: number,
      line: number,
      text: string,
      children: OutlineHeading[] = [],
    ): OutlineHeading => ({
      number,
      level,
      text,
      line,
      position: new LineIndex(source.text).position(0, 1),
      children,
    })
    const long = '深入打好污染防治攻坚战'.repeat(6)
    return {
      document,
      headings: [heading('一、', 1, 9, '总体要求'), heading('二、', 1, 10, '重点工作', [heading('(一)', 2, 12, long)])],
    }
  },

  async view(source) {
    return {
      text: source.text.replaceAll(' ', ''),
      original: source.text,
      lines: [],
      toOriginal: (start, end) => ({ start, end }),
      positionOf: (start, end) => new LineIndex(source.text).position(start, end),
    }
  },
}
