import type { Block, Paragraph, Root, Section } from '../structure/tree.ts'
import type { SectionVerdict } from './section-class.ts'

/** A paragraph from which on the text is about another time. */
export interface Turn {
  /** Where the paragraph starts. */
  at: number
  verdict: SectionVerdict
  /** The year that is spoken of from here on, where it is not the document's own. */
  year: number | null
}

/** 2024年工作总结暨2025年工作计划, 2024年总结和明年打算 */
const TWO_YEARS =
  /((?:19|20)\d{2})年?度?[^，,。\d]{0,16}(?:总结|小结|述职|汇报|情况|回顾)[^，,。\d]{0,8}(?:((?:19|20)\d{2})年?度?|明年|下一?年度?)[^，,。\d]{0,12}(?:计划|打算|安排|思路|要点|部署|谋划|设想)/
/** 上半年工作总结及下半年工作安排 */
const TWO_HALVES = /上半年[^，,。]{0,12}(?:总结|小结|汇报|情况|回顾)[^，,。]{0,6}下半年/
/** 2025年打算： 下半年重点工作： as a line. */
const PLAN_LINE =
  /^(?:下一?步|下半年|明年|今后|下阶段|(?:20\d\d)年)[^，,。；;：:]{0,10}(?:打算|计划|安排|思路|设想|措施|重点工作|工作重点)(?:如下|主要有)?[：:]$/

interface Openings {
  past: RegExp
  ahead: RegExp
  /** The year of the plan. */
  year: number | null
}

function openingsOf(title: string): Openings | null {
  const years = TWO_YEARS.exec(title)
  if (years) {
    const past = Number(years[1])
    const year = years[2] === undefined ? past + 1 : Number(years[2])
    if (year !== past + 1) return null
    return {
      past: new RegExp(`^(?:${past}年(?!底|末)|(?:过去|刚刚过去)的?一年|一年来)`),
      ahead: new RegExp(`^(?:${year}年(?!底|末)|明年|新的一年|来年)`),
      year,
    }
  }
  return TWO_HALVES.test(title)
    ? { past: /^(?:今年|(?:19|20)\d{2}年)?上半年/, ahead: /^(?:今年|(?:19|20)\d{2}年)?下半年/, year: null }
    : null
}

/**
 * Where a summary that is also a plan turns from one to the other without a numbered heading: its title names the two
 * times, and a paragraph opens with one of them.
 */
export function turnsOf(text: string, root: Root, title: string | null): Turn[] {
  const openings = openingsOf(title ?? '')
  const turns: Turn[] = []
  for (const paragraph of paragraphsOf(root)) {
    const words = text.slice(paragraph.textStart, paragraph.end).trim()
    const verdict = (name: 'review' | 'arrangement'): SectionVerdict => ({
      class: name,
      evidence: words.slice(0, 12),
      own: true,
    })
    if (openings?.past.test(words)) turns.push({ at: paragraph.start, verdict: verdict('review'), year: null })
    else if (openings?.ahead.test(words))
      turns.push({ at: paragraph.start, verdict: verdict('arrangement'), year: openings.year })
    else if (PLAN_LINE.test(words)) turns.push({ at: paragraph.start, verdict: verdict('arrangement'), year: null })
  }
  return turns
}

/** Paragraphs that no number opens, in text order. */
function* paragraphsOf(node: Root | Section): Generator<Paragraph> {
  for (const child of node.children) {
    if (child.type === 'paragraph' && child.textStart === child.start && !opensSection(node, child)) yield child
    if (child.type === 'section') yield* paragraphsOf(child)
  }
}

const opensSection = (node: Root | Section, child: Block): boolean =>
  node.type === 'section' && child.start <= node.heading.start
