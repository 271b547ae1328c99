import type { Responsibility } from '../recognise/department/index.ts'
import { findLabels } from '../structure/labels.ts'
import { TOPIC } from './openings.ts'
import type { Judged } from './select/selection.ts'

/** 此项工作由…牵头: speaks of what stands before it. */
const LOOKS_BACK =
  /(?:此|这|该|本|上述|以上|前述)(?:两|几|三)?(?:项|些|方面|块)?(?:的)?(?:工作|任务|内容|措施|事项|整改)/
/** 对应的牵头单位分别是甲、乙: names the bodies for what stands before it. */
const NAMES_BODIES = /(?:牵头|责任|主管|主办|负责)(?:单位|部门)?(?:分别)?[是为][^，,。]{2,60}[。；;]?\s*$/

/** 由甲和乙负责具体实施。 甲、乙负责组织。 */
const BY_WHOM =
  /^\s*(?:由[^，,。]{2,60}(?:牵头|负责|落实|承办)[^，,。]{0,6}|[^，,。；;要应须对将的]{2,40}负责(?:具体|组织|统筹)?(?:实施|落实|组织)?)[。；;]?\s*$/

/** 黄钟晖还强调，…; 最后要求…: somebody goes on to speak behind the last point of another. */
const SPEAKS_ON =
  /^\s*(?:[\u4e00-\u9fff]{2,10}(?:同志)?(?:还|又|最后(?:再次)?|再次)(?:强调|指出|要求)[，,]|最后(?:再次)?(?:要求|强调)(?=[\u4e00-\u9fff]{4}))/

/** 排查阶段从2月至3月，…; 6月为总结阶段，…: a stage that has its time. */
const STAGE =
  /^\s*(?:[\u4e00-\u9fff]{2,10}阶段(?:从|自|为|是|定在)?[（(]?(?:20\d\d年|今年|明年)?\d{1,2}月|(?:20\d\d年)?\d{1,2}月[^，,。；;]{0,14}(?:为|是)[^，,。；;]{2,10}阶段[，,])/

/** Bodies that name nobody in particular: being told to act, they open no task of their own. */
const GENERIC =
  /^(?:各?(?:有关|相关|职能|其他)(?:职能|各)?(?:部门|单位|方面)|各相关单位|各级|有关各方|各部门|各单位|各有关部门|各有关单位|企业|各企业|相关企业|单位)$/

/** A part of a unit that is a task of its own. */
export interface Part {
  sentences: Judged[]
  /** The note at the end of the part behind it is about this part as well. */
  noteAhead: boolean
}

/**
 * Cuts the sentences of a unit where the text gives parts of it to different bodies: behind a responsibility
 * statement (…由发改局牵头。), and before a sentence whose subject is a body of its own.
 *
 * @param responsibilities of the same text, offsets as those of the sentences
 */
export function splitByResponsibility(
  text: string,
  sentences: Judged[],
  responsibilities: readonly Responsibility[],
): Part[] {
  if (sentences.length < 2) return [{ sentences, noteAhead: false }]
  const chunks: { sentences: Judged[]; closed: boolean }[] = []
  let current: Judged[] = []
  const opensStage = (sentence: Judged): boolean => STAGE.test(text.slice(sentence.start, sentence.end))
  for (const sentence of sentences) {
    const last = current.at(-1)
    const words = text.slice(sentence.start, sentence.end)
    const closed = current.length === 0 ? chunks.at(-1) : undefined
    if (closed && statesOnly(words)) {
      closed.sentences.push(sentence)
      continue
    }
    if (
      last?.verdict.class === 'objective' &&
      /目标/.test(last.verdict.evidence) &&
      sentence.verdict.addressed &&
      !LOOKS_BACK.test(words.slice(0, 16))
    ) {
      chunks.push({ sentences: current, closed: false })
      current = []
    }
    if (
      (current.length > 1 && TOPIC.test(words)) ||
      (current.length > 0 && (SPEAKS_ON.test(words) || (opensStage(sentence) && current.some(opensStage))))
    ) {
      chunks.push({ sentences: current, closed: false })
      current = []
    }
    current.push(sentence)
    if (responsibilities.some((r) => inside(r, sentence) && closes(text, r, sentence))) {
      chunks.push({ sentences: current, closed: true })
      current = []
    }
  }
  // behind the note of the last task: from when the document holds and what its words mean
  const provision =
    chunks.length > 0 &&
    current[0]?.verdict.class === 'meta' &&
    current.every(({ verdict }) => verdict.class === 'meta' || verdict.class === 'plain')
  if (current.length > 0 && !provision) chunks.push({ sentences: current, closed: false })
  return chunks.flatMap((chunk) =>
    chunk.closed
      ? splitAmong(text, chunk.sentences, responsibilities).map((group, i, all) => ({
          sentences: group,
          noteAhead: i < all.length - 1,
        }))
      : splitBySubject(text, chunk.sentences, responsibilities).map((group) => ({
          sentences: group,
          noteAhead: false,
        })),
  )
}

/** 责任人：周涛。 完成时限：6月底。: says who or when of what stands before it, and nothing to do. */
function statesOnly(words: string): boolean {
  const field = findLabels(words.trim())[0]
  return (
    field?.start === 0 &&
    ['departments', 'people', 'deadline', 'start', 'remark', 'progress'].includes(field.meaning.field)
  )
}

const inside = (r: Responsibility, sentence: Judged): boolean => r.end > sentence.start && r.end <= sentence.end

/** A note in brackets at the end of a sentence, or a sentence that looks back, ends the part that it is about. */
function closes(text: string, r: Responsibility, sentence: Judged): boolean {
  if (r.departments.length === 0 && r.people.length === 0) return false
  if (r.form === 'note' || r.form === 'label') return /^[\s。；;，,、）)】\]]*$/.test(text.slice(r.end, sentence.end))
  if (r.form === 'subject' && !BY_WHOM.test(text.slice(sentence.start, sentence.end))) return false
  return (
    LOOKS_BACK.test(text.slice(Math.max(sentence.start, r.start - 16), r.end)) ||
    BY_WHOM.test(text.slice(sentence.start, sentence.end)) ||
    NAMES_BODIES.test(text.slice(sentence.start, sentence.end)) ||
    /(?:^|[，,])\s*由[^，,。]{2,60}(?:牵头|负责|落实|承办)[^，,。]{0,6}[。；;]?\s*$/.test(
      text.slice(sentence.start, sentence.end),
    )
  )
}

/** 其中，…: a part with a subject and a date of its own inside a unit that has one note at its end. */
function splitAmong(text: string, sentences: Judged[], responsibilities: readonly Responsibility[]): Judged[][] {
  const at = sentences.findIndex(
    (s, i) =>
      i > 0 &&
      /^其中[，,：:]/.test(text.slice(s.start, s.start + 3)) &&
      /月|年|日|季度/.test(text.slice(s.start, s.end)) &&
      responsibilities.some((r) => r.form === 'subject' && inside(r, s)),
  )
  return at < 0 ? [sentences] : [sentences.slice(0, at), sentences.slice(at)]
}

const LONG_HEADING = 45

function splitBySubject(text: string, sentences: Judged[], responsibilities: readonly Responsibility[]): Judged[][] {
  const opensAt: number[] = []
  let last = new Set<string>()
  let bodies = 0
  for (const [i, sentence] of sentences.entries()) {
    const names = namesIn(text, sentence, responsibilities)
    if (names.size === 0 || [...names].every((name) => last.has(name))) continue
    // 对减排缓慢的乡镇办，下达预警。被预警的乡镇办必须整改。: who was spoken of is now spoken to
    const told = text.slice(sentences[opensAt.at(-1) ?? i]?.start ?? sentence.start, sentence.start)
    if (opensAt.length > 0 && [...names].every((name) => spokenOf(told, name))) {
      last = names
      continue
    }
    opensAt.push(i)
    bodies = Math.max(bodies, names.size)
    last = names
  }
  const first = opensAt[0]
  if (first === undefined) return [sentences]
  // a heading that is a whole instruction counts as what stands before the first subject
  const lead = sentences
    .slice(0, first)
    .filter((s) => (!s.heading || s.end - s.start > LONG_HEADING) && !TOPIC.test(text.slice(s.start, s.end)))
  const leadAsks = lead.some(
    (s) =>
      (s.verdict.class === 'demand' && !/^需/.test(s.verdict.evidence)) ||
      s.verdict.class === 'imperative' ||
      s.verdict.class === 'objective',
  )
  if (opensAt.length === 1 && bodies < 2) return [sentences]
  const cuts = leadAsks ? opensAt : opensAt.slice(1)
  const groups: Judged[][] = []
  let from = 0
  for (const cut of cuts) {
    if (cut > from) groups.push(sentences.slice(from, cut))
    from = cut
  }
  groups.push(sentences.slice(from))
  return groups
}

/** 对…的甲，…: a clause is about the body, which is not told anything yet. */
function spokenOf(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/^[，,]/.test(text.slice(at + name.length))) continue
    if (/(?:^|[，,。；;])(?:对|对于|凡|凡是)[^，,。；;]*$/.test(text.slice(0, at).replace(/、/g, ''))) return true
  }
  return false
}

/** 已经投保的: a clause that picks out those whom a sentence begins with; 对…的 would make them its object. */
const WHICH_ONES = /^(?!对|把|将|凡|让|给)[^，,。；;：:]{4,24}的$/

function namesIn(text: string, sentence: Judged, responsibilities: readonly Responsibility[]): Set<string> {
  const names = new Set<string>()
  for (const r of responsibilities) {
    // 压实各镇的属地责任 is said to whoever has the task: the bodies stand in it, but are not told anything
    if ((r.form !== 'subject' && r.form !== 'sentence') || r.rule === 'duty-of') continue
    if (r.start < sentence.start || r.start >= sentence.end) continue
    // 由甲和乙负责具体实施。 speaks of what stands before it
    if (BY_WHOM.test(text.slice(sentence.start, sentence.end))) continue
    for (const d of r.departments) {
      if (d.role === 'support') continue
      // 去年确定的试点单位要…: which of them is told before the name
      const described = GENERIC.test(d.name) ? WHICH_ONES.exec(text.slice(sentence.start, d.start))?.[0] : ''
      if (described !== undefined) names.add(described + d.name)
    }
  }
  return names
}
