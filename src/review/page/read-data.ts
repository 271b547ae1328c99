import { type ReviewData, reviewFormat } from '../data.ts'

/** The data of the page: written by this very version of the program, so only the mark on it is looked at. */
export function readData(): ReviewData | null {
  const text = document.getElementById('review-data')?.textContent?.trim() ?? ''
  if (text === '') return null
  const value: unknown = JSON.parse(text)
  return isReviewData(value) ? value : null
}

const isReviewData = (value: unknown): value is ReviewData =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === reviewFormat
