import { LineIndex } from '../../src/model/position.ts'
import type { Register, Task } from '../../src/model/register.ts'

const original = '标题\n推进清洁取暖，由市发改委牵头，市住建局、市财政局配合，2025年12月底前完成5万户。\n'
const index = new LineIndex(original)

/** Position of a phrase of the sample document. */
const at = (phrase: string) => index.position(original.indexOf(phrase), original.indexOf(phrase) + phrase.length)

/** A task as the sample document has it, with whatever a test wants otherwise. */
export function sampleTask(changes: Partial<Task> = {}): Task {
  return {
    id: '1.10',
    key: 'a1b2c3',
    document: 'd1',
    section: ['二、重点工作', '(一)大气污染防治'],
    kind: 'measure',
    title: '推进清洁取暖',
    content: '推进清洁取暖，由市发改委牵头，市住建局、市财政局配合，2025年12月底前完成5万户。',
    departments: [
      { name: '市发改委', role: 'lead', canonical: '市发展和改革委员会', source: at('市发改委') },
      { name: '市住建局', role: 'support', source: at('市住建局') },
      { name: '市财政局', role: 'support', source: at('市财政局') },
    ],
    people: [],
    deadlines: [{ text: '2025年12月底前', kind: 'by', end: '2025-12-31', source: at('2025年12月底前') }],
    due: '2025-12-31',
    targets: [
      { text: '完成5万户', indicator: '清洁取暖', relation: '=', value: 5, unit: '万户', source: at('完成5万户') },
    ],
    modality: null,
    source: [at('推进清洁取暖，由市发改委牵头，市住建局、市财政局配合，2025年12月底前完成5万户。')],
    notes: [],
    ...changes,
  }
}

/** A register of one document with these tasks. */
export function sampleRegister(...tasks: Task[]): Register {
  return {
    schema: 'taizhang/1',
    generator: { name: 'taizhang', version: '0.1.0' },
    documents: [
      {
        id: 'd1',
        path: '方案.txt',
        title: '清洁取暖工作方案',
        date: '2025-03-01',
        year: 2025,
        kind: 'plan',
        sha256: '0123456789abcdef',
        yearFrom: { how: 'dateline', text: '2025年3月1日', position: at('标题') },
      },
    ],
    tasks,
  }
}
