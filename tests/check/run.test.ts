import { describe, expect, test } from 'vitest'
import { makeBaseline, readBaseline, withoutKnown } from '../../src/check/baseline.ts'
import { applyFixes, unifiedDiff } from '../../src/check/fix.ts'
import { rules } from '../../src/check/rules/index.ts'
import type { FileFindings } from '../../src/check/types.ts'
import { RULE_IDS } from '../../src/model/rule-ids.ts'
import { checkSource } from '../../src/pipeline/check.ts'
import { checkText, sourceOf } from './check-text.ts'

const ids = async (text: string, markdown = true) =>
  (await checkText(text, {}, markdown)).map(({ ruleId, position }) => `${ruleId}:${position.start.line}`)

test('the list of ids is the list of rules', () => {
  expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS])
})

describe('suppressions in Markdown', () => {
  test('hold from a comment to the next enable', async () => {
    const text =
      '# 通知\n\n由XX局负责。\n\n<!-- taizhang-disable placeholder -- 样张 -->\n\n由XX局负责。\n\n<!-- taizhang-enable -->\n\n由XX局负责。\n'
    expect(await ids(text)).toEqual(['placeholder:3', 'placeholder:11'])
  })
  test('hold for the next line with text', async () => {
    expect(
      await ids('# 通知\n\n<!-- taizhang-disable-next-line placeholder -->\n\n由XX局负责。\n\n由XX局负责。\n'),
    ).toEqual(['placeholder:7'])
  })
  test('without a rule hold for all', async () => {
    expect(await ids('# 通知\n\n<!-- taizhang-disable -->\n\n由XX局（负责,办理。\n')).toEqual([])
  })
  test('unused and unknown ones are findings', async () => {
    expect(await ids('# 通知\n\n<!-- taizhang-disable placeholder, nonsense -->\n\n由财政局负责。\n')).toEqual([
      'suppression:3',
      'suppression:3',
    ])
  })
  test('of a rule that is off need not be used', async () => {
    const text = '# 通知\n\n<!-- taizhang-disable placeholder -->\n\n由财政局负责。\n'
    expect(await checkText(text, { levels: { placeholder: 'off' } }, true)).toEqual([])
  })
  test('in code are examples', async () => {
    expect(await ids('# 通知\n\n```\n<!-- taizhang-disable placeholder -->\n```\n\n由XX局负责。\n')).toEqual([
      'placeholder:7',
    ])
  })
  test('are for Markdown only', async () => {
    expect(await ids('<!-- taizhang-disable placeholder -->\n由XX局负责。\n', false)).toEqual(['placeholder:2'])
  })
})

test('findings are VFile messages underneath', async () => {
  const { file } = await checkSource(sourceOf('由XX局负责,办理。\n'))
  expect(file.messages.map(({ source, ruleId, fatal, line, column }) => [source, ruleId, fatal, line, column])).toEqual(
    [
      ['taizhang', 'placeholder', true, 1, 2],
      ['taizhang', 'halfwidth-punctuation', false, 1, 7],
    ],
  )
})

test('places are those of the original, whatever clean-up did', async () => {
  const text = '\u3000\u3000由市发改委负责这项工作 ，各单位要高度重视，认真组织，请于２０２５年 2 月 30 日前报送。\r\n'
  const [found] = (await checkText(text)).filter(({ ruleId }) => ruleId === 'date-invalid')
  expect(found && text.slice(found.position.start.offset, found.position.end.offset)).toBe('２０２５年 2 月 30 日')
})

describe('mends', () => {
  const text =
    '抓好生产,抓好销售(含网销)；抓好运输（含冷链），抓好安全（含消防）。\n一、任务\n（一）、抓种植，抓养殖，抓加工。\n（二）、抓服务，抓培训。\n'
  test('change nothing but marks, and leave nothing to mend', async () => {
    const { text: mended, count } = applyFixes(text, await checkText(text))
    expect(mended).toBe(
      '抓好生产，抓好销售（含网销）；抓好运输（含冷链），抓好安全（含消防）。\n一、任务\n（一）抓种植，抓养殖，抓加工。\n（二）抓服务，抓培训。\n',
    )
    expect(count).toBe(5)
    expect(applyFixes(mended, await checkText(mended)).count).toBe(0)
  })
  test('keep line ends and everything else', async () => {
    const windows = text.replaceAll('\n', '\r\n')
    const { text: mended } = applyFixes(windows, await checkText(windows))
    expect(mended.split('\r\n').length).toBe(windows.split('\r\n').length)
  })
  test('are shown as a unified diff', () => {
    expect(unifiedDiff('a.txt', '一\n二,二\n三\n', '一\n二，二\n三\n')).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n 一\n-二,二\n+二，二\n 三\n',
    )
    expect(unifiedDiff('a.txt', '二,二', '二，二')).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-二,二\n+二，二\n\\ No newline at end of file\n',
    )
  })
})

describe('a baseline', () => {
  const filesOf = async (text: string): Promise<FileFindings[]> => [
    { path: 'a.txt', text, findings: await checkText(text) },
  ]
  const name = (path: string): string => path
  test('holds what is known back, wherever it has moved', async () => {
    const text = '由XX局负责。\n由××局负责。\n'
    const baseline = readBaseline(JSON.stringify(makeBaseline(await filesOf(text), name)))
    if (!baseline) throw new Error('not read back')
    const { files, held } = withoutKnown(await filesOf(`前言。\n\n${text}投资____元。\n`), baseline, name)
    expect(held).toBe(2)
    expect(files[0]?.findings.map(({ position }) => position.start.line)).toEqual([5])
  })
  test('counts: a third of two known ones is new', async () => {
    const line = '由XX局负责此项工作，其他各单位配合。\n'
    const baseline = makeBaseline(await filesOf(line.repeat(2)), name)
    expect(withoutKnown(await filesOf(line.repeat(3)), baseline, name).files[0]?.findings.length).toBe(1)
  })
  test('that is none is not read', () => {
    expect(readBaseline('{')).toBeNull()
    expect(readBaseline('[]')).toBeNull()
  })
})
