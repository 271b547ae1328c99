import { expect, test } from 'vitest'
import { writeYaml } from '../../src/output/yaml.ts'
import { sampleRegister, sampleTask } from './sample.ts'

test('a ledger is short, readable, and explains itself', () => {
  expect(
    writeYaml(sampleRegister(sampleTask())),
  ).toBe(`# 任务台账，由 taizhang 从原文提取。每项任务一段，可以直接修改；说明见 docs/ledger.md。
# 完成状态、进展情况、备注：留给办理人填写；截止日期写成 "2025-12-31"，留空即没有。
# 单位和人员：在 [ ] 里增删改，用半角逗号隔开。
# 原文位置 43:1-43:66@1820-1885：第 43 行第 1 字起，到第 43 行第 66 字之前；@ 后是全文字符序号。
# 标识、单位出处、人员出处供程序核对和合并，请勿改动。
格式: taizhang/1
生成工具: {名称: taizhang, 版本: "0.1.0"}
文件清单:
- 编号: "d1"
  路径: 方案.txt
  标题: 清洁取暖工作方案
  日期: "2025-03-01"
  年份: 2025
  年份依据: {来自: 落款, 原文: 2025年3月1日, 位置: 1:1-1:3@0-2}
  文种: 方案
  指纹: "0123456789abcdef"
任务清单:
- 编号: "1.10"
  任务: 推进清洁取暖
  内容: 推进清洁取暖，由市发改委牵头，市住建局、市财政局配合，2025年12月底前完成5万户。
  类型: 措施
  章节: [二、重点工作, (一)大气污染防治]
  牵头单位: [市发改委]
  配合单位: [市住建局, 市财政局]
  完成时限:
    - {原文: 2025年12月底前, 类型: 之前, 截止: "2025-12-31", 位置: 2:28-2:38@30-40}
  截止日期: "2025-12-31"
  目标指标:
    - {原文: 完成5万户, 指标: 清洁取暖, 关系: "=", 数值: 5, 单位: 万户, 位置: 2:38-2:43@40-45}
  原文位置: 2:1-2:44@3-46
  完成状态:
  进展情况:
  备注:
  标识: "a1b2c3"
  单位出处:
    - [牵头, 市发改委, 2:9-2:13@11-15, 规范名=市发展和改革委员会]
    - [配合, 市住建局, 2:16-2:20@18-22]
    - [配合, 市财政局, 2:21-2:25@23-27]
`)
})

test('English keys on demand', () => {
  const ledger = writeYaml(sampleRegister(sampleTask()), 'en')
  expect(ledger).toContain('\n  lead: [市发改委]\n')
  expect(ledger).toContain('\n  source: 2:1-2:44@3-46\n')
})
