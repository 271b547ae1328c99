import type { Extraction } from '../pipeline/extract.ts'
import type { Language } from '../register/language.ts'
import { mergeRegisters } from '../register/merge.ts'
import { pageAssets } from './assets.ts'
import { reviewSource } from './build.ts'
import { type ReviewData, reviewFormat } from './data.ts'
import { pageHtml } from './html.ts'
import { pageMessages } from './messages/index.ts'

/** What the page needs of an extraction. */
export type Reviewed = Pick<Extraction, 'register' | 'view' | 'tree' | 'trace'>

/** The data of a review page for one or several documents. */
export function reviewData(extractions: readonly [Reviewed, ...Reviewed[]], language: Language): ReviewData {
  const [first, ...others] = extractions
  const register = mergeRegisters([first.register, ...others.map((one) => one.register)])
  const sources = extractions.map((one, i) => reviewSource(one, register.documents[i]?.id ?? ''))
  return { format: reviewFormat, language, register, sources }
}

/** The review page: one HTML file. */
export async function reviewPage(extractions: readonly [Reviewed, ...Reviewed[]], language: Language): Promise<string> {
  const data = reviewData(extractions, language)
  const t = pageMessages(language)
  const [document] = data.register.documents
  const title = t.pageTitle(document?.title ?? data.sources[0]?.name ?? t.untitled)
  return pageHtml({ language, title, data, ...(await pageAssets('page')) })
}

/** The page that extracts in the browser: one HTML file. */
export async function appPage(language: Language): Promise<string> {
  return pageHtml({ language, title: pageMessages(language).app.title, ...(await pageAssets('app')) })
}
