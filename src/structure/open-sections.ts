import { LevelStack } from './levels.ts'
import { type Enumerator, isFloating, type Scheme } from './schemes.ts'
import type { Section } from './tree.ts'

/** The sections that are open while the lines of a document are read. */
export class OpenSections {
  /** Outermost first. Points that a plain line has closed are gone from here; a later line may go on with their numbers. */
  private readonly sections: Section[] = []
  private readonly levels = new LevelStack()
  /** Those that hold labelled content. */
  private readonly labelled = new Set<Section>()

  get innermost(): Section | undefined {
    return this.sections.at(-1)
  }

  /** The level of the innermost section; 0 where none is open. */
  get depth(): number {
    return this.innermost?.level ?? 0
  }

  /** Last number of a scheme that may be gone on with, or null. */
  lastOrdinal(scheme: Scheme): number | null {
    return this.levels.lastOrdinal(scheme)
  }

  /** Closes what an enumerator ends. @returns its depth, from 1 */
  makeRoom(enumerator: Enumerator, lineStart: boolean, line: number, announced: boolean): number {
    // a plain line has closed the points before it: a list that begins there is none of theirs
    if (enumerator.ordinal === 1 && (isFloating(enumerator.scheme) || !lineStart)) this.levels.closeTo(this.depth)
    const level = this.levels.open(enumerator, lineStart, line, announced)
    this.closeSections(level - 1)
    return level
  }

  /** Opens the section that there was made room for. */
  push(section: Section): void {
    this.sections.push(section)
  }

  /** Notes that the innermost section has a label with text of its own. */
  markLabelled(): void {
    const { innermost } = this
    if (innermost) this.labelled.add(innermost)
  }

  /** Closes everything deeper than `depth`. */
  closeTo(depth: number): void {
    this.levels.closeTo(depth)
    this.closeSections(depth)
  }

  /** Points inside a paragraph end with it. */
  endParagraph(line: number): void {
    this.levels.endParagraph(line)
    this.closeSections(this.levels.depth)
  }

  /** A plain line after a point (一是…) is the text of the unit above, unless the point is nothing but a heading. */
  closePoints(): void {
    for (let top = this.innermost; top; top = this.innermost) {
      if (!isFloating(top.enumerator.scheme) || (top.bare && !top.inline)) return
      this.sections.pop()
    }
  }

  /** A plain line is no part of the list of one body. */
  closeBody(): void {
    const body = this.sections.find(({ enumerator }) => enumerator.scheme === 'body')
    if (body) this.closeTo(body.level - 1)
  }

  /** Closes all but the piece, where the file holds several documents. */
  closeToPiece(): void {
    this.closeTo(this.sections[0]?.enumerator.scheme === 'piece' ? 1 : 0)
  }

  /** Labels describe the section that has labelled content of its own. */
  closeToLabelled(): void {
    const described = this.sections.findLast((section) => this.labelled.has(section))
    if (described) this.closeTo(described.level)
  }

  /** By their levels: where a point was closed by a plain line, a section stands deeper than there are open ones. */
  private closeSections(depth: number): void {
    while (this.depth > depth) this.sections.pop()
  }
}
