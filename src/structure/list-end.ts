import type { Enumerator } from './schemes.ts'

/** A note in brackets is about the list, and what goes on without a subject of its own may be the last point's. */
const LONGEST_NOTE = 200
/** 责任人：赵刚。 餐饮科负责⑴项，办公室负责⑵项。 whose the points are. */
const WHOSE_LIST = /^\s*(?:[\u4e00-\u9fff]{2,8}[：:]|[^。]*(?:负责|牵头|配合)[^。]*。?\s*$)/
const BEHIND_LIST = /^\s*(?![（(【〔[要并且即如]|同时|其中|此外|通过|确保|努力|切实|真正)[^\s]/

/**
 * Where a list inside a paragraph ends: 一是…；二是…。各校要…: the points before the last are parted by ；, so that the
 * last ends as well where its sentence does.
 */
export function endOfList(text: string, all: readonly Enumerator[], end: number): number {
  const points = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ ordinal }) => ordinal === 1),
    ),
  )
  const last = points.at(-1)
  if (last === undefined || points.length < 2) return end
  const parted = points.every((point, i) => {
    const next = points[i + 1]
    return (
      point.scheme === last.scheme && (next === undefined || /^[^。]*[；;]\s*$/.test(text.slice(point.end, next.start)))
    )
  })
  const stop = parted ? text.indexOf('。', last.end) : -1
  if (stop < 0 || stop >= end - 1) return end
  const rest = text.slice(stop + 1, Math.min(end, stop + 1 + LONGEST_NOTE))
  return BEHIND_LIST.test(rest) && !WHOSE_LIST.test(rest) ? stop + 1 : end
}
