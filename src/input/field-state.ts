/** State of fields (PAGE, TOC, HYPERLINK …): they may span paragraphs, and lie in one another. */
export class FieldState {
  private readonly open: ('instruction' | 'result')[] = []
  private instructions = 0

  begin(): void {
    this.open.push('instruction')
    this.instructions++
  }

  separate(): void {
    if (this.open.at(-1) !== 'instruction') return
    this.open[this.open.length - 1] = 'result'
    this.instructions--
  }

  end(): void {
    if (this.open.pop() === 'instruction') this.instructions--
  }

  /** Whether text belongs to the instruction of a field, its own or that of one around it. */
  get inInstruction(): boolean {
    return this.instructions > 0
  }
}
