import { parseChineseNumber } from '../../text/numerals.ts'
import { sectionsOf, type TextLine, textLines } from '../lines.ts'
import type { Rule } from '../types.ts'

const CITED = /附件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d.．、:：]|[个份条项])/g
/** 附件：1.任务清单, or 附件： on a line of its own with the names below. */
const LIST = /^\s*附件\s*[：:]\s*(.*)$/
const ITEM = /(?:^|[\s；;。])(\d{1,2})\s?[.．、](?!\d)/g

interface Known {
  numbers: Set<number>
  start: number
  end: number
}

export const attachmentReference: Rule = {
  id: 'attachment-reference',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '正文引用了附件说明里没有的附件；附件说明中的顺序号不连续；附件说明列出的与文后所附的数目不符。',
      why: '附件增删以后引用没有跟着改，收文单位找不到附件。',
    },
    en: {
      what: 'An attachment is cited that the list of attachments does not have; the list skips a number; more is attached than listed.',
      why: 'Attachments were added or dropped and the references not changed.',
    },
  },
  examples: {
    good: [
      { text: '请填写任务表（见附件2），于6月底前报送。\n附件：1.任务清单\n2.任务表\n' },
      { text: '请填写任务表（见附件）。\n附件：任务表\n' },
    ],
    bad: [
      { text: '请填写任务表（见附件3），于6月底前报送。\n附件：1.任务清单\n2.任务表\n' },
      { text: '任务清单见附件1。\n附件：1.任务清单\n3.任务表\n' },
      { text: '请填写任务表（见附件2），于6月底前报送。\n' },
    ],
  },
  check(context) {
    const lines = textLines(context)
    const list = readList(lines)
    const attached = new Map<number, { start: number; end: number }>()
    for (const { section } of sectionsOf(context.tree)) {
      const { scheme, ordinal, start, end } = section.enumerator
      if (scheme === 'attachment' && ordinal !== null) attached.set(ordinal, { start, end })
    }
    const known = new Set([...(list?.numbers ?? []), ...attached.keys()])
    const told = new Set<number>()
    for (const line of lines) {
      for (const match of line.text.matchAll(CITED)) {
        const number = /\d/.test(match[1] ?? '') ? Number(match[1]) : parseChineseNumber(match[1] ?? '')
        const start = line.start + match.index
        // the heading of the attachment itself, alone on its line
        if (line.text.trim() === match[0].trim() || line.text.slice(0, match.index).trim() === '') continue
        if (
          number === null ||
          known.has(number) ||
          told.has(number) ||
          /《[^》]*$/.test(line.text.slice(0, match.index))
        )
          continue
        told.add(number)
        context.report({
          start,
          end: start + match[0].length,
          message:
            known.size > 0
              ? { zh: `附件说明里没有“${match[0]}”`, en: `“${match[0]}” is not among the attachments` }
              : {
                  zh: `引用了“${match[0]}”，但没有附件说明`,
                  en: `“${match[0]}” is cited, but no attachment is listed`,
                },
          ...(list
            ? {
                related: [{ start: list.start, end: list.end, message: { zh: '附件说明', en: 'list of attachments' } }],
              }
            : {}),
        })
      }
    }
    if (!list || list.numbers.size < 2) return
    const highest = Math.max(...list.numbers)
    for (let n = 1; n < highest; n++) {
      if (list.numbers.has(n)) continue
      context.report({
        start: list.start,
        end: list.end,
        message: { zh: `附件说明缺少第 ${n} 个附件`, en: `The list of attachments skips number ${n}` },
      })
    }
    for (const [number, place] of attached) {
      if (list.numbers.has(number)) continue
      context.report({
        ...place,
        message: { zh: `附件说明里没有附件${number}`, en: `Attachment ${number} is not in the list of attachments` },
        related: [{ start: list.start, end: list.end, message: { zh: '附件说明', en: 'list of attachments' } }],
      })
    }
  },
}

/** The list of attachments below the text: numbers that it gives. */
function readList(lines: readonly TextLine[]): Known | null {
  for (const [i, line] of lines.entries()) {
    const match = LIST.exec(line.text)
    if (!match) continue
    const numbers = new Set<number>()
    const rest = match[1] ?? ''
    for (const item of rest.matchAll(ITEM)) numbers.add(Number(item[1]))
    let end = line.end
    for (const next of lines.slice(i + 1, i + 21)) {
      const item = /^\s*(\d{1,2})\s?[.．、](?!\d)/.exec(next.text)
      if (!item || next.text.length > 60) break
      numbers.add(Number(item[1]))
      end = next.end
    }
    return { numbers, start: line.start, end: Math.min(end, line.end) }
  }
  return null
}
