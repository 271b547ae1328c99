import type { DocumentKind, RegisterDocument } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Block, Root, Section } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { datesOf, periodOf } from './document-dates.ts'

/** What the user may say of a document that does not say it itself; a document that does is not overruled. */
export interface DocumentOptions {
  /** ISO date of the document. */
  date?: string
  /** The year that a bare 6月底前 means. */
  year?: number
}

/** The part of a file that one document takes up: all of it, or one 篇 of several. */
export interface Part {
  start: number
  end: number
  year: number | null
  date: string | null
  /** Its first and last month, where it runs over the turn of a year. */
  period: { start: string; end: string } | null
  section: Section | null
}

const KINDS: readonly { kind: DocumentKind; title: RegExp }[] = [
  { kind: 'minutes', title: /会议纪要|会议记录|纪要/ },
  { kind: 'rectification', title: /整改/ },
  {
    kind: 'assignment',
    title: /分工$|任务分工|责任分工|分工方案|任务清单|责任清单|任务分解|重点任务|分解表|任务表|台账|工作清单/,
  },
  { kind: 'speech', title: /讲话|发言|致辞|主持词|强调|要求$/ },
  { kind: 'report', title: /工作报告|总结|汇报|述职|情况报告|小结/ },
  { kind: 'plan', title: /方案|计划|要点|意见|措施|办法|规划|安排|通知|行动|预案|部署|决定|任务/ },
]

function kindOf(whole: string, text: string): DocumentKind {
  // 关于分解落实《政府工作报告》的通知 is no report
  const outside = whole.replace(/《[^》]*》/g, '')
  const title = /[\u4e00-\u9fff]{2}/.test(outside) ? outside : whole
  for (const { kind, title: pattern } of KINDS) if (pattern.test(title)) return kind
  const has = (pattern: RegExp) => pattern.test(text)
  if (has(/Action items|Attendees|参会人员|与会人员|纪要如下|会议议定|会议决定|^#+\s*议题/m)) return 'minutes'
  if (has(/整改措施[:：]|整改目标[:：]/)) return 'rectification'
  if (has(/^同志们[:：，,]/m)) return 'speech'
  if (has(/牵头单位[:：]|责任单位[:：]/)) return 'assignment'
  return 'other'
}

/** The title, with the lines right below it that go on with it (——在…上的讲话) and not again with it. */
function titleOf(text: string, blocks: readonly Block[]): { start: number; end: number } | null {
  const [first, ...others] = blocks.filter((block) => block.type === 'title')
  if (!first) return null
  let { end } = first
  for (const other of others) {
    const own = text.slice(other.start, other.end).trim()
    if (text.slice(end, other.start).trim() !== '' || text.slice(first.start, end).includes(own)) break
    if (own.includes(text.slice(first.start, end).trim())) break
    end = other.end
  }
  return { start: first.start, end }
}

/** A document as the register has it, and the parts of its file. */
export interface Described {
  document: RegisterDocument
  parts: Part[]
}

/** What the register says of the document itself, and the parts of the file that have a year of their own. */
export function describeDocument(source: Source, view: View, root: Root, options: DocumentOptions = {}): Described {
  const pieces = root.children.filter(
    (child): child is Section => child.type === 'section' && child.enumerator.scheme === 'piece',
  )
  const title = titleOf(view.text, root.children)
  const firstLine = view.lines.find((line) => line.kind === 'text')
  const titleText = (
    title
      ? view.text.slice(title.start, title.end)
      : pieces.length > 0 && firstLine
        ? view.text.slice(firstLine.start, firstLine.end)
        : ''
  ).trim()
  const dated = pieces.length > 0 ? { date: null, year: null, from: null } : datesOf(view, 0, view.text.length, title)
  // what the document says of itself comes first; the options fill in what it does not tell
  const toldYear = options.year ?? (options.date ? Number(options.date.slice(0, 4)) : null)
  const date = dated.date ?? options.date ?? null
  const year = dated.year ?? toldYear
  const evidence = dated.from
  const yearFrom: RegisterDocument['yearFrom'] =
    evidence && dated.year !== null
      ? { how: evidence.how, text: evidence.text, position: view.positionOf(evidence.start, evidence.end) }
      : { how: toldYear === null ? 'none' : 'option' }
  const document: RegisterDocument = {
    id: 'd1',
    path: source.path,
    title:
      titleText === '' || titleText.length > 120 ? null : titleText.replace(/^[#\s]+/, '').replace(/\s*\n\s*/g, ''),
    date,
    year,
    kind: kindOf(titleText, view.text.slice(0, 20_000)),
    sha256: source.sha256,
    yearFrom,
  }
  const parts: Part[] =
    pieces.length === 0
      ? [
          {
            start: 0,
            end: view.text.length,
            year,
            date,
            period: periodOf(view, 0, view.text.length, title),
            section: null,
          },
        ]
      : pieces.map((piece, i) => {
          const end = pieces[i + 1]?.start ?? view.text.length
          const own = datesOf(view, piece.start, end, piece.heading)
          return {
            start: piece.start,
            end,
            year: own.year ?? toldYear,
            date: own.date ?? options.date ?? null,
            period: periodOf(view, piece.start, end, piece.heading),
            section: piece,
          }
        })
  return { document, parts }
}
