import type { Language } from '../../register/language.ts'

/** What `convert` and the options of the writers say. */
export interface ConvertWords {
  description: string
  usage: string
  file: string
  format: string
  output: string
  examples: readonly (readonly [command: string, what?: string])[]
  sectionRows: string
  split: string
  splitValue: string
  events: string
  alarm: string
  alarmValue: string
  badSplit: (value: string) => string
  badAlarm: (value: string) => string
  notForFormat: (option: string, formats: string) => string
  binaryNeedsFile: (format: string) => string
  writeOnly: (name: string) => string
  kinds: Readonly<Record<'docx' | 'md' | 'ics', string>>
  done: (tasks: number) => string
  /** What reading a ledger back wants people to know. */
  notices: Readonly<Record<string, (detail: string) => string>>
}

const zh: ConvertWords = {
  description: '在台账的各种格式之间转换，把填好的 Excel 读回来',
  usage: '[选项] <文件>',
  file: '台账：.yaml、.json、.ndjson、.xlsx、.csv；- 表示标准输入',
  format: '输出格式：yaml、csv、json、ndjson、xlsx、docx、md、ics；默认看 -o 的扩展名，否则为 yaml',
  output: '写入文件',
  examples: [
    ['taizhang convert 台账.yaml -o 台账.xlsx', '发给各单位填写'],
    ['taizhang convert 台账.xlsx -o 台账.yaml --force', '把填写的内容读回来'],
    ['taizhang convert 台账.yaml -o 附件.docx', '做成公文附件'],
    ['taizhang convert 台账.yaml -o 交办单.docx --split department', '每个单位一张交办单'],
    ['taizhang convert 台账.yaml -o 日程.ics --events --alarm 3d', '到期前三天提醒'],
  ],
  sectionRows: '每个章节单独占一行，不设章节列（xlsx、md；docx 总是如此）',
  split: 'docx：department，每个牵头或责任单位一张任务交办单，各自起页',
  splitValue: '方式',
  events: 'ics：除待办外，另给有日期的任务建全天日程（供不支持待办的日历使用）',
  alarm: 'ics：到期前提醒，如 3d（天）、12h（小时）、30m（分钟）、1w（周）',
  alarmValue: '时间',
  badSplit: (value) => `--split 只能是 department，现在是“${value}”。`,
  badAlarm: (value) => `--alarm 要写成 3d、12h、30m、1w 这样的时间，现在是“${value}”。`,
  notForFormat: (option, formats) => `${option} 只用于 ${formats}，请用 -f 或 -o 的扩展名选这种格式。`,
  binaryNeedsFile: (format) => `${format} 不能显示在屏幕上，请加上 -o 写入文件。`,
  writeOnly: (name) =>
    `${name}只能写出，不能读回。请给出 .yaml、.json、.ndjson、.xlsx 或 .csv 台账；要从文件中提取任务，请用 taizhang extract。`,
  kinds: { docx: 'Word 台账（.docx）', md: 'Markdown 台账（.md）', ics: '日历（.ics）' },
  done: (tasks) => `任务 ${tasks} 项`,
  notices: {
    'base-missing': () =>
      '只读到表格各列的内容；标识、原文位置、单位和时限的出处、语气、来源文件的日期和指纹不在表格里，已丢失',
    'extra-columns': (names) => `不认识的列已写进备注（“列名：内容”）：${names}`,
    'derived-edited': (names) => `这些列由程序填写，改动没有读回：${names}`,
    'rows-added': (count) => `新增 ${count} 项任务`,
    'rows-deleted': (count) => `表中删去的 ${count} 项任务没有保留`,
  },
}

const en: ConvertWords = {
  description: 'convert between the formats of ledgers; read back an Excel ledger that people filled in',
  usage: '[options] <file>',
  file: 'ledger: .yaml, .json, .ndjson, .xlsx or .csv; - for standard input',
  format: 'yaml, csv, json, ndjson, xlsx, docx, md or ics; by default as the extension of -o says, else yaml',
  output: 'write to a file',
  examples: [
    ['taizhang convert ledger.yaml -o ledger.xlsx', 'to be filled in by departments'],
    ['taizhang convert ledger.xlsx -o ledger.yaml --force', 'read back what they filled in'],
    ['taizhang convert ledger.yaml -o annex.docx', 'an annex to a document'],
    ['taizhang convert ledger.yaml -o sheets.docx --split department', 'a sheet for each department'],
    ['taizhang convert ledger.yaml -o ledger.ics --events --alarm 3d', 'a reminder three days ahead'],
  ],
  sectionRows: 'a row for each section instead of a column (xlsx, md; docx always does)',
  split: 'docx: department, a sheet for each leading or responsible department, each on a new page',
  splitValue: 'by',
  events: 'ics: beside to-dos, all-day events for tasks with dates (for calendars without to-dos)',
  alarm: 'ics: reminder before the due date, e.g. 3d (days), 12h (hours), 30m (minutes), 1w (weeks)',
  alarmValue: 'time',
  badSplit: (value) => `--split is department, not "${value}".`,
  badAlarm: (value) => `--alarm takes a time such as 3d, 12h, 30m or 1w, not "${value}".`,
  notForFormat: (option, formats) => `${option} is for ${formats} only: choose it with -f or the extension of -o.`,
  binaryNeedsFile: (format) => `${format} cannot be shown on the screen. Write it to a file with -o.`,
  writeOnly: (name) =>
    `${name} can only be written, not read back. Give a .yaml, .json, .ndjson, .xlsx or .csv ledger; to extract tasks from a document use taizhang extract.`,
  kinds: { docx: 'A Word ledger (.docx)', md: 'A Markdown ledger (.md)', ics: 'A calendar (.ics)' },
  done: (tasks) => `tasks: ${tasks}`,
  notices: {
    'base-missing': () =>
      'only what the columns hold was read; keys, places in the original, origins of departments and deadlines, modality, dates and checksums of documents are not in the table and are lost',
    'extra-columns': (names) => `unknown columns went into the remarks ("name：value"): ${names}`,
    'derived-edited': (names) => `these columns are filled by the program, changes to them were not read: ${names}`,
    'rows-added': (count) => `tasks added: ${count}`,
    'rows-deleted': (count) => `tasks deleted in the table and dropped: ${count}`,
  },
}

const catalogues: Readonly<Record<Language, ConvertWords>> = { zh, en }

/** The sentences of a language. */
export function convertWords(language: Language): ConvertWords {
  return catalogues[language]
}
