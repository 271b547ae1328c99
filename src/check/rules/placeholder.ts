import { after, before, matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

const PATTERN =
  /(?<![A-Za-z＊*×])[XxＸｘ]{2,4}(?![A-Za-z])|[×✕╳]{2,}|[*＊]{2,}|_{2,}|＿{2,}|(?<![A-Za-z\d])[_＿](?=[年月日号](?![A-Za-z]))|【\s*】|(?<!有)待(?:补充|填写|填报|补齐|核实后补|领导审定)|此处(?:填写|补充|插入)|\bTODO\b|\bTBD\b|某某(?=[省市县区局委办厅单同镇乡村])/g
const ADDRESS = /(?:https?:\/\/|www\.|@)[^\s，。；]*$/

export const placeholder: Rule = {
  id: 'placeholder',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '没有填的空：XX、××、**、____、【】、待补充、此处填写、“年 月 日”。',
      why: '套用范文或留空待填的地方，印发前必须填上。',
    },
    en: {
      what: 'A blank that nobody filled in: XX, ××, **, ____, 【】, 待补充 (to be added), a date without figures.',
      why: 'Left over from a template; to be filled in before the document goes out.',
    },
  },
  examples: {
    good: [
      { text: '机制有待补充完善。面积为3×4米，型号为XL，网址 www.xx.gov.cn 。\n' },
      { text: '**加粗**的字\n', options: { markdown: true } },
      { text: '身份证号为42****19。\n' },
    ],
    bad: [
      { text: '各乡镇要在20XX年6月底前完成。\n' },
      { text: '由××局负责。\n' },
      { text: '投资____万元。\n' },
      { text: '_月_日前组织一次检查。\n' },
      { text: '目标任务（待补充）。\n' },
      { text: '特此通知。\n年 月 日\n' },
    ],
  },
  check(context) {
    for (const { line, match, start, end } of matchLines(context, PATTERN)) {
      // rules of asterisks between sections
      if (/^[\s*＊×_\-—=]+$/.test(line.text)) continue
      const left = before(line, start, 40)
      const right = after(line, end, 1)
      // 138****1234: masked on purpose
      if (/[*＊]/.test(match[0]) && /\d$/.test(left) && /^\d/.test(right)) continue
      if (ADDRESS.test(left)) continue
      context.report({
        start,
        end,
        message: { zh: `“${match[0]}”没有填写`, en: `“${match[0]}” was not filled in` },
      })
    }
    for (const { start, end, match } of matchLines(context, /^\s*(?:[二〇○零]*\s*)年\s*月\s*日\s*$/g)) {
      context.report({
        start,
        end,
        message: { zh: `日期没有填写：“${match[0].trim()}”`, en: 'The date was not filled in' },
      })
    }
  },
}
