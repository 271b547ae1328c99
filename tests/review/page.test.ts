import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { writeCsv } from '../../src/output/csv.ts'
import { writeJson } from '../../src/output/json.ts'
import { writeXlsx } from '../../src/output/xlsx/write.ts'
import { writeYaml } from '../../src/output/yaml.ts'
import { readRegister } from '../../src/register/read.ts'
import { benchOfBlock, exported, extractFile, extractText, hasBrowser, pageOf } from './browser.ts'

const speech = 'fixtures/documents/city-speech.txt'

describe.runIf(hasBrowser)('the review page', () => {
  const bench = benchOfBlock()
  let page: Page
  let count = 0

  /** A page of its own for each test: what is kept in the browser goes by the document. */
  const fresh = async (): Promise<Page> => {
    const extraction = await extractFile(speech)
    const [document] = extraction.register.documents
    if (document) document.sha256 = `test-${count++}`
    bench.write('review.html', await pageOf(bench, [extraction]))
    page = await bench.open('review.html')
    return page
  }
  const row = (id: string) =>
    page.locator('.entry', {
      has: page.locator('.row .id', { hasText: new RegExp(`^${id.replaceAll('.', '\\.')}(?!\\.)`) }),
    })
  const json = async () => readRegister((await exported(page, 'json')).toString('utf8'))
  const task = async (id: string) => (await json()).tasks.find((one) => one.id === id)

  afterEach(async () => {
    await page.close()
  })

  it('shows every character of the source, and every task', async () => {
    await fresh()
    const { view, register } = await extractFile(speech)
    const shown = await page.locator('.text p').evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'))
    expect(shown).toBe(view.original)
    expect(await page.locator('.entry').count()).toBe(register.tasks.length)
    expect(await page.textContent('#unchecked')).toBe(`未核对 ${register.tasks.length} 项`)
  })

  it('marks departments, deadlines and targets in their places', async () => {
    await fresh()
    const texts = (kind: string) => page.locator(`.text .m-${kind}`).allTextContents()
    expect(await texts('department')).toContain('市住房城乡建设局')
    expect(await texts('deadline')).toContain('6月底前')
    expect((await texts('target')).join('')).toContain('5000平方米以上工地视频监控安装率达到100%')
  })

  it('goes from a row to its text, and from the text to its row', async () => {
    await fresh()
    await row('3.2').locator('.row').click()
    await page.waitForSelector('.text .m-task.on')
    expect((await page.locator('.text .on').allTextContents()).join('')).toContain('把任务分解到岗')
    await page.locator('.text .m-department', { hasText: '市卫生健康委' }).click()
    expect(await page.locator('.entry.on .id').textContent()).toBe('2.1')
  })

  it('tells what was left out, and why', async () => {
    await fresh()
    await page.click('#tab-leftOut')
    const left = await page.locator('.left-out li').allTextContents()
    expect(left.join('\n')).toContain('一季度，我市空气质量改善幅度不大')
    expect(await page.locator('.text .z-state', { hasText: '一季度' }).getAttribute('title')).toMatch(/^形势背景：/)
    await page.locator('.left-out li', { hasText: '一季度' }).locator('.quote').click()
    expect(await page.locator('.text .asked').textContent()).toContain('一季度')
    await page.locator('.left-out li', { hasText: '一季度' }).locator('input').check()
    expect(await page.locator('.text .z-state.seen').textContent()).toContain('一季度')
  })

  it('keeps what is typed into cells, and reads dates as the document does', async () => {
    await fresh()
    await row('2.1').locator('.due').dblclick()
    await page.fill('[name="deadlines"]', '9月底前')
    await page.fill('[name="lead"]', '市发展改革委')
    await page.fill('[name="status"]', '进行中')
    await page.locator('[name="status"]').press('Enter')
    const changed = await task('2.1')
    expect(changed?.due).toBe('2025-09-30')
    expect(changed?.deadlines).toMatchObject([{ text: '9月底前', kind: 'by', end: '2025-09-30' }])
    expect(changed?.departments.map(({ name, role }) => [name, role])).toEqual([
      ['市卫生健康委', 'responsible'],
      ['市发展改革委', 'lead'],
    ])
    expect(changed?.status).toBe('进行中')
    expect(changed?.notes).toEqual([])
  })

  it('gives back what was typed when Esc is pressed', async () => {
    await fresh()
    await row('2.1').locator('.task').dblclick()
    await page.fill('[name="title"]', '别的')
    await page.locator('[name="title"]').press('Escape')
    expect(await row('2.1').locator('.row .task').textContent()).not.toContain('别的')
    expect(await page.locator('.editor').count()).toBe(0)
  })

  it('gives a department another role, in its place', async () => {
    await fresh()
    await row('2.2').locator('.units').dblclick()
    const before = (await extractFile(speech)).register.tasks.find(({ id }) => id === '2.2')
    await page.locator('.roles select').first().selectOption('lead')
    await page.locator('[name="title"]').press('Escape')
    const changed = await task('2.2')
    expect(changed?.departments[0]).toEqual({ ...before?.departments[0], role: 'lead' })
  })

  it('splits a task; the parts have what stands in them; joined again they are what they were', async () => {
    await fresh()
    const before = await task('2.2')
    await row('2.2').locator('.row').click()
    await page.keyboard.press('s')
    await page.locator('dialog [data-at]', { hasText: '✂' }).nth(1).click()
    const [first, second] = [await task('2.2'), await task('2.2.2')]
    expect(first?.content).toBe('改造老旧小区45个，惠及居民2.3万户，')
    expect(first?.deadlines).toEqual([])
    expect(first?.notes).toContain('owner-missing')
    expect(second?.content).toBe('11月底前全部完工，责任单位是市住房城乡建设局和各区人民政府。')
    expect(second?.due).toBe('2025-11-30')
    expect(second?.source[0]?.start.offset).toBe(first?.source[0]?.end.offset)
    await row('2.2').first().locator('.row').click()
    await page.keyboard.press('m')
    const merged = await task('2.2')
    expect(merged).toEqual({ ...before, title: first?.title })
  })

  it('makes a task of selected text, with everything that stands in it', async () => {
    await fresh()
    await page.evaluate(() => {
      const piece = [...document.querySelectorAll('.text [data-s]')].find((one) => one.textContent?.includes('一季度'))
      const selection = document.getSelection()
      if (piece?.firstChild)
        selection?.setBaseAndExtent(piece.firstChild, 4, piece.firstChild, piece.textContent.length)
    })
    await page.locator('.selection-bar .primary').click()
    const { tasks } = await json()
    const { view } = await extractFile(speech)
    const added = tasks.find(({ content }) => content.startsWith('我市空气质量'))
    const at = added?.source[0]
    expect(view.original.slice(at?.start.offset, at?.end.offset)).toBe('我市空气质量改善幅度不大，形势不容乐观。')
    expect(added?.section).toEqual(['一、全力打好蓝天保卫战'])
    // It stands where its text stands.
    expect(tasks[0]).toBe(added)
    expect(await page.locator('.text .m-task.on').first().textContent()).toContain('我市空气质量')
  })

  it('takes back and does again, step by step', async () => {
    await fresh()
    const rows = () => page.locator('.entry').count()
    const all = await rows()
    await row('1.2').locator('.row').click()
    await page.keyboard.press('Delete')
    await page.keyboard.press('x')
    expect(await rows()).toBe(all - 1)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('u')
    expect(await rows()).toBe(all)
    expect(await page.textContent('#unchecked')).toBe(`未核对 ${all} 项`)
    await page.keyboard.press('Control+y')
    expect(await rows()).toBe(all - 1)
  })

  it('keeps everything over a reload', async () => {
    await fresh()
    await row('1.1').locator('input[type="checkbox"]').check()
    await row('2.3').locator('.task').dblclick()
    await page.fill('[name="remark"]', '已协调')
    await page.locator('[name="remark"]').press('Enter')
    await page.reload()
    await page.waitForSelector('.entry')
    expect(await row('1.1').locator('input[type="checkbox"]').isChecked()).toBe(true)
    expect((await task('2.3'))?.remark).toBe('已协调')
    expect(await row('2.3').locator('.edited').count()).toBe(1)
  })

  it('does not lay work on another extraction over this one unasked', async () => {
    await fresh()
    await row('1.1').locator('.task').dblclick()
    await page.fill('[name="title"]', '改过的任务')
    await page.locator('[name="title"]').press('Enter')
    await page.close()
    const other = await extractFile(speech)
    const [document] = other.register.documents
    if (document) document.sha256 = `test-${count - 1}`
    other.register.tasks.pop()
    bench.write('review.html', await pageOf(bench, [other]))
    page = await bench.open('review.html')
    expect(await page.locator('.banner').isVisible()).toBe(true)
    expect(await row('1.1').locator('.row .task').textContent()).toBe('推进清洁取暖')
    await page.click('.banner button >> nth=0')
    expect(await row('1.1').locator('.row .task').textContent()).toBe('改过的任务')
  })

  it('exports what the writers of the command line write', async () => {
    await fresh()
    const { register } = await extractFile(speech)
    const [document] = register.documents
    if (document) document.sha256 = `test-${count - 1}`
    expect((await exported(page, 'yaml')).toString('utf8')).toBe(writeYaml(register))
    expect((await exported(page, 'csv')).toString('utf8')).toBe(writeCsv(register))
    expect((await exported(page, 'json')).toString('utf8')).toBe(writeJson(register))
    expect(Buffer.from(await writeXlsx(register)).equals(await exported(page, 'xlsx'))).toBe(true)
  })

  it('exports edited ledgers that read back', async () => {
    await fresh()
    await row('1.2').locator('.task').dblclick()
    await page.fill('[name="support"]', '市公安局、市城管局')
    await page.fill('[name="targets"]', '安装率达到95%以上')
    await page.fill('[name="due"]', '2025-07-15')
    await page.locator('[name="title"]').press('Enter')
    const register = await json()
    expect(await readRegister((await exported(page, 'yaml')).toString('utf8'))).toEqual(register)
    expect((await exported(page, 'csv')).toString('utf8')).toBe(writeCsv(register))
    expect(register.tasks[1]).toMatchObject({
      due: '2025-07-15',
      targets: [{ text: '安装率达到95%以上', relation: '>=', value: 95 }],
    })
  })

  it('saves itself as a page with all changes', async () => {
    await fresh()
    await row('1.1').locator('.task').dblclick()
    await page.fill('[name="progress"]', '已过半')
    await page.locator('[name="progress"]').press('Enter')
    const text = (await exported(page, 'page')).toString('utf8')
    await page.evaluate(() => localStorage.clear())
    await page.close()
    bench.write('saved.html', text)
    page = await bench.open('saved.html')
    expect((await task('1.1'))?.progress).toBe('已过半')
    expect((await exported(page, 'page')).toString('utf8')).toBe(text)
  })

  it('filters, sorts and searches', async () => {
    await fresh()
    const ids = () => page.locator('.entry .row .id').allTextContents()
    const choose = (label: string, value: string) => page.getByLabel(label, { exact: true }).selectOption(value)
    await page.fill('#search', '市财政局')
    expect(await ids()).toEqual(['1.1'])
    await page.fill('#search', '')
    await choose('截止月份', '2025-06')
    expect(await ids()).toEqual(['1.2'])
    await page.getByText('清除筛选').click()
    await choose('缺项', 'owner')
    expect(await ids()).toEqual(['2.3'])
    await choose('缺项', '')
    await choose('排序', 'due')
    expect(await ids()).toEqual(['3.2', '1.2', '2.2', '1.1', '2.1', '2.3', '3.1'])
  })

  it('draws tasks by department and by month', async () => {
    await fresh()
    await page.click('#tab-departments')
    expect(await page.locator('svg .bar').count()).toBeGreaterThan(5)
    await page.locator('svg .bar', { hasText: '市卫生健康委' }).first().click()
    expect(await page.locator('.entry').count()).toBe(1)
    await page.click('#tab-months')
    await page.getByText('清除筛选').click()
    expect(await page.locator('svg .column').count()).toBe(10)
    expect(await page.locator('.group h3').first().textContent()).toBe('2025年3月 1')
  })

  it('can be used by keyboard alone', async () => {
    await fresh()
    const press = (key: string) => page.keyboard.press(key)
    await press('j')
    await press('j')
    expect(await page.locator('.entry.on .id').textContent()).toBe('2.1')
    await press('k')
    await press('x')
    expect(await page.textContent('#unchecked')).toBe('未核对 6 项')
    expect(await page.locator('.entry.on .id').textContent()).toBe('2.1')
    await press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('新的任务名')
    await press('Enter')
    expect(await page.locator('.entry.on .row .task').textContent()).toBe('新的任务名')
    expect(await page.evaluate(() => document.activeElement?.classList.contains('row'))).toBe(true)
    await press('s')
    await press('Escape')
    expect(await page.locator('dialog').count()).toBe(0)
    await press('?')
    expect(await page.locator('dialog h2').textContent()).toBe('键盘操作')
    await press('Escape')
    await press('2')
    expect(await page.getAttribute('#tab-departments', 'aria-selected')).toBe('true')
    await press('1')
    await press('/')
    await page.keyboard.type('扬尘')
    expect(await page.locator('.entry').count()).toBe(1)
    await press('Escape')
    await press('n')
    expect(await page.locator('.text .asked').count()).toBe(1)
  })

  it('prints the ledger as a table, then the text', async () => {
    await fresh()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
    await page.emulateMedia({ media: 'print' })
    await page.waitForSelector('.print-table tbody tr')
    expect(await page.locator('.print-table tbody tr').count()).toBe(7)
  })

  it('speaks English', async () => {
    bench.write('english.html', await pageOf(bench, [await extractFile(speech)], 'en'))
    page = await bench.open('english.html')
    expect(await page.textContent('#unchecked')).toBe('7 unchecked')
    expect(await page.textContent('#root')).not.toMatch(/核对|台账/)
  })

  it('shows several documents one by one', async () => {
    const all = await Promise.all([extractFile(speech), extractFile('fixtures/documents/county-speech.txt')])
    bench.write('two.html', await pageOf(bench, all))
    page = await bench.open('two.html')
    await page.locator('.entry').last().locator('.row').click()
    expect(await page.locator('.text').textContent()).toContain(all[1].view.original.split('\n')[0])
    expect(await page.locator('.entry').last().locator('.row .id').textContent()).toMatch(/^d2-/)
  })

  it('says so where there is nothing to show', async () => {
    bench.write('empty.html', await pageOf(bench, [await extractText('今天天气很好。')]))
    page = await bench.open('empty.html')
    expect(await page.textContent('.empty')).toContain('没有找到任务')
    await page.click('#tab-departments')
    expect(await page.textContent('.empty')).toContain('没有写明单位')
    await page.click('#tab-months')
    expect(await page.textContent('.empty')).toContain('没有能算出日期')
  })

  it('takes hostile texts for what they are', async () => {
    const text =
      '一、推进工作</script><script>document.title="bad"</script>\n（一）完成<img src=x onerror=alert(1)>治理，由市水利局负责。<!--\n'
    bench.write('hostile.html', await pageOf(bench, [await extractText(text)]))
    page = await bench.open('hostile.html')
    expect(await page.title()).toBe('review')
    expect(await page.locator('.text').textContent()).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('img').count()).toBe(0)
  })
})
