import { describe, expect, it } from 'vitest'
import { benchOfBlock, extractText, hasBrowser, pageOf } from './browser.ts'

/** A speech of 300 tasks and some 55,000 characters. */
function longSpeech(): string {
  const bodies = ['市发展改革委', '市财政局', '市教育局', '市水利局', '市卫生健康委']
  const body = (i: number): string => bodies[i % bodies.length] ?? ''
  const filler = '要强化统筹协调，压实工作责任，加强督促检查，严格考核问效，确保各项措施落到实处，'.repeat(3)
  const lines = ['在全市重点工作推进会上的讲话', '（2025年3月12日）']
  for (let i = 0; i < 300; i++) {
    if (i % 30 === 0) lines.push(`${'一二三四五六七八九十'.charAt(i / 30)}、抓好重点工作`)
    lines.push(
      `${(i % 30) + 1}. 推进第${i + 1}号工程。${(i % 9) + 3}月底前完成${i + 20}公里管网改造，${filler}由${body(i)}牵头，${body(i + 2)}配合。`,
    )
  }
  return lines.join('\n')
}

describe.runIf(hasBrowser)('a long ledger', () => {
  const bench = benchOfBlock()

  // bench/page.mjs measures
  it('opens and follows the keyboard', async () => {
    const extraction = await extractText(longSpeech())
    expect(extraction.register.tasks.length).toBe(300)
    expect(extraction.view.original.length).toBeGreaterThan(45_000)
    bench.write('long.html', await pageOf(bench, [extraction]))
    const page = await bench.open('long.html')
    expect(await page.locator('.entry').count()).toBe(300)
    for (let i = 0; i < 20; i++) await page.keyboard.press('j')
    expect(await page.locator('.entry.on .id').textContent()).toBe('1.21')
    await page.close()
  })
})
