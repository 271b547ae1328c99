import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Run, run } from './run.ts'

/** docs/exit-status.md says for each case what the status is; this is the same table, run. */
interface Case {
  name: string
  argv: string[]
  status: 0 | 1 | 2
  /** What stderr says. */
  says?: RegExp
  /** Whether data comes on stdout. */
  data: boolean
  stdin?: string | Buffer
}

const speech =
  '在全市生态环境工作会议上的讲话\n\n（2025年3月1日）\n\n一、重点工作\n\n（一）推进清洁取暖。由市发改委牵头，市住建局配合，2025年12月底前完成5万户。\n'

const cases: Case[] = [
  { name: 'help', argv: ['--help'], status: 0, data: true },
  { name: 'help of a command', argv: ['extract', '--help'], status: 0, data: true },
  { name: 'version', argv: ['--version'], status: 0, data: true },
  { name: 'a ledger', argv: ['extract', '讲话.txt'], status: 0, data: true, says: /任务 1 项/ },
  { name: 'no task found', argv: ['extract', '通知.txt'], status: 0, data: true, says: /没有找到任务/ },
  { name: 'standard input', argv: ['extract', '-'], stdin: speech, status: 0, data: true },
  {
    name: 'standard input from Windows',
    argv: ['extract', '-'],
    stdin: speech.replaceAll('\n', '\r\n'),
    status: 0,
    data: true,
    says: /任务 1 项/,
  },
  {
    name: 'written to a file',
    argv: ['extract', '讲话.txt', '-o', '新.csv'],
    status: 0,
    data: false,
    says: /已写入 新\.csv/,
  },
  { name: 'written to a folder', argv: ['extract', '讲话.txt', '通知.txt', '-o', '台账/'], status: 0, data: false },
  { name: 'overwritten on demand', argv: ['extract', '讲话.txt', '-o', '旧.yaml', '--force'], status: 0, data: false },
  { name: 'outline', argv: ['outline', '讲话.txt'], status: 0, data: true },
  { name: 'outline without headings', argv: ['outline', '通知.txt'], status: 0, data: false, says: /没有找到标题/ },
  { name: 'text', argv: ['text', '讲话.txt', '--clean'], status: 0, data: true },
  { name: 'no command', argv: [], status: 2, data: false, says: /用法:/ },
  {
    name: 'unknown command',
    argv: ['extrakt', '讲话.txt'],
    status: 2,
    data: false,
    says: /没有“extrakt”这个命令。是不是 extract？/,
  },
  {
    name: 'unknown option',
    argv: ['extract', '讲话.txt', '--forc'],
    status: 2,
    data: false,
    says: /没有 --forc 这个选项/,
  },
  {
    name: 'option without a value',
    argv: ['extract', '讲话.txt', '-o'],
    status: 2,
    data: false,
    says: /--output 后面要写上值/,
  },
  { name: 'no file given', argv: ['extract'], status: 2, data: false, says: /没有给出文件/ },
  { name: 'too many files', argv: ['text', '讲话.txt', '通知.txt'], status: 2, data: false, says: /一次只读一个/ },
  {
    name: 'unknown format',
    argv: ['extract', '讲话.txt', '-f', 'xls'],
    status: 2,
    data: false,
    says: /没有“xls”这种格式/,
  },
  {
    name: 'unknown format of outline',
    argv: ['outline', '讲话.txt', '-f', 'yaml'],
    status: 2,
    data: false,
    says: /可用：text、json/,
  },
  {
    name: 'an extension that tells no format',
    argv: ['extract', '讲话.txt', '-o', 'a.doc'],
    status: 2,
    data: false,
    says: /请加上 -f/,
  },
  {
    name: 'no such day',
    argv: ['extract', '讲话.txt', '--date', '2025-02-30'],
    status: 2,
    data: false,
    says: /--date/,
  },
  {
    name: 'no such number of threads',
    argv: ['extract', '讲话.txt', '--jobs', '0'],
    status: 2,
    data: false,
    says: /--jobs/,
  },
  { name: 'no such year', argv: ['extract', '讲话.txt', '--year', '25'], status: 2, data: false, says: /--year/ },
  {
    name: 'unknown granularity',
    argv: ['extract', '讲话.txt', '--granularity', 'word'],
    status: 2,
    data: false,
    says: /item 或 sentence/,
  },
  {
    name: 'unknown language',
    argv: ['extract', '讲话.txt', '--lang', 'fr'],
    status: 2,
    data: false,
    says: /--lang 只能是 zh 或 en/,
  },
  {
    name: 'unknown column',
    argv: ['extract', '讲话.txt', '-f', 'csv', '--columns', '天气'],
    status: 2,
    data: false,
    says: /没有“天气”这一列/,
  },
  {
    name: 'columns for what has none',
    argv: ['extract', '讲话.txt', '--columns', '督办'],
    status: 2,
    data: false,
    says: /--columns 只用于 csv/,
  },
  {
    name: 'an output that exists',
    argv: ['extract', '讲话.txt', '-o', '旧.yaml'],
    status: 2,
    data: false,
    says: /已经存在/,
  },
  {
    name: 'an output that is an input',
    argv: ['extract', '讲话.txt', '-o', '讲话.txt', '-f', 'csv', '--force'],
    status: 2,
    data: false,
    says: /是输入文件/,
  },
  {
    name: 'no folder for the output',
    argv: ['extract', '讲话.txt', '-o', '没有/新.csv'],
    status: 2,
    data: false,
    says: /请先新建/,
  },
  {
    name: 'missing file',
    argv: ['extract', '没有.txt'],
    status: 2,
    data: false,
    says: /错误：没有\.txt：没有这个文件/,
  },
  { name: 'directory', argv: ['text', '.'], status: 2, data: false, says: /这是目录/ },
  { name: 'empty file', argv: ['extract', '空.txt'], status: 2, data: false, says: /没有文字/ },
  { name: 'empty standard input', argv: ['extract', '-'], status: 2, data: false, says: /标准输入：文件里没有文字/ },
  { name: 'binary rubbish', argv: ['outline', '乱.txt'], status: 2, data: false, says: /不是文本文件/ },
  {
    name: 'a damaged document',
    argv: ['extract', '报告.docx'],
    status: 2,
    data: false,
    says: /报告\.docx：文件已损坏或不完整/,
  },
  {
    name: 'unknown encoding',
    argv: ['extract', '讲话.txt', '--encoding', 'utf-9'],
    status: 2,
    data: false,
    says: /没有“utf-9”这种编码/,
  },
  {
    name: 'wrong encoding',
    argv: ['extract', '国标.txt', '--encoding', 'utf-8'],
    status: 2,
    data: false,
    says: /不是 utf-8 编码的/,
  },
  {
    name: 'one bad file of several',
    argv: ['extract', '没有.txt', '讲话.txt'],
    status: 2,
    data: true,
    says: /另有 1 份没有处理/,
  },
  // check
  { name: 'check finds nothing', argv: ['check', '好.txt'], status: 0, data: false, says: /没有发现问题/ },
  { name: 'check finds an error', argv: ['check', '病.txt'], status: 1, data: true, says: /错误 1/ },
  { name: 'a warning fails nothing', argv: ['check', '警.txt'], status: 0, data: true, says: /警告 1/ },
  {
    name: 'a warning with --fail-on warning',
    argv: ['check', '警.txt', '--fail-on', 'warning'],
    status: 1,
    data: true,
  },
  { name: 'more warnings than allowed', argv: ['check', '警.txt', '--max-warnings', '0'], status: 1, data: true },
  { name: 'as many warnings as allowed', argv: ['check', '警.txt', '--max-warnings', '1'], status: 0, data: true },
  { name: 'a rule switched off', argv: ['check', '病.txt', '--rule', 'placeholder=off'], status: 0, data: false },
  {
    name: 'a rule made an error',
    argv: ['check', '警.txt', '--rule', 'halfwidth-punctuation=error'],
    status: 1,
    data: true,
  },
  { name: 'check from standard input', argv: ['check', '-'], stdin: '由XX局负责。\n', status: 1, data: true },
  {
    name: '-o does not change the status',
    argv: ['check', '病.txt', '-f', 'json', '-o', '新.json'],
    status: 1,
    data: false,
    says: /已写入 新\.json/,
  },
  { name: 'a report without findings', argv: ['check', '好.txt', '-f', 'sarif'], status: 0, data: true },
  {
    name: 'a baseline written',
    argv: ['check', '病.txt', '--baseline', '新清单.json', '--write-baseline'],
    status: 0,
    data: false,
    says: /写入 新清单\.json/,
  },
  {
    name: 'known findings',
    argv: ['check', '病.txt', '--baseline', '清单.json'],
    status: 0,
    data: false,
    says: /已知的问题 1 个/,
  },
  {
    name: 'mended',
    argv: ['check', '警.txt', '--fix', '--fail-on', 'warning'],
    status: 0,
    data: false,
    says: /改正 1 处/,
  },
  {
    name: 'not mended, only shown',
    argv: ['check', '警.txt', '--fix', '--dry-run', '--fail-on', 'warning'],
    status: 1,
    data: true,
  },
  { name: 'all rules', argv: ['check', '--list-rules'], status: 0, data: true },
  { name: 'one rule', argv: ['check', '--explain', 'number-gap'], status: 0, data: true },
  { name: 'settings of a check', argv: ['check', '--print-config'], status: 0, data: true },
  { name: 'a configuration that is strict', argv: ['check', '警.txt', '--config', '严.yaml'], status: 1, data: true },
  {
    name: 'a configuration with an unknown key',
    argv: ['check', '好.txt', '--config', '坏.yaml'],
    status: 2,
    data: false,
    says: /坏\.yaml 第 2 行.*check\.rulez/,
  },
  {
    name: 'no such configuration',
    argv: ['check', '好.txt', '--config', '没有.yaml'],
    status: 2,
    data: false,
    says: /没有配置文件/,
  },
  { name: 'nothing to check', argv: ['check'], status: 2, data: false, says: /没有给出文件/ },
  {
    name: 'unknown report format',
    argv: ['check', '好.txt', '-f', 'html'],
    status: 2,
    data: false,
    says: /没有“html”/,
  },
  {
    name: 'unknown rule',
    argv: ['check', '好.txt', '--rule', 'gap=off'],
    status: 2,
    data: false,
    says: /是不是 number-gap/,
  },
  {
    name: 'unknown level',
    argv: ['check', '好.txt', '--rule', 'number-gap=loud'],
    status: 2,
    data: false,
    says: /规则=级别/,
  },
  {
    name: 'a rule to explain that is unknown',
    argv: ['check', '--explain', 'nonsense'],
    status: 2,
    data: false,
    says: /没有“nonsense”/,
  },
  {
    name: 'unknown severity',
    argv: ['check', '好.txt', '--fail-on', 'never'],
    status: 2,
    data: false,
    says: /--fail-on/,
  },
  {
    name: 'no number of warnings',
    argv: ['check', '好.txt', '--max-warnings', '-1'],
    status: 2,
    data: false,
    says: /--max-warnings/,
  },
  {
    name: 'unknown profile',
    argv: ['check', '好.txt', '--profile', 'poem'],
    status: 2,
    data: false,
    says: /--profile/,
  },
  {
    name: 'no such today',
    argv: ['check', '好.txt', '--today', '2025-02-30'],
    status: 2,
    data: false,
    says: /--today/,
  },
  { name: '--dry-run without --fix', argv: ['check', '警.txt', '--dry-run'], status: 2, data: false, says: /--fix/ },
  {
    name: '--fix of standard input',
    argv: ['check', '-', '--fix'],
    stdin: '好,坏。',
    status: 2,
    data: false,
    says: /标准输入不能改正/,
  },
  {
    name: '--write-baseline without a file',
    argv: ['check', '病.txt', '--write-baseline'],
    status: 2,
    data: false,
    says: /--baseline/,
  },
  {
    name: 'no baseline',
    argv: ['check', '病.txt', '--baseline', '旧.yaml'],
    status: 2,
    data: false,
    says: /不是问题清单/,
  },
  {
    name: 'a report over a file that is there',
    argv: ['check', '病.txt', '-o', '旧.yaml'],
    status: 2,
    data: false,
    says: /已经存在/,
  },
  {
    name: 'a report over its input',
    argv: ['check', '病.txt', '-o', '病.txt', '--force'],
    status: 2,
    data: false,
    says: /是输入文件/,
  },
  {
    name: 'a missing file beside a sick one',
    argv: ['check', '没有.txt', '病.txt'],
    status: 2,
    data: true,
    says: /没有这个文件/,
  },
]

const knownFindings = JSON.stringify({
  schema: 'taizhang-baseline/1',
  files: { '病.txt': [{ rule: 'placeholder', text: '由XX局负责。', count: 1 }] },
})

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-'))
  await writeFile(join(cwd, '讲话.txt'), speech)
  await writeFile(join(cwd, '通知.txt'), '天气很好。\n')
  await writeFile(join(cwd, '空.txt'), '')
  await writeFile(join(cwd, '好.txt'), '一、任务\n抓好生产，抓好销售。\n二、保障\n加强领导。\n')
  await writeFile(join(cwd, '病.txt'), '由XX局负责。\n')
  await writeFile(join(cwd, '警.txt'), '抓好生产,抓好销售。\n')
  await writeFile(join(cwd, '严.yaml'), 'check:\n  failOn: warning\n')
  await writeFile(join(cwd, '坏.yaml'), 'check:\n  rulez: {}\n')
  await writeFile(join(cwd, '清单.json'), knownFindings)
  await writeFile(join(cwd, '旧.yaml'), '人工填写\n')
  await writeFile(
    join(cwd, '乱.txt'),
    Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 89 + (index >> 3)) % 256)),
  )
  await writeFile(join(cwd, '报告.docx'), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
  await writeFile(join(cwd, '国标.txt'), Buffer.from([0xcd, 0xc6, 0xbd, 0xf8, 0xc7, 0xe5, 0xbd, 0xe0]))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Another one, installed from the package, may be named. */
const bin = process.env.TAIZHANG_BIN ?? join(root, 'bin/taizhang.js')

function spawned(argv: readonly string[], stdin: string | Buffer = ''): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, TAIZHANG_LANG: 'zh', TAIZHANG_DEBUG: '' }
    const child = execFile(process.execPath, [bin, ...argv], { cwd, env }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin)
  })
}

async function check(
  { argv, status, says, data, stdin }: Case,
  execute: (argv: string[], stdin?: string | Buffer) => Promise<Run>,
): Promise<void> {
  const before = await readFile(join(cwd, '旧.yaml'), 'utf8')
  const result = await execute(argv, stdin)
  expect(result.stderr).toMatch(says ?? /^/)
  expect(result.status).toBe(status)
  expect(result.stdout !== '').toBe(data)
  if (status === 2) {
    expect(result.stderr).not.toMatch(/^\s+at /m)
    expect(await readFile(join(cwd, '旧.yaml'), 'utf8')).toBe(before)
  }
  expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([])
}

describe('main()', () => {
  test.each(cases)('$name: $status', async (one) => {
    await check(one, (argv, stdin) => run(argv, { cwd, ...(stdin === undefined ? {} : { stdin }) }))
  })
})

describe('the program', () => {
  beforeAll(() => {
    if (isStale()) execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'pipe' })
  }, 120_000)

  test.each(cases)('$name: $status', async (one) => {
    await check(one, spawned)
  })

  test('a reader that goes away (| head) is no error', async () => {
    const { status, stderr } = await new Promise<Run>((resolve) => {
      const line = `"${process.execPath}" "${bin}" extract 讲话.txt -f json --quiet | head -c 10 > /dev/null; echo "\${PIPESTATUS[0]}"`
      execFile('bash', ['-c', line], { cwd }, (_error, stdout, stderr) =>
        resolve({ status: Number(stdout), stdout, stderr }),
      )
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})

/** Whether the bundle is missing or older than what it is made of. */
function isStale(): boolean {
  const bundle = join(root, 'dist/cli.cjs')
  if (!existsSync(bundle)) return true
  const built = statSync(bundle).mtimeMs
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  return sources.some((entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > built)
}
