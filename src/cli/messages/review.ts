import type { Language } from '../../register/language.ts'

/** What `review` says. */
export interface ReviewWords {
  description: string
  usage: string
  files: string
  output: string
  open: string
  app: string
  examples: readonly (readonly [command: string, what?: string])[]
  noFile: string
  appNeedsNoFile: string
  openNeedsOutput: string
  notOpened: (path: string) => string
}

const zh: ReviewWords = {
  description: '生成核对台账的网页：左边原文，右边台账，可以修改、拆分、合并、补录和导出',
  usage: '[选项] [文件...]',
  files: '要核对的文件，可以多个；- 表示标准输入',
  output: '写入网页文件；不写则输出到屏幕',
  open: '写好后用浏览器打开',
  app: '生成可以在浏览器里提取任务的网页（不需要文件，不联网）',
  examples: [
    ['taizhang review 讲话.txt -o 核对.html --open', '一个文件，双击即可打开，不联网'],
    ['taizhang review --app -o 台账.html', '把整个程序放进一个网页，供不能安装软件的电脑使用'],
  ],
  noFile: '没有给出文件。请写上文件名，或用 --app 生成不需要文件的网页。',
  appNeedsNoFile: '--app 不需要文件：网页打开以后再选文件。',
  openNeedsOutput: '--open 要和 -o 一起用。',
  notOpened: (path) => `没能打开浏览器，请双击 ${path}。`,
}

const en: ReviewWords = {
  description: 'write a page to review the ledger beside the text: edit, split, merge, add, export',
  usage: '[options] [files...]',
  files: 'documents to review; - is standard input',
  output: 'file to write; standard output unless given',
  open: 'open it in the browser',
  app: 'write a page that extracts in the browser (takes no file, uses no network)',
  examples: [
    ['taizhang review speech.txt -o review.html --open', 'one file, opens by double click, offline'],
    ['taizhang review --app -o taizhang.html', 'the whole program in one page, where nothing may be installed'],
  ],
  noFile: 'No file given. Name one, or use --app for a page that takes none.',
  appNeedsNoFile: '--app takes no file: choose it in the page.',
  openNeedsOutput: '--open needs -o.',
  notOpened: (path) => `Could not open the browser: open ${path} by hand.`,
}

/** The words in a language. */
export const reviewWords = (language: Language): ReviewWords => (language === 'zh' ? zh : en)
