import type { Candidate, DeadlineRefiner } from '../types.ts'

/** Of candidates that share characters the longest stays; of equally long ones the first parser's. */
export const dropOverlaps: DeadlineRefiner = (candidates) => {
  const byLength = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Candidate[] = []
  for (const candidate of byLength) {
    if (kept.every((other) => candidate.end <= other.start || candidate.start >= other.end)) kept.push(candidate)
  }
  return kept.sort((a, b) => a.start - b.start)
}
