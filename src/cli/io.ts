import { Chalk, type ChalkInstance } from 'chalk'
import type { Thread, ThreadSettings } from './batch/thread.ts'

/** What the program has of the world: given from outside, so that it can run inside a test or another program. */
export interface CliIo {
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  stdin: NodeJS.ReadableStream
  /** Somebody would have to type what is read from stdin. */
  stdinIsTTY: boolean
  /** Width of the terminal that shows stdout; undefined where it goes to a file or another program. */
  columns?: number | undefined
  /** Somebody watches stderr as it is written. */
  stderrIsTTY?: boolean | undefined
  /** Which of the two show colours. */
  colours?: { stdout: boolean; stderr: boolean } | undefined
  /** Paths are relative to it. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Starts a thread that runs `serve`; undefined where there are none, and everything is done one after the other. */
  startThread?: ((settings: ThreadSettings) => Thread) | undefined
}

/** To the start of the line, and away with it. */
const CLEAR = '\r\u001b[2K'

/** Data goes to stdout, everything else to stderr, both as UTF-8. */
export class Output {
  /** Colours for data; none unless stdout shows them. */
  readonly paint: ChalkInstance
  private readonly paintError: ChalkInstance
  private closed = false
  private shownStatus = ''

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
    if (!this.quiet) this.above(`${line}\n`)
  }

  /** What is being done, on the last line of the terminal; '' takes it away. Nobody else sees it. */
  status(line: string): void {
    if (this.quiet || this.io.stderrIsTTY !== true) return
    this.io.stderr.write(line === '' ? CLEAR : `${CLEAR}${line}`)
    this.shownStatus = line
  }

  /** Writes whole lines to stderr, above the status. */
  private above(text: string): void {
    this.io.stderr.write(this.shownStatus === '' ? text : `${CLEAR}${text}${this.shownStatus}`)
  }

  /** A report that was asked for: shown beside the data, even when notices are not. */
  report(text: string): void {
    this.above(text)
  }

  /** A line that people must know, with what it is: 错误. */
  error(line: string, label = ''): void {
    this.above(`${label === '' ? '' : this.paintError.red.bold(label)}${line}\n`)
  }
}

/** EPIPE; Windows says EOF. */
function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'EOF' || error.code === 'ERR_STREAM_DESTROYED')
}
