import type { Context } from './context.ts'

const WIDTH = 24

/** A bar on the terminal while several files are read; nothing where errors go to a file or notices are not wanted. */
export class Progress {
  private done = 0

  constructor(
    private readonly files: number,
    private readonly context: Context,
  ) {}

  /** The next file begins. */
  step(path: string): void {
    const full = Math.round((this.done / this.files) * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    this.show(`${bar} ${this.done}/${this.files} ${path.length > 40 ? `…${path.slice(-39)}` : path}`)
    this.done++
  }

  end(): void {
    this.show('')
  }

  private show(line: string): void {
    if (this.files > 1) this.context.output.status(line)
  }
}
