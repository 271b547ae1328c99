/** What a section can be about, as the words of its heading tell; a user's own words may name any of these. */
export const SECTION_CLASSES = [
  'arrangement',
  'objective',
  'review',
  'situation',
  'problem',
  'guidance',
  'significance',
  'appeal',
  'background',
  'people',
] as const

/** `open`: nothing tells. */
export type SectionClass = (typeof SECTION_CLASSES)[number] | 'open'
