/**
 * Warnings of pdf.js behind which text is missing or wrong: a stream or a table of characters that breaks off, a font
 * that is not there, commands that are none.
 */
const LOST =
  /in flate stream|^Warning: Font ".*" is not available|loadFont - .*failed|Invalid cMap data|XRef entry|Command token too long|Unterminated string|Filter ".*" is not supported|getHexString/
/** Those behind which it may be: much of this does no harm. */
const DOUBTFUL = /Indexing all PDF objects|Unknown command|Skipping command/

/** What pdf.js passed over, sorted by what it does to the text. */
export const sortLosses = (warnings: readonly string[]): { lost: string[]; doubtful: string[] } => {
  const lost = warnings.filter((warning) => LOST.test(warning))
  return { lost, doubtful: warnings.filter((warning) => DOUBTFUL.test(warning)) }
}
