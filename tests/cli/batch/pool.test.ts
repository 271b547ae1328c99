import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { ThreadPool } from '../../../src/cli/batch/pool.ts'
import type { Thread } from '../../../src/cli/batch/thread.ts'

/** Answers with its own number; dies of 坏 as of too little memory. */
class FakeThread extends EventEmitter implements Thread {
  ended = false

  constructor(private readonly number: number) {
    super()
  }

  postMessage(path: string): void {
    setImmediate(() => {
      if (path !== '坏') {
        this.emit('message', { ledgers: [], failed: 0, said: `${this.number} ${path}` })
        return
      }
      this.emit('error', new Error('out of memory'))
      this.emit('exit', 1)
    })
  }

  async terminate(): Promise<void> {
    this.ended = true
  }
}

const poolOf = (size: number) => {
  const threads: FakeThread[] = []
  const begun: string[] = []
  const start = (): Thread => {
    const thread = new FakeThread(threads.length + 1)
    threads.push(thread)
    return thread
  }
  return { threads, begun, pool: new ThreadPool(start, size, (path) => begun.push(path)) }
}

test('threads take the inputs in turn, never more at a time than there are to be', async () => {
  const { pool, threads, begun } = poolOf(2)
  const answers = await Promise.all(['甲', '乙', '丙', '丁', '戊'].map((path) => pool.run(path)))
  expect(threads).toHaveLength(2)
  expect(begun).toEqual(['甲', '乙', '丙', '丁', '戊'])
  expect(answers.map((answer) => ('said' in answer ? answer.said.slice(2) : '?'))).toEqual(begun)
  await pool.close()
  expect(threads.every(({ ended }) => ended)).toBe(true)
})

test('no more threads are started than there are inputs', async () => {
  const { pool, threads } = poolOf(8)
  await pool.run('甲')
  await pool.run('乙')
  expect(threads).toHaveLength(1)
})

test('a thread that dies takes its own input with it, and no other', async () => {
  const { pool, threads } = poolOf(1)
  const answers = await Promise.all(['甲', '坏', '乙', '坏', '丙'].map((path) => pool.run(path)))
  expect(answers.map((answer) => ('said' in answer ? answer.said : String(answer.error)))).toEqual([
    '1 甲',
    'Error: out of memory',
    '2 乙',
    'Error: out of memory',
    '3 丙',
  ])
  expect(threads).toHaveLength(3)
})
