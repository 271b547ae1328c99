import data from '../../lexicon/departments-obsolete.yaml'
import { fieldStrings, isRecord, readEntries } from '../../lexicon/read.ts'
import { after, before, matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

interface Former {
  now: string
  year: number
}

const FORMER: ReadonlyMap<string, Former> = new Map(
  readEntries('departments-obsolete', isRecord(data) ? data.机构 : undefined).flatMap((entry) => {
    const { 新: now, 年: year } = entry
    if (typeof now !== 'string' || typeof year !== 'number') throw new Error('departments-obsolete.yaml: 缺“新”或“年”')
    return fieldStrings('departments-obsolete', entry, '旧').map((name): [string, Former] => [name, { now, year }])
  }),
)

/** The names end in few characters: those are looked for, and the name is looked up before them. */
const ENDS = new RegExp(`[${[...new Set([...FORMER.keys()].map((name) => name.slice(-1)))].join('')}]`, 'g')
const LONGEST = Math.max(...[...FORMER.keys()].map((name) => name.length))

/** The longest former name that ends at a place of a text. */
function nameBefore(text: string, end: number): string | null {
  for (let length = Math.min(LONGEST, end); length > 1; length--) {
    const name = text.slice(end - length, end)
    if (FORMER.has(name)) return name
  }
  return null
}

/** 原环保局, 撤销工商局: the old name is meant. */
const MEANT = /(?:原|前|撤销|整合|合并|组建|改名|更名|不再保留|时任|曾任|将)[^，。；]{0,8}$/
/** 农业部门, 农业局部: another word begins inside. */
const ANOTHER = /^[门队长分]/

export const departmentObsolete: Rule = {
  id: 'department-obsolete',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '机构改革以后仍用旧名：市环保局、县工商局、省国土资源厅。',
      why: '旧名单位已不存在，任务无人承接。成文早于改革、名称前有“原”字的不查；只收各地都已改名的机构（src/lexicon/departments-obsolete.yaml）。',
    },
    en: {
      what: 'A body is called by a name it had before a reform: 环保局, 工商局, 国土资源厅.',
      why: 'Nobody of that name takes the task. Older documents and names behind 原 (formerly) are left alone; only bodies renamed everywhere are listed.',
    },
  },
  examples: {
    good: [
      { text: '2025年工作方案\n由市生态环境局负责，原市环保局的档案一并移交。\n' },
      { text: '2016年工作方案\n由市环保局负责。\n' },
      { text: '2025年工作方案\n由农业部门负责。\n' },
    ],
    bad: [{ text: '2025年工作方案\n由市环保局负责。\n' }],
  },
  check(context) {
    const { year } = context.document
    if (year === null) return
    const told = new Set<string>()
    for (const { line, match, end } of matchLines(context, ENDS)) {
      const name = nameBefore(line.text, match.index + 1)
      if (name === null) continue
      const level = /(?:国家|[省市县区州旗盟])$/.exec(before(line, end - name.length, 2))?.[0] ?? ''
      const start = end - name.length - level.length
      const former = FORMER.get(name)
      if (!former || year <= former.year || told.has(name)) continue
      if (MEANT.test(before(line, start, 12)) || ANOTHER.test(after(line, end, 1))) continue
      // 《国土资源部…办法》, 国税局令: titles of older documents
      if (/《[^》]*$/.test(before(line, start, 60)) || /^(?:令|公告|[关发〔])/.test(after(line, end, 2))) continue
      told.add(name)
      context.report({
        start,
        end,
        message: {
          zh: `“${level}${name}”是 ${former.year} 年机构改革以前的名称`,
          en: `“${level}${name}” was renamed in the reform of ${former.year}`,
        },
        expected: former.now,
      })
    }
  },
}
