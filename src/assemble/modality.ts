import type { Task } from '../model/register.ts'

/** The strongest first. */
const WORDS: readonly { modality: NonNullable<Task['modality']>; pattern: RegExp }[] = [
  { modality: 'must', pattern: /必须|务必|严禁|不得|一律|须(?!知)|责令/ },
  { modality: 'ensure', pattern: /确保|保证/ },
  { modality: 'should', pattern: /(?<![重主首概纪摘险紧简扼冲])要(?![求素点闻件么是领])|应当|应(?=[当该在按将])/ },
  { modality: 'strive', pattern: /力争|争取|努力/ },
  { modality: 'encourage', pattern: /鼓励|支持|引导|探索/ },
  { modality: 'plan', pattern: /计划|拟|将(?!近|军)/ },
]

/** How binding a task is, by its strongest word; null where it has none. */
export function modalityOf(text: string): Task['modality'] {
  for (const { modality, pattern } of WORDS) if (pattern.test(text)) return modality
  return null
}
