// How long the review page of 300 tasks takes to show, and a key to be followed, in a real browser.
// Alone: node bench/page.mjs; needs Debian's chromium.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root } from './corpus.mjs'

const EXECUTABLE = '/usr/bin/chromium'
const ROUNDS = 5
const KEYS = 20
const TASKS = 300

/** A speech of 300 tasks and some 50,000 characters. */
function longSpeech() {
  const bodies = ['市发展改革委', '市财政局', '市教育局', '市水利局', '市卫生健康委']
  const filler = '要强化统筹协调，压实工作责任，加强督促检查，严格考核问效，确保各项措施落到实处，'.repeat(3)
  const lines = ['在全市重点工作推进会上的讲话', '（2025年3月12日）']
  for (let i = 0; i < TASKS; i++) {
    if (i % 30 === 0) lines.push(`${'一二三四五六七八九十'.charAt(i / 30)}、抓好重点工作`)
    const [lead, support] = [bodies[i % bodies.length], bodies[(i + 2) % bodies.length]]
    lines.push(
      `${(i % 30) + 1}. 推进第${i + 1}号工程。${(i % 9) + 3}月底前完成${i + 20}公里管网改造，${filler}由${lead}牵头，${support}配合。`,
    )
  }
  return lines.join('\n')
}

if (!existsSync(EXECUTABLE)) {
  process.stderr.write(`No ${EXECUTABLE}: the page is not measured.\n`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
try {
  writeFileSync(join(folder, 'long.txt'), longSpeech())
  const page = join(folder, 'long.html')
  execFileSync(process.execPath, [
    join(root, 'bin/taizhang.js'),
    'review',
    join(folder, 'long.txt'),
    '-o',
    page,
    '--quiet',
  ])
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-gpu'] })
  const shown = []
  const followed = []
  for (let i = 0; i < ROUNDS; i++) {
    const tab = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await tab.goto(pathToFileURL(page).href)
    await tab.waitForSelector('.entry')
    shown.push(
      await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    )
    followed.push(
      await tab.evaluate(async (keys) => {
        const started = performance.now()
        for (let key = 0; key < keys; key++) {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
        return (performance.now() - started) / keys
      }, KEYS),
    )
    await tab.close()
  }
  await browser.close()
  const least = (values) => Math.min(...values).toFixed(0)
  process.stdout.write(`first picture of ${TASKS} tasks: ${least(shown)} ms, goal < 1000 ms\n`)
  process.stdout.write(`a key is followed in: ${least(followed)} ms, goal < 120 ms\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
