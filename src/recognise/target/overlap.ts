import type { Candidate } from './candidate.ts'

const meets = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end
const isAbsolute = (candidate: Candidate): boolean => candidate.relation === 'all'

/**
 * One phrase, one target: an absolute gives way to a number in the same words (全部达到100%), a shorter
 * absolute to a longer. Numbers never exclude each other: each was read from its own place.
 */
export const dropOverlaps = (candidates: readonly Candidate[]): Candidate[] => {
  const kept: Candidate[] = candidates.filter((candidate) => !isAbsolute(candidate))
  const absolutes = candidates
    .filter(isAbsolute)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const absolute of absolutes) {
    if (!kept.some((other) => meets(other, absolute))) kept.push(absolute)
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}
