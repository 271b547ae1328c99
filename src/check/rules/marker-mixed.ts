import type { Section } from '../../structure/tree.ts'
import { visitBlocks } from '../lines.ts'
import { markerRange, markerWith } from '../marks.ts'
import type { Rule } from '../types.ts'

/** A style that is used less often than this share is a slip; where two share a document, nobody can say which is meant. */
const SLIP = 1 / 3

export const markerMixed: Rule = {
  id: 'marker-mixed',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '同一级编号混用写法：“1.”和“1、”，“（一）”和“(一)”，“一、”和“一.”。',
      why: '同级编号写法应当一致；混用多半是从别处粘贴来的。按多数写法提示少数。',
    },
    en: {
      what: 'Numbers of one level are spelt in different ways: 1. and 1、, （一） and (一).',
      why: 'Numbers of one level should look alike; a mixture mostly comes from pasting. The rarer spelling is reported.',
    },
  },
  examples: {
    good: [{ text: '一、任务\n1.抓生产。\n2.抓销售。\n3.抓运输。\n二、保障\n加强领导。\n' }],
    bad: [{ text: '一、任务\n1.抓生产。\n2、抓销售。\n3.抓运输。\n4.抓安全。\n二、保障\n加强领导。\n' }],
  },
  check(context) {
    const levels = new Map<string, Section[]>()
    let part = 0
    visitBlocks(context.tree, (block) => {
      if (block.type === 'title') part++
      if (block.type !== 'section') return
      const { scheme, ordinal } = block.enumerator
      if (scheme === 'piece' || scheme === 'attachment') part++
      if (block.inline || ordinal === null || !['han', 'han-paren', 'arabic', 'arabic-paren'].includes(scheme)) return
      const key = `${part}:${scheme}:${block.level}`
      levels.set(key, [...(levels.get(key) ?? []), block])
    })
    for (const sections of levels.values()) {
      const styles = new Map<string, Section[]>()
      for (const section of sections) {
        const style = styleOf(section)
        styles.set(style, [...(styles.get(style) ?? []), section])
      }
      if (styles.size < 2) continue
      const [usual, ...others] = [...styles].sort((a, b) => b[1].length - a[1].length)
      const model = usual?.[1][0]
      if (!usual || !model) continue
      for (const [, rare] of others) {
        if (rare.length > sections.length * SLIP) continue
        for (const section of rare) {
          const expected = markerWith(model, section.enumerator.ordinal ?? 1)
          context.report({
            ...markerRange(section),
            message: {
              zh: `编号“${section.enumerator.marker}”与同级的写法不一致`,
              en: `“${section.enumerator.marker}” is spelt unlike the other numbers of its level`,
            },
            expected,
            related: [{ ...markerRange(model), message: { zh: '同级的写法', en: 'how the others are spelt' } }],
          })
        }
      }
    }
  },
}

/** The marks around the number; spaces are typesetting. */
const styleOf = ({ enumerator }: Section): string =>
  enumerator.marker.replace(/\s/g, '').replace(/[一二三四五六七八九十百零〇]+|\d+/, '#')
