import type { Candidate, DeadlineRefiner } from '../types.ts'

/** Of candidates that share characters the longest stays; of equally long ones the first parser's. */
export const dropOverlaps: DeadlineRefiner = (candidates) => {
  const byLength = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Candidate[] = []
  /** Characters by their places: candidates are short, but there may be as many as words. */
  const taken = new Set<number>()
  for (const candidate of byLength) {
    const places = Array.from({ length: candidate.end - candidate.start }, (_, i) => candidate.start + i)
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    kept.push(candidate)
  }
  return kept.sort((a, b) => a.start - b.start)
}
