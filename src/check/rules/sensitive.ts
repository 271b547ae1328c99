import { matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

const ID_NUMBER =
  /(?<![\dA-Za-z])([1-8]\d{5})((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{3}[\dXx])(?![\dA-Za-z])/g
const MOBILE = /(?<![\d.])1[3-9]\d{9}(?![\d.%])/g
const SECRET =
  /(?:绝密|机密|秘密)\s?[★☆](?:\s?(?:长期|\d{1,2}\s?(?:年|个月)))?|^\s*(?:绝密|机密|秘密)\s*$|内部(?:资料|文件)[，,、]?(?:注意保密|严禁外传)/gm
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

export const sensitive: Rule = {
  id: 'sensitive',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '身份证号（校验码正确的）、手机号、密级标志（秘密★1年）。',
      why: '公开发布前必须去掉；涉密文件不得在联网的机器上处理。报告中只显示头尾，不重复全号。',
    },
    en: {
      what: 'Numbers of identity cards (with a valid check digit), mobile phone numbers, marks of secrecy.',
      why: 'They must go before anything is published. The findings show only their ends.',
    },
  },
  examples: {
    good: [{ text: '总投资13800000000.5元，编号110101199003071234，公布热线12345。做好秘密工作。\n' }],
    bad: [
      { text: '联系人电话13912345678。\n' },
      { text: '身份证号110101199003072316。\n' },
      { text: '机密★3年\n关于某事的通知\n' },
    ],
  },
  check(context) {
    for (const { match, start, end } of matchLines(context, ID_NUMBER)) {
      if (!checks(match[0])) continue
      const shown = `${match[0].slice(0, 3)}…${match[0].slice(-2)}`
      context.report({ start, end, message: { zh: `身份证号 ${shown}`, en: `Number of an identity card ${shown}` } })
    }
    for (const { match, start, end } of matchLines(context, MOBILE)) {
      const shown = `${match[0].slice(0, 3)}…${match[0].slice(-2)}`
      context.report({ start, end, message: { zh: `手机号 ${shown}`, en: `Mobile phone number ${shown}` } })
    }
    for (const { match, start, end } of matchLines(context, SECRET)) {
      context.report({
        start,
        end,
        message: { zh: `密级标志“${match[0].trim()}”`, en: `Mark of secrecy “${match[0].trim()}”` },
      })
    }
  },
}

/** GB 11643: the last digit is computed from the others. */
function checks(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}
