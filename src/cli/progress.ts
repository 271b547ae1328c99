import type { Context } from './context.ts'

const WIDTH = 24

/** A bar on the terminal while several files are read; nothing where errors go to a file or notices are not wanted. */
export class Progress {
  private finished = 0

  constructor(
    private readonly files: number,
    private readonly context: Context,
  ) {}

  /** A file is begun. */
  begin(path: string): void {
    const full = Math.round((this.finished / this.files) * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    this.show(`${bar} ${this.finished}/${this.files} ${path.length > 40 ? `…${path.slice(-39)}` : path}`)
  }

  /** A file is finished. */
  done(): void {
    this.finished++
  }

  end(): void {
    this.show('')
  }

  private show(line: string): void {
    if (this.files > 1) this.context.output.status(line)
  }
}
