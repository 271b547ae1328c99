import { expect, test } from 'vitest'
import { en } from '../../src/cli/messages/en.ts'
import { zh } from '../../src/cli/messages/zh.ts'
import { run } from './run.ts'
import { stubPipeline } from './stub-pipeline.ts'

const taizhang = (argv: string[], env: Record<string, string> = {}) =>
  run(argv, { cwd: '/', env, pipeline: stubPipeline })
const chinese = /\p{Script=Han}/u

test.each([
  [['--help']],
  [['extract', '--help']],
  [['outline', '--help']],
  [['text', '--help']],
  [['help', 'extract']],
])('help is in Chinese, in English on demand: %j', async (argv) => {
  const help = await taizhang(argv)
  expect(help.status).toBe(0)
  expect(help.stderr).toBe('')
  expect(help.stdout).not.toMatch(/Usage|Options|Commands|Arguments|display help|output the version|Examples/)
  expect(help.stdout).toMatch(/用法:/)
  expect(help.stdout).toMatch(/示例:/)
  const english = await taizhang([...argv, '--lang', 'en'])
  expect(english.stdout).toMatch(/Usage:/)
  expect(english.stdout.replace(/今年|月底前/g, '')).not.toMatch(chinese)
  expect((await taizhang(argv, { TAIZHANG_LANG: 'en_US.UTF-8' })).stdout).toBe(english.stdout)
})

test('errors of the command line are in the language that was asked for', async () => {
  const usage = await taizhang(['extract', '--forse', 'x'])
  expect(usage).toMatchObject({ status: 2, stdout: '' })
  expect(usage.stderr).toBe('错误：没有 --forse 这个选项。是不是 --force？\n运行 taizhang --help 查看用法。\n')
  const english = await taizhang(['--lang=en', 'extract', '--forse', 'x'])
  expect(english.stderr).toBe(
    'error: There is no option --forse. Did you mean --force?\nRun taizhang --help to see how it is used.\n',
  )
})

test('every sentence about an error exists in both languages', () => {
  for (const table of ['input', 'register', 'system', 'warnings'] as const) {
    expect(Object.keys(en[table]).sort()).toEqual(Object.keys(zh[table]).sort())
  }
})
