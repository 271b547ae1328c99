import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md']

interface Block {
  line: number
  language: string
  text: string
}

/** Fenced code blocks. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    text: match[2] ?? '',
  }))
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')

/** Runs node in the room that a reader of the page would be in. */
function node(args: readonly string[], input = ''): { status: number | null; shown: string } {
  const { TAIZHANG_LANG: _language, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, input, encoding: 'utf8' })
  return { status, shown: stdout + stderr }
}

/** Whether `lines` are what is quoted; a line `…` stands for any lines left out. */
function expectQuoted(quoted: readonly string[], lines: readonly string[]): void {
  let at = 0
  let open = false
  for (const line of quoted) {
    if (line === '…') {
      open = true
      continue
    }
    const found = open ? lines.indexOf(line, at) : at
    expect(lines[found], `line ${at + 1} of the output`).toBe(line)
    at = found + 1
    open = false
  }
  if (!open) expect(lines.slice(at)).toEqual([])
}

describe.each(pages)('%s', (page) => {
  const markdown = readFileSync(join(root, page), 'utf8')
  const blocks = blocksOf(markdown)

  for (const { line, text } of blocks.filter(({ language }) => language === 'console')) {
    it(`line ${line}: prints what is quoted`, () => {
      const [command = '', ...quoted] = linesOf(text)
      expect(command).toMatch(/^\$ node [\w/.-]+/)
      const { status, shown } = node(command.split(' ').slice(2))
      expect(status).toBe(0)
      expectQuoted(quoted, linesOf(shown))
    })
  }

  for (const { line, text } of blocks.filter(({ language }) => language === 'js')) {
    it(`line ${line}: the program runs`, () => {
      const { status, shown } = node(['--input-type=module'], text)
      expect({ status, shown }).toMatchObject({ status: 0 })
      // What a comment behind console.log announces.
      const announced = [...text.matchAll(/^console\.log\(.*\) \/\/ (.+)$/gm)].map((match) => match[1] ?? '')
      for (const value of announced) expect(linesOf(shown)).toContain(value)
    })
  }

  it('links to files that exist', () => {
    const targets = [...markdown.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
  })
})

describe('both languages', () => {
  const [english = [], chinese = []] = ['README.md', 'README.zh-CN.md'].map((page) =>
    blocksOf(readFileSync(join(root, page), 'utf8')),
  )
  const commands = (blocks: readonly Block[]) => blocks.filter(({ language }) => language === 'sh').slice(0, 2)

  it('name the same two commands, and npm runs the second', () => {
    const texts = commands(english).map(({ text }) => text)
    expect(commands(chinese).map(({ text }) => text)).toEqual(texts)
    expect(texts).toEqual([
      'npm ci && node bin/taizhang.js extract fixtures/documents/example-speech.txt\n',
      'npm ci && npm test\n',
    ])
  })

  it('first command ends with a ledger', () => {
    const [, ...args] = (commands(english)[0]?.text ?? '').trim().split(' && ')[1]?.split(' ') ?? []
    const { status, shown } = node(args)
    expect(status).toBe(0)
    expect(shown).toContain('任务: 加快园区建设')
  })
})
