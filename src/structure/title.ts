import type { View } from '../text/view.ts'
import type { Line } from './tree.ts'

/** Kinds of document, as the last word of their title tells. */
const TITLE_WORD =
  /(?:讲话|讲话稿|讲话(?:提纲|摘要)|主持词|发言|致辞|报告|汇报|总结|小结|要点|方案|计划|规划|安排|通知|意见|措施|政策|办法|规定|决定|通报|清单|台账|分工|纪要|记录|细则|制度|预案|任务|工作|行动|整改|实事|打算|表|书|稿|内容)(?:[（(〔【].*[）)〕】])?\s*$/

const ATTACHED = /^\s*附件?[\d一二三四五六七八九十]*[：:]/
const NUMBERED = /^\d{1,2}[.、]/
const LONGEST_TITLE = 90
/** The title stands among the first lines. */
const SEARCHED = 40

/**
 * Finds the lines of the title: the first heading of a Markdown file, else the first short line before the text
 * starts that ends in the name of a document kind.
 *
 * @returns indexes of the view's lines, null where there is none
 */
export function findTitle(view: View, lines: readonly Line[]): Set<number> | null {
  const first = lines.find((line) => line.hint?.kind === 'heading')
  const h1 = lines.filter((line) => line.hint?.kind === 'heading' && line.hint.depth === 1)
  if (first && h1.length === 1 && h1[0] === first) return new Set([first.index])
  const candidates: Line[] = []
  for (const line of lines.slice(0, SEARCHED)) {
    if (view.lines[line.index]?.kind !== 'text') continue
    const text = line.text.trim()
    if (
      /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章条节])/.test(
        text,
      )
    )
      break
    if (text.length > LONGEST_TITLE || /[。；;！!，,]\s*$|[:：]$/.test(text) || /^[（(].*[)）]$|[>＞»]/.test(text))
      continue
    // a title may carry the number that it has in a collection
    if (
      TITLE_WORD.test(text) &&
      (candidates.length === 0 && line === lines[0]
        ? /关于|印发/.test(text) || !NUMBERED.test(text)
        : !NUMBERED.test(text))
    )
      candidates.push(line)
  }
  // 附件：…分解表 names another document, unless nothing else has a name
  const best = candidates.find(({ text }) => !ATTACHED.test(text)) ?? candidates[0]
  if (!best) return null
  const title = new Set([best.index, ...linesBefore(view, lines, best)])
  // a web copy repeats its title as headline; a title broken in two has its first half on the line before
  for (const line of candidates.slice(1)) if (similarTitles(best.text, line.text)) title.add(line.index)
  return title
}

/** ——在…上的讲话 stands below the title proper, and 上的讲话 is the end of one broken in two. */
const SECOND_LINE = /^\s*(?:[—–-]{1,2}\s*在|(?:大?会议?|座谈会)?上的|的(?:通知|意见|方案|讲话|报告))/
/** 讲 话 on a line of its own, below 在…会议上的. */
const KIND_ALONE = /^\s*(?:讲\s?话|发\s?言|报\s?告|致\s?辞)\s*$/
/** 工作计划 on a line of its own, below what is planned; not below who plans. */
const PLAN_ALONE =
  /^\s*(?:工作|实施|行动|整改|整治|活动|重点工作|任务)?(?:计划|方案|要点|安排|报告|意见|总结|分工|分解|清单|细则|预案)\s*$/
const SHORTEST_SUBJECT = 6
const ENDS_LIKE_BODY = /(?:政府|委员会|[省市县区]委|办公室|[局厅部院校会]|公司|集团|学校|医院|中心|文件)$/
const MOST_LINES = 2
const DAY = /[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日/

function linesBefore(view: View, lines: readonly Line[], best: Line): number[] {
  const at = lines.indexOf(best)
  const above = lines[at - 1]?.text.trim() ?? ''
  const planned = PLAN_ALONE.test(best.text) && above.length >= SHORTEST_SUBJECT && !ENDS_LIKE_BODY.test(above)
  const spoken = SECOND_LINE.test(best.text) || (KIND_ALONE.test(best.text) && /上的$/.test(above))
  if (!spoken && !planned) return []
  const most = spoken ? MOST_LINES : 1
  const found: number[] = []
  for (let i = at - 1; i >= 0 && found.length < most; i--) {
    const line = lines[i]
    if (!line || view.lines[line.index]?.kind !== 'text') break
    const text = line.text.trim()
    if (text.length > 40 || /[。；;！，,：:]$/.test(text) || NUMBERED.test(text) || DAY.test(text)) break
    found.push(line.index)
  }
  return found
}

const similarTitles = (a: string, b: string): boolean => {
  const strip = (s: string) => s.replace(/[\s“”"《》【】()（）]/g, '')
  const x = strip(a)
  const y = strip(b)
  return x.includes(y) || y.includes(x)
}
