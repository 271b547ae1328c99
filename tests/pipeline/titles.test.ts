import { expect, test } from 'vitest'
import { extractSource } from '../../src/pipeline/extract.ts'
import { sourceOf } from './sources.ts'

const titleOf = async (text: string): Promise<string | null | undefined> =>
  (await extractSource(sourceOf(text))).register.documents[0]?.title

const BODY = '一、主要任务\n（一）疏通河道。6月底前由县水利局牵头完成。\n'

test.each([
  ['2024年河道清淤工作方案\n', '2024年河道清淤工作方案'],
  ['青石镇2024年度行业安全专项检查\n工作计划\n', '青石镇2024年度行业安全专项检查工作计划'],
  ['青石镇人民政府\n工作计划\n', '工作计划'],
  ['二〇二四年三月十二日\n工作计划\n', '工作计划'],
  ['在全县水利工作会议上的\n讲 话\n', '在全县水利工作会议上的讲话'],
])('%j has a title', async (head, title) => {
  expect((await titleOf(head + BODY))?.replace(/\s/g, '')).toBe(title)
})
