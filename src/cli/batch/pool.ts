import { isThreadAnswer, type Thread, type ThreadAnswer } from './thread.ts'

/** A thread that ended before it answered: out of memory, or by a fault of the program. */
export interface ThreadFailure {
  error: unknown
}

interface Question {
  path: string
  answer(value: ThreadAnswer | ThreadFailure): void
}

/** Threads that share the inputs between them: who is done takes the next. */
export class ThreadPool {
  private readonly waiting: Question[] = []
  private readonly idle: Thread[] = []
  private readonly all = new Set<Thread>()

  /**
   * @param start makes a thread
   * @param size most threads at a time
   * @param begins told of each input as a thread takes it
   */
  constructor(
    private readonly start: () => Thread,
    private readonly size: number,
    private readonly begins: (path: string) => void,
  ) {}

  /** Has a thread work on an input. It never rejects. */
  run(path: string): Promise<ThreadAnswer | ThreadFailure> {
    return new Promise((answer) => {
      this.waiting.push({ path, answer })
      this.hand()
    })
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    const ended = [...this.all].map((thread) => thread.terminate())
    this.all.clear()
    await Promise.all(ended)
  }

  private hand(): void {
    if (this.waiting.length === 0) return
    const thread = this.idle.pop() ?? (this.all.size < this.size ? this.startOne() : undefined)
    const question = thread && this.waiting.shift()
    if (!question) return
    this.ask(thread, question)
  }

  private startOne(): Thread {
    const thread = this.start()
    this.all.add(thread)
    return thread
  }

  private ask(thread: Thread, { path, answer }: Question): void {
    this.begins(path)
    let fault: unknown
    thread.removeAllListeners()
    thread.on('message', (message) => {
      if (!isThreadAnswer(message)) return
      this.idle.push(thread)
      answer(message)
      this.hand()
    })
    thread.on('error', (error) => {
      fault = error
    })
    thread.on('exit', () => {
      // What is left is done by another thread.
      this.all.delete(thread)
      this.idle.splice(0, this.idle.length, ...this.idle.filter((other) => other !== thread))
      answer({ error: fault ?? new Error('the thread ended') })
      this.hand()
    })
    thread.postMessage(path)
  }
}
