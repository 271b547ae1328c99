import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  canonicalDepartment,
  type DepartmentContext,
  defaultLexicon,
  extendLexicon,
  type LeadRule,
  readDepartmentList,
  recogniseConventions,
  recogniseResponsibilities,
} from '../../../src/recognise/department/index.ts'
import { classify } from '../../../src/recognise/department/names.ts'
import { findLabels, readLabel } from '../../../src/structure/labels.ts'
import { hardTexts } from '../hard.ts'

interface Case {
  例?: string
  文: string
  标签?: string
  首位?: LeadRule
  机构?: string[]
  人?: string[]
  统一?: string[]
  后续?: string[]
  规则?: string
  形?: string
}

const load = <T>(name: string): T => parse(readFileSync(`fixtures/department/${name}.yaml`, 'utf8'))
const contextOf = ({ 首位 }: Case): DepartmentContext => (首位 === undefined ? {} : { leadRule: 首位 })
const said = ({ name, role, collective }: { name: string; role: string; collective?: boolean }, star = true): string =>
  `${name} ${role}${star && collective === true ? '*' : ''}`
const withoutSpace = (text: string): string => text.replace(/\s/g, '')

describe('recogniseResponsibilities', () => {
  it.each(load<Case[]>('cases').map((one) => [one.例 ?? one.文, one] as const))('%s', (_, one) => {
    const found = recogniseResponsibilities(one.文, contextOf(one))
    const departments = found.flatMap((statement) => statement.departments)
    const people = found.flatMap((statement) => statement.people)
    expect(departments.map((mention) => said(mention))).toEqual(one.机构 ?? [])
    expect(people.map((mention) => said(mention))).toEqual(one.人 ?? [])
    if (one.规则 !== undefined) expect(found[0]?.rule).toBe(one.规则)
    if (one.形 !== undefined) expect(found[0]?.form).toBe(one.形)
    for (const mention of [...departments, ...people]) {
      expect(withoutSpace(one.文.slice(mention.start, mention.end))).toBe(mention.name)
    }
  })
})

describe('readDepartmentList', () => {
  it.each(load<Case[]>('lists').map((one) => [one.文, one] as const))('%s', (_, one) => {
    const meaning = readLabel(one.标签 ?? '')
    if (meaning === null) throw new Error(`no label: ${one.标签}`)
    const read = readDepartmentList(one.文, meaning, contextOf(one))
    expect(read.departments.map((mention) => said(mention, false))).toEqual(one.机构 ?? [])
    expect(read.people.map((mention) => said(mention))).toEqual(one.人 ?? [])
    if (one.统一 !== undefined) expect(read.departments.map(({ canonical }) => canonical)).toEqual(one.统一)
  })

  it('takes a bare role as well', () => {
    expect(readDepartmentList('县水利局', 'support').departments[0]?.role).toBe('support')
    expect(readDepartmentList('张三', 'people').people[0]).toMatchObject({ name: '张三', role: 'responsible' })
  })
})

describe('labels', () => {
  it.each(Object.entries(load<Record<string, string | null>>('labels')))('%s', (label, expected) => {
    const read = readLabel(label)
    const shown =
      read === null
        ? null
        : [read.field, ...read.roles, ...(read.personRole === undefined ? [] : [`+${read.personRole}`])].join(' ')
    expect(shown).toBe(expected)
  })

  it('finds several on one line', () => {
    const text = '牵头单位：A局；配合单位：B局 完成时限：年底'
    const hits = findLabels(text)
    expect(hits.map(({ label }) => label)).toEqual(['牵头单位', '配合单位', '完成时限'])
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['牵头单位：', '配合单位：', '完成时限：'])
  })

  it('leaves ornaments and numbers out', () => {
    const text = '- **责任单位：**县水利局'
    const [hit] = findLabels(text)
    expect(hit?.label).toBe('责任单位')
    expect(text.slice(hit?.end)).toBe('县水利局')
    expect(findLabels('（三）责任单位：县水利局')[0]?.start).toBe(3)
  })

  it.each([
    ['责任单位　县水利局', '责任单位'],
    ['整改措施.清理库区垃圾', '整改措施'],
    ['责任单位——财务科', '责任单位'],
    ['【整改时限】5月底', '整改时限'],
  ])('finds the label without a colon that opens %s', (text, label) => {
    expect(findLabels(text).map((hit) => hit.label)).toEqual([label])
  })

  it.each([
    ['the head of a table', '整改措施 责任单位 完成时限'],
    ['a label in mid-line', '请各单位明确责任单位 县水利局'],
    ['a sentence', '责任单位的分工要明确'],
  ])('finds none without a colon in %s', (_, text) => {
    expect(findLabels(text)).toEqual([])
  })

  it('takes the label behind the space, not the end of the value before it', () => {
    const hits = findLabels('牵头单位：东区区委、区政府　　配合单位：市住建局')
    expect(hits.map(({ label }) => label)).toEqual(['牵头单位', '配合单位'])
  })

  it('finds no label in a plain sentence', () => {
    expect(findLabels('会议强调：要抓好落实。注意时间:晚上')).toEqual([])
  })
})

describe('recogniseConventions', () => {
  it.each(load<Case[]>('conventions').map((one) => [one.文, one] as const))('%s', (_, one) => {
    const found = recogniseConventions(one.文)
    expect(found.find(({ kind }) => kind === 'lead-rule')?.leadRule).toBe(one.首位)
    const carried = found.filter(({ kind }) => kind === 'carry-forward').flatMap(({ departments }) => departments)
    expect(carried.map(({ name }) => name)).toEqual(one.后续 ?? [])
  })
})

describe('canonicalDepartment', () => {
  it.each([
    ['市发改委', undefined, '市发展改革委'],
    ['市发展和改革委员会', undefined, '市发展改革委'],
    ['发改局', undefined, '发展改革委'],
    ['财政局', '市发改委', '市财政局'],
    ['住建局', '市财政局', '市住房城乡建设局'],
    ['公安部', undefined, '公安部'],
    ['公安厅', undefined, '公安厅'],
    ['县卫健局', undefined, '县卫生健康委'],
    ['市人民政府办公室', undefined, '市政府办公室'],
    ['市政府办', undefined, '市政府办公室'],
    ['市住房城乡建设局', undefined, '市住房城乡建设局'],
    ['南山县城乡建设局', undefined, '南山县住房城乡建设局'],
    ['有关部门', '市财政局', '有关部门'],
    ['发改部门', undefined, '发展改革部门'],
    ['临江市人社局', undefined, '临江市人力资源社会保障局'],
  ])('%s after %s is %s', (name, previous, expected) => {
    expect(canonicalDepartment(name, previous)).toBe(expected)
  })
})

describe('the lexicon', () => {
  it.each(defaultLexicon.families.map((family) => [family.name, family] as const))('%s', (_, family) => {
    for (const name of family.hits) expect(classify(name, defaultLexicon), `命中 ${name}`).toBe('known')
    for (const name of family.misses) expect(classify(name, defaultLexicon), `不命中 ${name}`).not.toBe('known')
    for (const name of [...family.wholes, ...family.kin])
      expect(classify(name, defaultLexicon), `全 ${name}`).not.toBeNull()
  })

  it('is extended by one line', () => {
    const lexicon = extendLexicon({
      机构: [
        { 名: '湖区联防联控总站', 全: ['联防站'] },
        { 名: '水利局', 根: ['河海'] },
      ],
    })
    expect(classify('县河海局', lexicon)).toBe('known')
    expect(canonicalDepartment('县河海局', undefined, lexicon)).toBe('县水利局')
    expect(recogniseResponsibilities('联防站加强巡护。', { lexicon })[0]?.departments[0]?.canonical).toBe(
      '湖区联防联控总站',
    )
    expect(recogniseResponsibilities('联防站加强巡护。')).toEqual([])
  })

  it('refuses a file that is none', () => {
    expect(() => extendLexicon({ 机构: [{ 根: ['水'] }] })).toThrow('缺“名”')
    expect(() => extendLexicon({ 机构: [{ 名: '水利局', 根: '水利' }] })).toThrow('水利局')
    expect(() => extendLexicon([])).toThrow()
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'（）()〔〕“”：:，,；;。、 \n和及等由各要的县市',
    ...[
      '县水利局',
      '各乡镇',
      '牵头',
      '负责',
      '配合',
      '责任单位：',
      '按职责分工',
      '会同',
      '有关部门',
      '主要领导',
      '必须',
      '工业和信息化部',
    ],
    ...[
      '排第一位的为牵头单位',
      '以下均需',
      '不再列出',
      '张三',
      '×',
      '完成时限',
      '加强',
      '落实',
      '了',
      '2024年',
      '【',
      '】',
    ],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 200 }),
  )

  it('never throws, and names stand where they are said to stand', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<LeadRule>('first', 'all', 'none'), (text, leadRule) => {
        const found = recogniseResponsibilities(text, { leadRule })
        for (const statement of found) {
          expect(statement.start).toBeGreaterThanOrEqual(0)
          expect(statement.end).toBeLessThanOrEqual(text.length)
          for (const mention of [...statement.departments, ...statement.people]) {
            expect(mention.start).toBeLessThan(mention.end)
            expect(withoutSpace(text.slice(mention.start, mention.end))).toBe(mention.name)
          }
        }
        expect(recogniseResponsibilities(text, { leadRule })).toEqual(found)
        recogniseConventions(text)
        readLabel(text)
        for (const hit of findLabels(text)) expect(hit.start).toBeLessThan(hit.end)
        for (const mention of readDepartmentList(text, 'responsible', { leadRule }).departments) {
          expect(withoutSpace(text.slice(mention.start, mention.end))).toBe(mention.name)
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each(hardTexts(20_000))('reads what is hard to read: $piece', ({ text }) => {
    for (const { start, end } of recogniseResponsibilities(text)) expect(end).toBeGreaterThan(start)
    expect(recogniseConventions(text)).toEqual([])
  })
})
