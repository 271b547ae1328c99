import { configWords } from './config.ts'
import type { Messages } from './index.ts'

const inLine = (params: Readonly<Record<string, string>>): string => (params.line ? `line ${params.line}: ` : '')

export const en: Messages = {
  config: configWords('en').errors,
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    globalOptions: 'Global options:',
    examples: 'Examples:',
    program:
      'Turns Chinese speeches, reports, plans, assignment notices, rectification plans and minutes into task ledgers in which every word has its exact source. Offline; the same input gives the same output.',
    value: {
      format: 'format',
      path: 'path',
      date: 'date',
      year: 'year',
      unit: 'unit',
      name: 'name',
      count: 'count',
      columns: 'columns',
      language: 'language',
    },
    file: 'file',
    programUsage: '[options] <command>',
    helpOption: 'show help',
    helpCommand: 'show help for a command',
    helpCommandTerm: 'help [command]',
    version: 'show the version',
    lang: 'language: zh (default) or en; or set TAIZHANG_LANG',
    verbose: 'show details of internal errors (or set TAIZHANG_DEBUG=1)',
    quiet: 'show errors only, no summary, no notices',
    encoding: 'encoding of the input, e.g. utf-8, gb18030, big5, utf-16le; detected by default',
    useLibreOffice:
      'read .doc and .wps by way of LibreOffice (it must be installed), where reading them directly goes wrong',
    extract: 'extract the tasks into a ledger',
    extractUsage: '[options] <file...>',
    extractFiles: "files, folders (all documents in them) or patterns such as 'plans/**/*.docx'; - for standard input",
    extractFormat: 'yaml, csv, json, ndjson, xlsx, docx, md or ics; by default as the extension of -o says, else yaml',
    extractMerge: 'one ledger of all documents: what a file or the screen gets anyway; in a folder, one file of it',
    extractOutput: 'write to a file; if it is a directory (or ends with /), one file per document',
    extractJobs:
      'documents to work on at a time, e.g. 4; by default as the number of files and of cores suggests, 1: one by one',
    extractForce: 'overwrite existing files',
    extractDate: 'date of the document, e.g. 2025-03-01: what 今年 and 6月底前 count from',
    extractYear: 'working year, e.g. 2025, where the document does not tell',
    extractGranularity: 'item (default: a task per numbered item) or sentence',
    extractColumns:
      'columns of tables (csv, xlsx, docx, md), separated by commas; or a preset: supervision, breakdown, rectification, minutes',
    extractExamples: [
      ['taizhang extract speech.txt', 'ledger (YAML) on the screen'],
      ['taizhang extract report.txt -o ledger.csv', 'for Excel or WPS'],
      ['taizhang extract plan.txt --columns supervision -o plan.csv'],
      ['taizhang extract *.txt -o ledger.yaml', 'several documents, one ledger'],
      ['taizhang extract *.txt -o ledgers/ -f csv', 'one ledger per document'],
      ['taizhang extract speech.txt --year 2025 -f json'],
    ],
    outline: 'show the tree of headings',
    outlineUsage: '[options] <file...>',
    outlineFiles: '.docx, .doc, .wps, .odt, .rtf, .txt, .md … files; - for standard input',
    outlineFormat: 'text (default) or json',
    outlineExamples: [
      ['taizhang outline speech.txt', 'line, number and heading, indented by level'],
      ['taizhang outline speech.txt -f json'],
    ],
    text: 'show the text that the positions of a ledger refer to',
    textUsage: '[options] <file>',
    textFile: '.docx, .doc, .wps, .odt, .rtf, .txt, .md … file; - for standard input',
    textClean: 'show the text after clean-up (broken lines joined, spaces, full-width and traditional forms settled)',
    textExamples: [
      ['taizhang text speech.txt', 'the original, not a character changed'],
      ['taizhang text speech.txt --clean', 'what is analysed'],
    ],
    programExamples: [
      ['taizhang extract speech.txt', 'make a ledger'],
      ['taizhang extract speech.txt -o ledger.csv', 'make one for Excel or WPS'],
      ['taizhang outline speech.txt', 'look at the headings'],
      ['taizhang extract --help', 'see what else it can do'],
    ],
  },
  usage: {
    hint: 'Run taizhang --help to see how it is used.',
    unknownOption: (name, guess) => `There is no option ${name}.${guess ? ` Did you mean ${guess}?` : ''}`,
    unknownCommand: (name, guess) =>
      `There is no command "${name}". ${guess ? `Did you mean ${guess}?` : 'Commands: extract, convert, outline, text.'}`,
    missingArgument: 'No file given. Name a file after the command, or - for standard input.',
    optionNeedsValue: (flag) => `Option ${flag} needs a value.`,
    tooManyArguments: 'Too many files: this command reads one at a time.',
    badFormat: (value, allowed) => `There is no format "${value}". Use one of: ${allowed}.`,
    unknownExtension: (path, allowed) =>
      `The extension of "${path}" does not tell the format. Add -f with one of: ${allowed}.`,
    badDate: (value) => `--date takes a date such as 2025-03-01, not "${value}".`,
    badJobs: (value) => `--jobs takes a number from 1 to 64, not "${value}".`,
    badYear: (value) => `--year takes a year such as 2025 (1949 to 2199), not "${value}".`,
    badGranularity: (value) => `--granularity is item or sentence, not "${value}".`,
    badLanguage: (value) => `--lang is zh or en, not "${value}".`,
    unknownColumn: (value, columns, presets) =>
      `There is no column "${value}". Columns: ${columns}; presets: ${presets}.`,
    outputExists: (path) => `${path} exists and was not overwritten. Add --force to overwrite it.`,
    outputIsInput: (path) => `${path} is an input file and cannot be the output. Choose another name.`,
    noOutputFolder: (path) => `There is no directory "${path}". Create it first, or choose another place.`,
  },
  notice: {
    typing: 'Waiting for typed input: end it with Ctrl+D (Windows: Ctrl+Z, Enter).',
    renamed: (path, output) => `${path}: another output has this name already, writing to ${output} instead.`,
    written: (path) => `Written to ${path}`,
    prefix: (path, line) => `${path}: ${line}`,
    standardInput: 'standard input',
    document: (count, year) =>
      count.tasks === 0
        ? `no tasks found; ${year}`
        : `tasks: ${count.tasks}, without department: ${count.ownerless}, without deadline: ${count.openEnded}; ${year}`,
    total: (count) =>
      `total: ${count.files} file(s)${count.failed > 0 ? ` (${count.failed} more failed)` : ''}, tasks: ${count.tasks}, without department: ${count.ownerless}, without deadline: ${count.openEnded}`,
    year: (year, from) => `year ${year} (${from})`,
    yearUnknown: 'year unknown, no dates computed; give it with --year',
    yearFrom: {
      option: () => 'given by option',
      title: (text, line) => `from the title${text}${line}`,
      dateline: (text, line) => `from the date of the document${text}${line}`,
      text: (text, line) => `from the text${text}${line}`,
      none: () => 'no grounds',
    },
    quote: (text) => ` "${text}"`,
    atLine: (line) => `, line ${line}`,
    warning: (code, detail) => `note: ${code}${detail ? ` (${detail})` : ''}`,
  },
  warnings: {
    converted: (program) => `read by way of ${program}`,
    'hidden-text': (count) => `${count} character(s) are formatted as hidden and were not read`,
    'entries-skipped': (count) => `${count} file(s) in the archive are no documents and were passed over`,
    'hidden-sheets': (names) => `hidden sheets were not read: ${names}`,
    'hidden-rows': (count) => `${count} hidden row(s) were not read`,
    'glyphs-folded': (count) =>
      `the PDF has ${count} character(s) as others that look like them (⼀, ―); they were restored`,
    'pages-doubtful': (pages) =>
      `the PDF is damaged in places: characters may be missing on page ${pages}; compare it with the original`,
    'streams-damaged': (count) =>
      `${count} part(s) of the PDF do not match their check sums: characters may be missing or wrong; compare it with the original`,
    'pages-without-text': (pages) => `pages without text, perhaps scanned: ${pages}`,
    'page-parts-dropped': (count) => `${count} character(s) of menus, advertisements and the like were not read`,
    'encoding-guessed': (encoding) => `encoding guessed to be ${encoding}; if it shows garbage, give --encoding`,
    'replacement-characters': (count) =>
      `${count} character(s) could not be read and stand as \ufffd; the encoding may be wrong, give --encoding`,
  },
  outlineEmpty: 'No headings found.',
  errorLabel: 'error: ',
  unexpected: (message) =>
    `Internal error: ${message}. Run it again with --verbose and send what it shows to the developers.`,
  input: {
    'not-found': () => 'No such file. Check the path and the name.',
    'is-directory': () =>
      'This is a directory. Nothing in it can be read, or the command reads one file only: name it, e.g. folder/a.txt.',
    'not-readable': (p) =>
      `The file cannot be read (${p.reason}). Check its rights, and whether another program holds it.`,
    empty: () => 'There is no text in the file.',
    binary: () => 'This is neither a document nor a text file. Check that it is the right one.',
    'unsupported-format': (p) =>
      `${p.format} files cannot be read. Save it as .docx or plain text in the program that it is from.`,
    'unknown-encoding': (p) => `There is no encoding "${p.encoding}". Use utf-8, gb18030, big5, utf-16le or utf-16be.`,
    'not-decodable': (p) => `The file is not ${p.encoding}. Leave --encoding out to have it detected, or try another.`,
    encrypted: () => 'The file has a password. Open it where it is from and save a copy without one.',
    damaged: (p) =>
      `The file is damaged or incomplete (${p.detail}). Get it anew, or open it where it is from and save a copy.`,
    'too-large': (p) =>
      p.what === 'archives'
        ? 'An archive lies too deep inside others. Unpack the inner ones first.'
        : p.what === 'memory'
          ? 'Reading it takes too much memory: given up. It may be damaged. Open it and save a copy, or split it.'
          : 'The file is too large, or unpacks to too much. Split it.',
    'timed-out': (p) =>
      `Not read within ${p.seconds} s: given up. It may be damaged or too large. Open it and save a copy (best as .docx), or split it.`,
    'no-text': () => 'There is no text in the file; it may be a scan or a picture. Run OCR on it first.',
    'reader-missing': (p) =>
      `Reading .${p.format} needs ${p.package}, which is not here. ${p.package === 'LibreOffice' ? 'Install LibreOffice, or leave --use-libreoffice out.' : `Run npm install ${p.package}.`}`,
    'is-archive': (p) => `The archive holds ${p.count} documents. This command reads one at a time: unpack it first.`,
  },
  register: {
    empty: () => 'The file is empty. Give it a ledger that taizhang wrote.',
    syntax: (p) => `${inLine(p)}not valid YAML or JSON (${p.detail}). Mend this line or undo the last edit.`,
    'not-a-register': () => 'Not a ledger. Give it a file that taizhang extract wrote.',
    'unknown-field': (p) => `${inLine(p)}there is no field "${p.field}". Remove it, or use one of: ${p.allowed}.`,
    'missing-field': (p) => `${inLine(p)}field "${p.field}" is missing. Add it.`,
    'expected-text': (p) => `${inLine(p)}"${p.field}" must be one text. Put it between double quotes.`,
    'expected-list': (p) => `${inLine(p)}"${p.field}" must be a list. Put it between [ and ].`,
    'expected-fields': (p) => `${inLine(p)}"${p.field}" must consist of fields (name: value).`,
    'bad-number': (p) => `${inLine(p)}"${p.field}" must be a number, not "${p.value}".`,
    'bad-date': (p) => `${inLine(p)}"${p.field}" must be a date such as "2025-12-31", not "${p.value}".`,
    'bad-position': (p) =>
      `${inLine(p)}"${p.field}" must be a position such as 43:1-43:66@1820-1885, not "${p.value}".`,
    'bad-value': (p) => `${inLine(p)}"${p.field}" cannot be "${p.value}". Use one of: ${p.allowed}.`,
    invalid: (p) => `${inLine(p)}"${p.field}" does not fit the ledger (${p.detail}). Correct it.`,
  },
  system: {
    ENOENT: () => 'No such file or directory. Check the path.',
    EACCES: () => 'Permission denied. Check the rights of file and directory.',
    EPERM: () => 'Not permitted. If the file is open in Excel or WPS, close it first.',
    EBUSY: () => 'The file is in use. If it is open in Excel or WPS, close it first.',
    EISDIR: () => 'This is a directory, not a file.',
    ENOTDIR: () => 'A part of the path is not a directory.',
    ENOSPC: () => 'The disk is full. Make room and try again.',
    EROFS: () => 'The disk is read-only. Choose another place.',
    ERR_WORKER_OUT_OF_MEMORY: () => 'This file takes too much memory and was left out. Split it and try again.',
    ENAMETOOLONG: () => 'The file name is too long.',
  },
}
