import { Chalk, type ChalkInstance } from 'chalk'

/** What the program has of the world: given from outside, so that it can run inside a test or another program. */
export interface CliIo {
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  stdin: NodeJS.ReadableStream
  /** Somebody would have to type what is read from stdin. */
  stdinIsTTY: boolean
  /** Width of the terminal that shows stdout; undefined where it goes to a file or another program. */
  columns?: number | undefined
  /** Which of the two show colours. */
  colours?: { stdout: boolean; stderr: boolean } | undefined
  /** Paths are relative to it. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
}

/** Data goes to stdout, everything else to stderr, both as UTF-8. */
export class Output {
  /** Colours for data; none unless stdout shows them. */
  readonly paint: ChalkInstance
  private readonly paintError: ChalkInstance
  private closed = false

  constructor(
    private readonly io: CliIo,
    /** Leave out notices; errors are always shown. */
    public quiet = false,
  ) {
    this.paint = new Chalk({ level: io.colours?.stdout ? 1 : 0 })
    this.paintError = new Chalk({ level: io.colours?.stderr ? 1 : 0 })
    // Without a listener, a reader that went away (… | head) would end the process with a stack trace.
    io.stdout.on('error', () => {})
    io.stderr.on('error', () => {})
  }

  /** Writes data; resolves once it is handed over. After the reader went away it is dropped: nobody wants it. */
  async data(text: string | Uint8Array): Promise<void> {
    if (this.closed || text.length === 0) return
    await new Promise<void>((resolve, reject) => {
      this.io.stdout.write(text, (error?: Error | null) => {
        if (!error) return resolve()
        if (!isBrokenPipe(error)) return reject(error)
        this.closed = true
        resolve()
      })
    })
  }

  /** A line that people may want to know. */
  notice(line: string): void {
    if (!this.quiet) this.io.stderr.write(`${line}\n`)
  }

  /** A report that was asked for: shown beside the data, even when notices are not. */
  report(text: string): void {
    this.io.stderr.write(text)
  }

  /** A line that people must know, with what it is: 错误. */
  error(line: string, label = ''): void {
    this.io.stderr.write(`${label === '' ? '' : this.paintError.red.bold(label)}${line}\n`)
  }
}

/** EPIPE; Windows says EOF. */
function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'EOF' || error.code === 'ERR_STREAM_DESTROYED')
}
