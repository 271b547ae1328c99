import { configWords } from './config.ts'

/** Values that an error carries, as text. */
type Params = Readonly<Record<string, string>>
type Sentences = Readonly<Record<string, (params: Params) => string>>

const inLine = (params: Params): string => (params.line ? `第 ${params.line} 行：` : '')
const field = (params: Params): string => `“${params.field ?? ''}”`

/** Sentences of errors with a code: the reader's. */
const input: Sentences = {
  'not-found': () => '没有这个文件。请检查路径和文件名。',
  'is-directory': () =>
    '这是目录，里面没有可以读的文件，或者这个命令一次只读一个文件。请写出其中的文件，如 目录/*.txt。',
  'not-readable': (p) => `读不了这个文件（${p.reason}）。请检查权限，或看是否被别的程序占用。`,
  empty: () => '文件里没有文字。',
  binary: () => '这不是文档，也不是文本文件。请检查文件是否选对。',
  'unsupported-format': (p) => `不能读 ${p.format} 文件。请在原来的程序中另存为 .docx 或“纯文本”，再用 taizhang 读。`,
  'unknown-encoding': (p) => `没有“${p.encoding}”这种编码。可用：utf-8、gb18030、big5、utf-16le、utf-16be。`,
  'not-decodable': (p) => `文件不是 ${p.encoding} 编码的。请去掉 --encoding 让程序识别，或换一种编码。`,
  encrypted: () => '文件有密码。请在原来的程序中打开，去掉密码后另存一份。',
  damaged: (p) => `文件已损坏或不完整，读不了（${p.detail}）。请重新取得文件，或打开后另存一份。`,
  'too-large': (p) =>
    p.what === 'archives'
      ? '压缩包里的压缩包套得太深，没有读。请先解压里面的。'
      : p.what === 'memory'
        ? '读这个文件占用的内存太多，已放弃；文件可能有损坏。请打开后另存一份，或拆成几份。'
        : '文件太大，或解压后太大，没有读。请拆成几份。',
  'timed-out': (p) =>
    `${p.seconds} 秒内没有读完，已放弃；文件可能有损坏或太大。请打开后另存一份（最好是 .docx），或拆成几份。`,
  'no-text': () => '文件里没有文字，可能是扫描件或图片。请先做文字识别（OCR）。',
  'reader-missing': (p) =>
    `读 .${p.format} 文件需要 ${p.package}，这里没有。${p.package === 'LibreOffice' ? '请先安装 LibreOffice，或去掉 --use-libreoffice。' : `请运行 npm install ${p.package}。`}`,
  'is-archive': (p) => `压缩包里有 ${p.count} 份文件。这个命令一次只读一份，请先解压。`,
}

/** Sentences of errors with a code: registers that cannot be read back. */
const register: Sentences = {
  empty: () => '文件是空的。请给出 taizhang 生成的台账。',
  syntax: (p) => `${inLine(p)}不是有效的 YAML 或 JSON（${p.detail}）。请改正这一行，或撤销最近的修改。`,
  'not-a-register': () => '不是台账文件。请给出 taizhang extract 生成的文件。',
  'unknown-field': (p) => `${inLine(p)}没有${field(p)}这个字段。请删去，或改用：${p.allowed}。`,
  'missing-field': (p) => `${inLine(p)}缺少字段${field(p)}，请补上。`,
  'expected-text': (p) => `${inLine(p)}${field(p)}应是一段文字，请用半角双引号括起来。`,
  'expected-list': (p) => `${inLine(p)}${field(p)}应是列表，请写在 [ ] 之间。`,
  'expected-fields': (p) => `${inLine(p)}${field(p)}应由“名称: 值”组成。`,
  'bad-number': (p) => `${inLine(p)}${field(p)}应是数字，现在是“${p.value}”。`,
  'bad-date': (p) => `${inLine(p)}${field(p)}应写成 "2025-12-31" 这样的日期，现在是“${p.value}”。`,
  'bad-position': (p) => `${inLine(p)}${field(p)}应写成 43:1-43:66@1820-1885 这样的位置，现在是“${p.value}”。`,
  'bad-value': (p) => `${inLine(p)}${field(p)}不能是“${p.value}”，可用：${p.allowed}。`,
  invalid: (p) => `${inLine(p)}${field(p)}不合台账的格式（${p.detail}），请改正。`,
}

/** Sentences of what the operating system answers. */
const system: Sentences = {
  ENOENT: () => '没有这个文件或目录。请检查路径。',
  EACCES: () => '没有权限。请检查文件和目录的权限。',
  EPERM: () => '不允许写入。文件若正在 Excel 或 WPS 中打开，请先关闭。',
  EBUSY: () => '文件正被占用。若正在 Excel 或 WPS 中打开，请先关闭。',
  EISDIR: () => '这是目录，不是文件。',
  ENOTDIR: () => '路径中间有一段不是目录。',
  ENOSPC: () => '磁盘已满。请清理后重试。',
  EROFS: () => '磁盘是只读的。请换一个位置。',
  ERR_WORKER_OUT_OF_MEMORY: () => '处理这个文件要用的内存太多，没有处理。请把文件拆小后再试。',
  ENAMETOOLONG: () => '文件名太长。',
}

/** What reading and extracting want people to know. */
const warnings: Readonly<Record<string, (detail: string) => string>> = {
  converted: (program) => `已由 ${program} 转换后读取`,
  'hidden-text': (count) => `有 ${count} 个字符设为隐藏，没有读`,
  'entries-skipped': (count) => `压缩包里有 ${count} 个文件不是文档，已略过`,
  'hidden-sheets': (names) => `隐藏的工作表没有读：${names}`,
  'hidden-rows': (count) => `隐藏的 ${count} 行没有读`,
  'glyphs-folded': (count) => `有 ${count} 个字符被 PDF 的字体写成形近的字符（如 ⼀、―），已还原`,
  'pages-doubtful': (pages) => `PDF 有小处损坏，第 ${pages} 页可能缺字，请对照原件`,
  'streams-damaged': (count) => `PDF 中有 ${count} 处数据与校验和不符，可能缺字、错字，请对照原件`,
  'pages-without-text': (pages) => `这些页没有文字，可能是扫描件：第 ${pages} 页`,
  'page-parts-dropped': (count) => `网页正文之外的导航、广告等 ${count} 个字符没有读`,
  'encoding-guessed': (encoding) => `编码按 ${encoding} 猜测；如有乱码，请用 --encoding 指定`,
  'replacement-characters': (count) =>
    `有 ${count} 个字符读不出来，已用 \ufffd 代替；编码可能不对，请用 --encoding 指定`,
}

/** Command lines with what they do. */
type Examples = readonly (readonly [command: string, what?: string])[]

const extractExamples: Examples = [
  ['taizhang extract 讲话.txt', '台账（YAML）显示在屏幕上'],
  ['taizhang extract 工作报告.txt -o 台账.csv', '用 Excel 或 WPS 打开'],
  ['taizhang extract 方案.txt --columns 督办 -o 督办.csv'],
  ['taizhang extract *.txt -o 台账.yaml', '多份文件合成一本台账'],
  ['taizhang extract *.txt -o 台账/ -f csv', '每份文件一本台账'],
  ['taizhang extract 讲话.txt --year 2025 -f json'],
]

const outlineExamples: Examples = [
  ['taizhang outline 讲话.txt', '行号、编号和标题，按层级缩进'],
  ['taizhang outline 讲话.txt -f json'],
]

const textExamples: Examples = [
  ['taizhang text 讲话.txt', '原文，一字不改'],
  ['taizhang text 讲话.txt --clean', '程序实际分析的文本'],
]

const programExamples: Examples = [
  ['taizhang extract 讲话.txt', '生成台账'],
  ['taizhang extract 讲话.txt -o 台账.csv', '生成 Excel、WPS 能打开的台账'],
  ['taizhang outline 讲话.txt', '看看标题层级'],
  ['taizhang extract --help', '看看还能做什么'],
]

export const zh = {
  help: {
    usage: '用法:',
    arguments: '参数:',
    options: '选项:',
    commands: '命令:',
    globalOptions: '通用选项:',
    examples: '示例:',
    program:
      '台账：把讲话、报告、方案、任务分工、整改方案、会议纪要变成任务清单，每个字都注明原文出处。离线运行，同样的输入得到同样的结果。',
    /** What stands for a value after its option. */
    value: {
      format: '格式',
      path: '路径',
      date: '日期',
      year: '年份',
      unit: '粒度',
      name: '名称',
      count: '数量',
      columns: '列',
      language: '语言',
    },
    file: '文件',
    programUsage: '[选项] <命令>',
    helpOption: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    helpCommandTerm: 'help [命令]',
    version: '显示版本号',
    lang: '界面语言：zh（默认）或 en；也可设环境变量 TAIZHANG_LANG',
    verbose: '程序出错时显示详细信息（或设 TAIZHANG_DEBUG=1）',
    quiet: '只显示错误，不显示汇总和提示',
    encoding: '输入文件的编码，如 utf-8、gb18030、big5、utf-16le；默认自动识别',
    useLibreOffice: '.doc、.wps 先由 LibreOffice 转换再读（要先安装 LibreOffice）；直接读有问题时使用',
    extract: '提取任务，生成台账',
    extractUsage: '[选项] <文件...>',
    extractFiles: "文件、目录或通配符（如 '方案/**/*.docx'），可以多个；目录里能读的都读；- 表示标准输入",
    extractFormat: '输出格式：yaml、csv、json、ndjson、xlsx、docx、md、ics；默认看 -o 的扩展名，否则为 yaml',
    extractMerge: '多份文件合成一本台账：-o 是文件或不写时本来如此；-o 是目录时写成其中的一个文件',
    extractOutput: '写入文件；是目录（或以 / 结尾）时，每份文件各写一份',
    extractJobs: '同时处理几份文件，如 4；默认按文件多少和处理器核数决定，1 为逐份处理',
    extractForce: '覆盖已有的文件',
    extractDate: '成文日期，如 2025-03-01；用来推算“今年”“6月底前”',
    extractYear: '工作年度，如 2025；原文没有写明年份时使用',
    extractGranularity: '任务粒度：item（默认，一个编号一项）或 sentence（一句一项）',
    extractColumns: '表格（csv、xlsx、docx、md）的列，用逗号隔开；或用现成的：督办、分解、整改、会议',
    extractExamples,
    outline: '显示标题层级',
    outlineUsage: '[选项] <文件...>',
    outlineFiles: '文件，可以多个：.docx、.doc、.wps、.odt、.rtf、.txt、.md 等；- 表示标准输入',
    outlineFormat: '输出格式：text（默认）或 json',
    outlineExamples,
    text: '显示台账中的位置所指的原文',
    textUsage: '[选项] <文件>',
    textFile: '文件：.docx、.doc、.wps、.odt、.rtf、.txt、.md 等；- 表示标准输入',
    textClean: '显示清理以后的文本（断行已接上，空格、全角、繁体已规整）',
    textExamples,
    programExamples,
  },
  usage: {
    hint: '运行 taizhang --help 查看用法。',
    unknownOption: (name: string, guess?: string) => `没有 ${name} 这个选项。${guess ? `是不是 ${guess}？` : ''}`,
    unknownCommand: (name: string, guess?: string) =>
      `没有“${name}”这个命令。${guess ? `是不是 ${guess}？` : '可用的命令：extract、convert、outline、text。'}`,
    missingArgument: '没有给出文件。请在命令后面写上文件名，或用 - 读标准输入。',
    optionNeedsValue: (flag: string) => `选项 ${flag} 后面要写上值。`,
    tooManyArguments: '给出的文件太多，这个命令一次只读一个。',
    badFormat: (value: string, allowed: string) => `没有“${value}”这种格式，可用：${allowed}。`,
    unknownExtension: (path: string, allowed: string) =>
      `从“${path}”的扩展名看不出要写成什么格式。请加上 -f，可用：${allowed}。`,
    badDate: (value: string) => `--date 要写成 2025-03-01 这样的日期，现在是“${value}”。`,
    badJobs: (value: string) => `--jobs 要写成 1 到 64 的整数，现在是“${value}”。`,
    badYear: (value: string) => `--year 要写成 2025 这样的年份（1949—2199），现在是“${value}”。`,
    badGranularity: (value: string) => `--granularity 只能是 item 或 sentence，现在是“${value}”。`,
    badLanguage: (value: string) => `--lang 只能是 zh 或 en，现在是“${value}”。`,
    unknownColumn: (value: string, columns: string, presets: string) =>
      `没有“${value}”这一列。可用的列：${columns}；现成的列组：${presets}。`,
    outputExists: (path: string) => `${path} 已经存在，没有覆盖。要覆盖请加 --force。`,
    outputIsInput: (path: string) => `${path} 是输入文件，不能用来输出。请换一个文件名。`,
    noOutputFolder: (path: string) => `没有“${path}”这个目录。请先新建，或换一个位置。`,
  },
  notice: {
    typing: '正在等待键盘输入，输完按 Ctrl+D 结束（Windows：按 Ctrl+Z 再回车）。',
    renamed: (path: string, output: string) => `${path}：已有同名的输出文件，改写到 ${output}。`,
    written: (path: string) => `已写入 ${path}`,
    prefix: (path: string, line: string) => `${path}：${line}`,
    standardInput: '标准输入',
    document: (count: { tasks: number; ownerless: number; openEnded: number }, year: string) =>
      count.tasks === 0
        ? `没有找到任务；${year}`
        : `任务 ${count.tasks} 项，未写明单位 ${count.ownerless} 项，未写明时限 ${count.openEnded} 项；${year}`,
    total: (count: { files: number; failed: number; tasks: number; ownerless: number; openEnded: number }) =>
      `合计：${count.files} 份文件${count.failed > 0 ? `（另有 ${count.failed} 份没有处理）` : ''}，任务 ${count.tasks} 项，未写明单位 ${count.ownerless} 项，未写明时限 ${count.openEnded} 项`,
    year: (year: number, from: string) => `年份 ${year}（${from}）`,
    yearUnknown: '年份不明，没有推算日期，可用 --year 指定',
    yearFrom: {
      option: () => '由选项指定',
      title: (text: string, line: string) => `取自标题${text}${line}`,
      dateline: (text: string, line: string) => `取自成文日期${text}${line}`,
      text: (text: string, line: string) => `取自正文${text}${line}`,
      none: () => '没有依据',
    },
    quote: (text: string) => `“${text}”`,
    atLine: (line: number) => `，第 ${line} 行`,
    warning: (code: string, detail?: string) => `注意：${code}${detail ? `（${detail}）` : ''}`,
  },
  warnings,
  outlineEmpty: '没有找到标题。',
  errorLabel: '错误：',
  unexpected: (message: string) => `程序出错：${message}。请加 --verbose 再运行一次，把显示的内容告诉开发者。`,
  input,
  register,
  system,
  config: configWords('zh').errors,
}
