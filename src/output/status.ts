import type { Language } from '../register/language.ts'

/** What a status means for colours, counts and calendars. 办结 and 销号 are two things, but both are done. */
export type StatusClass = 'waiting' | 'active' | 'done' | 'ongoing' | 'stopped'

interface Status {
  zh: string
  en: string
  means: StatusClass
  /** Offered in the list of a cell; the others are words that offices use as well. */
  offered: boolean
}

const statuses: readonly Status[] = [
  { zh: '未启动', en: 'Not started', means: 'waiting', offered: true },
  { zh: '推进中', en: 'In progress', means: 'active', offered: true },
  { zh: '已完成', en: 'Done', means: 'done', offered: true },
  { zh: '已销号', en: 'Cleared', means: 'done', offered: true },
  { zh: '长期坚持', en: 'Ongoing', means: 'ongoing', offered: true },
  { zh: '中止', en: 'Stopped', means: 'stopped', offered: true },
  { zh: '已办结', en: 'Closed', means: 'done', offered: false },
  { zh: '办结', en: 'Completed', means: 'done', offered: false },
  { zh: '完成', en: 'Finished', means: 'done', offered: false },
  { zh: '销号', en: 'Checked off', means: 'done', offered: false },
]

/** The statuses to choose from. */
export function offeredStatuses(language: Language): string[] {
  return statuses.flatMap((status) => (status.offered ? [status[language]] : []))
}

/** Every word, of both languages, that means one of these. */
export function statusesThatMean(...classes: readonly StatusClass[]): string[] {
  return statuses.flatMap(({ zh, en, means }) => (classes.includes(means) ? [zh, en] : []))
}

/** What a status that somebody wrote means; nothing where it is none of ours. */
export function classOfStatus(text: string | undefined): StatusClass | undefined {
  const wanted = (text ?? '').trim().toLowerCase()
  return statuses.find(({ zh, en }) => zh === wanted || en.toLowerCase() === wanted)?.means
}
