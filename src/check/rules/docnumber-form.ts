import { before, matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

/** From the bracket on: to begin with the agency would try every character of the text. */
const NUMBER =
  /(?<open>[〔[［【（(﹝])\s?(?<year>(?:19|20)?\d{2})\s?(?<close>[〕\]］】）)﹞])\s?(?<nth>第)?\s?(?<zero>0*)(?<number>\d{1,4})\s?号/g
/** 国办发, 财建函: what stands before it. */
const AGENCY = /[\u4e00-\u9fff][发函办字电规呈请复议通纪令政委]\s?$/

export const docnumberForm: Rule = {
  id: 'docnumber-form',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '发文字号不合规范：年份不用六角括号〔〕、年份不全、顺序号加“第”或前面补零。',
      why: 'GB/T 9704：年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”，不编虚位，加“号”字，如“国办发〔2024〕5号”。',
    },
    en: {
      what: 'A document number is not in its form: other brackets than 〔〕, a short year, 第 or zeros before the number.',
      why: 'GB/T 9704 wants 国办发〔2024〕5号.',
    },
  },
  examples: {
    good: [{ text: '按照国办发〔2024〕5号文件和国务院令第733号的要求办理。（2024）京01民初5号判决书。\n' }],
    bad: [
      { text: '按照国办发[2024]5号文件的要求办理。\n' },
      { text: '按照国办发（2024）5号文件的要求办理。\n' },
      { text: '按照国办发〔2024〕第5号文件的要求办理。\n' },
      { text: '按照国办发〔2024〕05号文件的要求办理。\n' },
    ],
  },
  check(context) {
    for (const { line, match, start, end } of matchLines(context, NUMBER)) {
      if (!AGENCY.test(before(line, start, 3))) continue
      const { open = '', year = '', close = '', nth, zero = '', number = '' } = match.groups ?? {}
      const wrong = [
        ...(open !== '〔' || close !== '〕' ? [{ zh: '年份用六角括号〔〕', en: 'the year stands in 〔〕' }] : []),
        ...(year.length !== 4 ? [{ zh: '年份写全四位', en: 'the year has four digits' }] : []),
        ...(nth === undefined ? [] : [{ zh: '顺序号不加“第”', en: 'no 第 before the number' }]),
        ...(zero === '' ? [] : [{ zh: '顺序号不补零', en: 'no zeros before the number' }]),
      ]
      if (wrong.length === 0) continue
      context.report({
        start,
        end,
        message: {
          zh: `发文字号“${match[0]}”不合规范：${wrong.map(({ zh }) => zh).join('，')}`,
          en: `Document number “${match[0]}”: ${wrong.map(({ en }) => en).join(', ')}`,
        },
        expected: `〔${year.length === 4 ? year : `20${year}`}〕${number}号`,
      })
    }
  },
}
