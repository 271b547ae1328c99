import type { Section } from '../../structure/tree.ts'
import { sectionsOf } from '../lines.ts'
import { markerRange } from '../marks.ts'
import type { Rule } from '../types.ts'

export const markerPunctuation: Rule = {
  id: 'marker-punctuation',
  level: { speech: 'warning', plan: 'warning' },
  fixable: true,
  docs: {
    zh: {
      what: '序号后的标点不合规范：“（一）、”“①、”“第一、”“一.”。',
      why: '带括号和带圈的序号之后不加标点；“一”后用顿号，“1”后用下脚点，“第一”后用逗号。“1、”通行已久，只在用 --rule 点名时才提示。--fix 只删去括号、圈码后多余的标点。',
    },
    en: {
      what: 'The mark behind a number is not the right one: （一）、 ①、 第一、 一.',
      why: 'No mark follows a number in brackets or a ring; 一 takes 、, 1 takes a dot, 第一 takes a comma. 1、 is so common that it is reported only if the rule is set by name. --fix drops marks behind brackets and rings only.',
    },
  },
  examples: {
    good: [
      { text: '一、任务\n（一）抓生产。\n1.抓种植。\n（1）抓选种。\n①选早稻。\n' },
      { text: '会上，代表们就（一）、（二）两项议题作了讨论。\n' },
    ],
    bad: [
      { text: '一、任务\n（一）、抓生产。\n（二）、抓销售。\n' },
      { text: '任务如下：\n①、抓生产。\n②、抓销售。\n' },
      { text: '一.任务\n抓生产。\n二.保障\n抓领导。\n' },
    ],
  },
  check(context) {
    for (const { section } of sectionsOf(context.tree)) {
      const found = mend(section, context.asked)
      if (!found) continue
      const { marker } = section.enumerator
      const range = markerRange(section)
      // （一）、（二）两项 refers to numbers
      if (section.inline && /^[（(①-⑳]/.test(context.view.text.slice(range.end))) continue
      const place = context.view.toOriginal(range.end - 1, range.end)
      const isMark = /^[、.．]$/.test(context.source.text.slice(place.start, place.end))
      context.report({
        ...range,
        message: { zh: `序号“${marker}”的标点不合规范`, en: `The mark of “${marker}” is not the right one` },
        expected: found.expected,
        ...(found.drop && isMark ? { fix: [{ ...place, text: '' }] } : {}),
      })
    }
  },
}

/** What the marker should be, and whether dropping its last character makes it so. */
function mend({ enumerator }: Section, asked: boolean): { expected: string; drop: boolean } | null {
  const { marker, scheme } = enumerator
  if (/^[（(].*[)）][、.．]$/.test(marker) || /^[①-⑳⑴-⒇㈠-㈩][、.．]$/.test(marker))
    return { expected: marker.slice(0, -1), drop: true }
  if (scheme === 'ordinal' && /[、：:]$/.test(marker))
    return { expected: marker.replace(/[、：:]$/, '，'), drop: false }
  if (scheme === 'han' && /[．.]$/.test(marker)) return { expected: marker.replace(/[．.]$/, '、'), drop: false }
  if (asked && scheme === 'arabic' && /、$/.test(marker)) return { expected: marker.replace(/、$/, '.'), drop: false }
  return null
}
