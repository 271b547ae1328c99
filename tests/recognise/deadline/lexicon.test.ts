import { describe, expect, it } from 'vitest'
import {
  builtinDeadlineLexicon,
  compileDeadlineLexicon,
  recogniseDeadlineMentions,
} from '../../../src/recognise/deadline/index.ts'
import type { DeadlineWord } from '../../../src/recognise/deadline/lexicon.ts'

const lexicon = builtinDeadlineLexicon()
const sections: Record<string, readonly DeadlineWord[]> = {
  事件: lexicon.events,
  起算: lexicon.anchors,
  节日: lexicon.festivals,
  规划期: lexicon.planPeriods,
  长期: lexicon.ongoing,
  立即: lexicon.immediate,
  完结: lexicon.done,
  即日: lexicon.fromNow,
  周期: lexicon.recurring,
  状语: lexicon.adverbial,
}
const context = { year: 2025, date: '2025-03-10' }
const entries = Object.entries(sections).flatMap(([name, list]) => list.map((entry) => ({ name, entry })))

describe('examples in src/lexicon/deadline.yaml', () => {
  it('holds for every entry', () => {
    const failures: string[] = []
    for (const { name, entry } of entries) {
      for (const hit of entry.hits) {
        const found = recogniseDeadlineMentions(hit, { ...context, label: entry.labelOnly })
        if (found.length === 0) failures.push(`${name} “${entry.word}”: 命中 ${hit} finds nothing`)
      }
      for (const miss of entry.misses) {
        const found = recogniseDeadlineMentions(miss, context)
        if (found.length > 0)
          failures.push(`${name} “${entry.word}”: 不命中 ${miss} finds ${found.map((m) => m.text).join(', ')}`)
      }
    }
    expect(failures).toEqual([])
  })

  it('covers 2010 to 2035 for every feast with a table', () => {
    for (const festival of lexicon.festivals) {
      if (festival.table.size === 0) continue
      expect([festival.word, [...festival.table.keys()].sort()]).toEqual([
        festival.word,
        Array.from({ length: 26 }, (_, i) => 2010 + i),
      ])
    }
  })
})

describe('a list of one’s own', () => {
  it('adds a word with one line', () => {
    const mine = compileDeadlineLexicon({ 事件: ['换热站检修', '祭孔大典'] })
    expect(recogniseDeadlineMentions('祭孔大典前完成布展。', context, mine).map((m) => m.text)).toEqual(['祭孔大典前'])
  })
  it('replaces an entry of the same 词', () => {
    const mine = compileDeadlineLexicon({ 长期: [{ 词: '常抓不懈', 仅标签: true }] }, { 长期: [{ 词: '常抓不懈' }] })
    expect(recogniseDeadlineMentions('做到警钟长鸣、常抓不懈。', context, mine).map((m) => m.kind)).toEqual(['ongoing'])
  })
  it.each([
    [{ 事件: [{ 名: '汛期' }] }, /事件.*词/],
    [{ 规划期: [{ 词: '十七五', 起: '2036' }] }, /规划期 十七五.*起/],
    [{ 节日: [{ 词: '重阳', 年表: { 2025: '十月' } }] }, /节日 重阳.*02-14/],
    [{ 周期: [{ 词: '每旬' }] }, /周期 每旬/],
    [{ 事件: '汛期' }, /事件.*list/],
    [[], /mapping/],
  ])('refuses %j and names the entry', (data, message) => {
    expect(() => compileDeadlineLexicon(data)).toThrow(message)
  })
})
