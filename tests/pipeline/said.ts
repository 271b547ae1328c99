import { extractSource, type Source } from '../../src/index.ts'
import type { Task } from '../../src/model/register.ts'

/** Without what copying, printing and typesetting change. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"“”]/g, '')
    .replaceAll('、', ',')

const said = ({ kind, content, departments, people, deadlines, targets, due }: Task) => ({
  kind,
  content: plain(content),
  departments: departments.map(({ name, role }) => `${role} ${plain(name)}`),
  people: people.map(({ name, role }) => `${role} ${plain(name)}`),
  deadlines: deadlines.map(({ text, end, recurrence }) => `${plain(text)} ${end ?? recurrence ?? ''}`),
  targets: targets.map(({ text, indicator, relation, value, unit }) =>
    [plain(text), plain(indicator), relation, value, plain(unit ?? '')].join(' '),
  ),
  due,
})

/** What the tasks of a document say, wherever and however it is written. */
export const tasksSaid = async (source: Source) => (await extractSource(source)).register.tasks.map(said)
