import { BEHIND_FAULTS } from '../sentence-patterns.ts'

/** 会议强调，要…; 王县长要求，…: who asks for it is told. */
export const SAID = /^\s*[\u4e00-\u9fff]{2,12}?(?:还|又)?(?:强调|(?<!有关|相关|工作|具体|的)要求)[，,：:]/

/** 钱局长指出，…，必须…: who says it is told, but it may be what is. */
export const POINTED_OUT = /^\s*[\u4e00-\u9fff]{2,12}?指出[，,：:]/

/** 下一步，…: what comes next. */
const NEXT = /^(?:下一?步|下半年|下阶段|下一阶段|明年|今后|接下来)[，,]/

/** 会议强调，…; 下半年，…: behind what was done, what is asked for or comes next. */
export const turnsAhead = (sentence: string): boolean => SAID.test(sentence) || NEXT.test(sentence.trimStart())

/** 下一步，…; 还有隐患没有消除，下一步要…: what comes next, told first or behind what is wrong. */
export const comesNext = (sentence: string): boolean => NEXT.test(sentence) || BEHIND_FAULTS.test(sentence)
