import type { Language } from '../../register/language.ts'

type Params = Readonly<Record<string, string>>

/** What the configuration and the commands about it say. */
export interface ConfigWords {
  option: string
  noOption: string
  errors: Readonly<Record<string, (params: Params) => string>>
  init: {
    description: string
    usage: string
    force: string
    path: string
    examples: Examples
    written: (path: string) => string
    exists: (path: string) => string
  }
  rules: {
    description: string
    usage: string
    list: string
    test: string
    explain: string
    word: string
    examples: Examples
    own: string
    options: string
    wordName: string
    rule: string
    layer: Readonly<Record<'shipped' | 'own', string>>
    kinds: Readonly<Record<string, string>>
    passed: (count: number) => string
    failed: (count: number) => string
    shouldHit: (entry: string, example: string) => string
    shouldMiss: (entry: string, example: string) => string
    notFound: (word: string) => string
    noConfig: string
    line: (line: number) => string
  }
  suggest: {
    description: string
    lexicon: string
    usage: string
    min: string
    examples: Examples
    header: (files: number, engine: string) => string
    alias: (name: string) => string
    places: (places: string) => string
    nothing: string
  }
}

type Examples = readonly (readonly [command: string, what?: string])[]

const zhTypes: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '“项: 值”',
  record: '“项: 值”',
}

const zhProblem = ({ problem = '', detail = '' }: Params): string => {
  switch (problem) {
    case 'missing':
      return '没有写'
    case 'type':
      return `应当是${zhTypes[detail] ?? detail}`
    case 'choice':
      return `只能是 ${detail}`
    case 'empty':
      return '不能为空'
    case 'least':
      return `不能小于 ${detail}`
    case 'most':
      return `不能大于 ${detail}`
    case 'format':
      return detail === 'date' ? '应当是 2025-06-30 这样的日期' : '写法不对'
    case 'column':
      return `没有“${detail}”这一栏`
    default:
      return detail
  }
}

/** The file itself may be the wrong kind of thing: then there is no field to name. */
const zhField = (field = ''): string => (field === '' ? '整个文件' : `“${field}”`)

const zh: ConfigWords = {
  option: '配置文件；默认从输入文件所在目录逐级向上找 taizhang.config.yaml',
  noOption: '不用配置文件',
  errors: {
    syntax: (p) => `配置文件 ${p.path} 第 ${p.line} 行不是有效的 YAML（${p.detail}）。请改正这一行。`,
    'unknown-key': (p) =>
      `配置文件 ${p.path} 第 ${p.line} 行：没有“${p.field}”这一项。运行 taizhang init 可以看到全部可用的项。`,
    encoding: (p) => `配置文件 ${p.path} 不是 UTF-8 编码。请另存为 UTF-8。`,
    invalid: (p) => `配置文件 ${p.path} 第 ${p.line} 行：${zhField(p.field)}${zhProblem(p)}。`,
    'not-found': (p) => `没有配置文件 ${p.path}。请检查 --config 后面的路径。`,
    'not-readable': (p) => `读不了配置文件 ${p.path}（${p.reason}）。`,
    'useless-entry': (p) =>
      `配置文件 ${p.path} 第 ${p.line} 行：${zhField(p.field)}的“${p.detail}”永远不会被认出来。请换一种写法，或删去。`,
  },
  init: {
    description: '写一份带说明的配置文件，填上自己的单位、标签和用语',
    usage: '[选项] [目录]',
    path: '写到哪个目录，默认为当前目录',
    force: '覆盖已有的配置文件',
    examples: [['taizhang init', '在当前目录生成 taizhang.config.yaml']],
    written: (path) => `已写入 ${path}。请按说明修改，再用 taizhang rules test 检查。`,
    exists: (path) => `${path} 已经存在，没有覆盖。要覆盖请加 --force。`,
  },
  rules: {
    description: '查看、检验正在使用的词表和规则',
    usage: 'list|test|explain [选项]',
    list: '列出自己配置的和程序自带的词',
    test: '逐条检验配置里的例子（命中、不命中）',
    explain: '说明一个词来自哪里、作什么用，或 explain 里的一条规则是什么',
    word: '要查的词或规则',
    examples: [['taizhang rules test'], ['taizhang rules list --own'], ['taizhang rules explain 发改委']],
    own: '只列自己配置的',
    options: '[选项]',
    wordName: '词',
    rule: '规则',
    layer: { shipped: '自带', own: '配置' },
    kinds: {
      department: '单位',
      group: '集合',
      label: '标签',
      verb: '动词',
      unit: '计量单位',
      deadline: '时限',
      section: '章节',
      responsibility: '职责',
      preset: '列组',
    },
    passed: (count) => `${count} 个例子全部符合。`,
    failed: (count) => `${count} 个例子不符合。`,
    shouldHit: (entry, example) => `${entry}：例子“${example}”应当命中，却没有认出来。`,
    shouldMiss: (entry, example) => `${entry}：例子“${example}”不应命中，却认出来了。`,
    notFound: (word) => `词表里没有“${word}”。`,
    noConfig: '没有找到配置文件，只有程序自带的词。运行 taizhang init 可以生成一份。',
    line: (line) => `第 ${line} 行`,
  },
  suggest: {
    description: '从自己的文件里找出词表没有的单位名称和简称，供贴进配置',
    lexicon: '词表工具',
    usage: '[选项] <文件...>',
    min: '至少出现几次才列出，默认 2',
    examples: [['taizhang lexicon suggest *.txt', '找出没有收进词表的单位']],
    header: (files, engine) =>
      `# 在 ${files} 份文件里找到、词表没有的单位名称（分词：${engine}）。核对后贴进 taizhang.config.yaml 的“单位”。`,
    alias: (name) => `可能是“${name}”的别名`,
    places: (places) => `见 ${places}`,
    nothing: '没有找到词表以外的单位名称。',
  },
}

const enTypes: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

const enProblem = ({ problem = '', detail = '' }: Params): string => {
  switch (problem) {
    case 'missing':
      return 'is missing'
    case 'type':
      return `should be ${enTypes[detail] ?? detail}`
    case 'choice':
      return `should be one of ${detail}`
    case 'empty':
      return 'must not be empty'
    case 'least':
      return `must not be less than ${detail}`
    case 'most':
      return `must not be more than ${detail}`
    case 'format':
      return detail === 'date' ? 'should be a date such as 2025-06-30' : 'is not written as it should be'
    case 'column':
      return `names “${detail}”, which is no column`
    default:
      return detail
  }
}

const enField = (field = ''): string => (field === '' ? 'the whole file' : `“${field}”`)

const en: ConfigWords = {
  option: 'configuration file; looked for as taizhang.config.yaml upwards from the first input',
  noOption: 'use no configuration file',
  errors: {
    syntax: (p) => `${p.path}, line ${p.line}: not valid YAML (${p.detail}). Mend this line.`,
    'unknown-key': (p) =>
      `${p.path}, line ${p.line}: there is no “${p.field}”. taizhang init shows everything that can be set.`,
    encoding: (p) => `${p.path} is not in UTF-8. Save it as UTF-8.`,
    invalid: (p) => `${p.path}, line ${p.line}: ${enField(p.field)} ${enProblem(p)}.`,
    'not-found': (p) => `There is no configuration file ${p.path}. Check the path after --config.`,
    'not-readable': (p) => `Cannot read the configuration file ${p.path} (${p.reason}).`,
    'useless-entry': (p) =>
      `${p.path}, line ${p.line}: “${p.detail}” of ${enField(p.field)} can never match. Write it another way, or leave it out.`,
  },
  init: {
    description: 'write a commented configuration file for your own departments, labels and words',
    usage: '[options] [folder]',
    path: 'folder to write to; the current one by default',
    force: 'overwrite a configuration file that is there',
    examples: [['taizhang init', 'makes taizhang.config.yaml in the current folder']],
    written: (path) => `Wrote ${path}. Edit it, then check it with taizhang rules test.`,
    exists: (path) => `${path} is there already and was not overwritten. Add --force to overwrite it.`,
  },
  rules: {
    description: 'show and test the words and rules in force',
    usage: 'list|test|explain [options]',
    list: 'list your own words and those that the program ships with',
    test: 'run the examples (命中, 不命中) of the configuration',
    explain: 'say where a word comes from and what it does, or what a rule id of explain means',
    word: 'the word, or the rule',
    examples: [['taizhang rules test'], ['taizhang rules list --own'], ['taizhang rules explain 发改委']],
    own: 'only your own',
    options: '[options]',
    wordName: 'word',
    rule: 'rule',
    layer: { shipped: 'shipped', own: 'own' },
    kinds: {
      department: 'department',
      group: 'group',
      label: 'label',
      verb: 'verb',
      unit: 'unit',
      deadline: 'deadline',
      section: 'section',
      responsibility: 'responsibility',
      preset: 'columns',
    },
    passed: (count) => `All ${count} examples hold.`,
    failed: (count) => `${count} examples do not hold.`,
    shouldHit: (entry, example) => `${entry}: the example “${example}” should be recognised and is not.`,
    shouldMiss: (entry, example) => `${entry}: the example “${example}” should not be recognised and is.`,
    notFound: (word) => `The lexicon has no “${word}”.`,
    noConfig: 'No configuration file was found; only the words that the program ships with. taizhang init makes one.',
    line: (line) => `line ${line}`,
  },
  suggest: {
    description: 'propose names of departments and aliases in your own documents that the lexicon lacks',
    lexicon: 'lexicon tools',
    usage: '[options] <file...>',
    min: 'list names that occur at least so often; 2 by default',
    examples: [['taizhang lexicon suggest *.txt', 'names that the lexicon lacks']],
    header: (files, engine) =>
      `# Names in ${files} files that the lexicon lacks (words by ${engine}). Check them, then paste them under 单位 of taizhang.config.yaml.`,
    alias: (name) => `maybe an alias of ${name}`,
    places: (places) => `see ${places}`,
    nothing: 'No names of departments beyond the lexicon were found.',
  },
}

/** The words of configurations. */
export const configWords = (language: Language): ConfigWords => (language === 'en' ? en : zh)
