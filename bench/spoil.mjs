// Spoils copies of documents on purpose and counts how much of it `check` finds, by the right rule at the right line.
// Usage: node bench/spoil.mjs [FILE…]   (npm run build first; TAIZHANG_DIST names another bundle)
// Without files: the fifteen provincial reports of 2026 beside the project, whose table stands in docs/check.md.
import { basename } from 'node:path'
import { argv, env, stdout } from 'node:process'
import { namedOrReports } from './corpus.mjs'

const { checkSource, extractSource, outlineSource, readSource, formatChineseNumber, parseChineseNumber } = await import(
  env.TAIZHANG_DIST ?? '../dist/index.js'
)

/** At most so many places are spoilt in each document, for each kind of fault. */
const PLACES = Number(env.SPOIL_PLACES ?? 40)

const files = namedOrReports(argv.slice(2))

/** A small generator with a seed: the same places on every machine (mulberry32). */
function randomOf(seed) {
  let state = [...seed].reduce((sum, char) => (Math.imul(sum, 31) + char.codePointAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = (items, count, random) => {
  const left = [...items]
  const picked = []
  while (picked.length < count && left.length > 0) picked.push(...left.splice(Math.floor(random() * left.length), 1))
  return picked
}

/** Rows of sibling headings in which each number follows the one before: only there a fault is one for certain. */
function rowsOf(headings, text) {
  const rows = []
  const visit = (siblings) => {
    const open = new Map()
    for (const heading of siblings) {
      const { offset } = heading.position.start
      const value = ordinalOf(heading.number)
      // numbers that clean-up restored, or that stand in brackets of another kind, cannot be written over
      if (value === null || !text.startsWith(heading.number, offset)) continue
      const inline = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() !== ''
      const style = `${inline ? 'inline ' : ''}${heading.number.replace(NUMBER, '#')}`
      const row = open.get(style)
      if (row && value === row.at(-1).value + 1) row.push({ ...heading, value })
      else {
        const fresh = [{ ...heading, value }]
        rows.push({ inline, items: fresh })
        open.set(style, fresh)
      }
    }
    for (const { children } of siblings) visit(children)
  }
  visit(headings)
  return rows.filter(({ items }) => items.length > 1)
}

/** The line on which the other half of each bracket stands: what is left when one of them is removed. */
function bracketsOf(text) {
  const pairs = []
  for (const [open, close] of ['（）', '《》', '“”', '〔〕', '()'].map((pair) => [...pair])) {
    const stack = []
    for (const { 0: char, index } of text.matchAll(new RegExp(`[${open}${close}]`.replace(/[()]/g, '\\$&'), 'g'))) {
      if (char === open) stack.push(index)
      else {
        const start = stack.pop()
        // 應(yīng): the pinyin of a damaged page is cleaned away, and its brackets with it
        const pinyin = start !== undefined && /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+$/.test(text.slice(start + 1, index))
        if (start !== undefined && !pinyin && lineAt(text, index) - lineAt(text, start) <= 3) pairs.push([start, index])
      }
    }
  }
  return pairs.flatMap(([start, end]) => [
    { at: start, left: end },
    { at: end, left: start },
  ])
}

const NUMBER = /[一二三四五六七八九十]+|\d+/
const numberIn = (marker) => NUMBER.exec(marker)?.[0] ?? ''
const ordinalOf = (marker) => {
  const number = numberIn(marker)
  return number === '' ? null : /\d/.test(number) ? Number(number) : parseChineseNumber(number)
}
const isPoint = (heading) => /^[一二三四五六七八九十]+[是要抓]|^第.+[，,]/.test(heading.number)
const lineAt = (text, offset) => text.slice(0, offset).split('\n').length
const replaceAt = (text, start, end, by) => text.slice(0, start) + by + text.slice(end)

const doubled = (rows, text) =>
  rows.flatMap(({ items }) =>
    items.slice(1).map((heading, i) => {
      const { offset } = heading.position.start
      const number = heading.number.replace(NUMBER, numberIn(items[i].number))
      return {
        rules: isPoint(heading) ? ['ordinal-chain'] : ['number-duplicate'],
        text: replaceAt(text, offset, offset + heading.number.length, number),
        line: heading.line,
      }
    }),
  )

/**
 * The kinds of fault: each gives the places it could spoil, and spoils one. `line` is where the finding must stand, `was`
 * the same line before.
 */
const kinds = {
  'heading removed': ({ text, rows }) =>
    // the last of a row can be removed without a trace
    rows
      .filter(({ inline }) => !inline)
      .flatMap(({ items }) =>
        items.slice(0, -1).map((heading, i) => {
          const next = items[i + 1]
          const start = text.lastIndexOf('\n', heading.position.start.offset - 1) + 1
          const end = text.indexOf('\n', heading.position.start.offset) + 1
          return {
            rules: isPoint(heading) ? ['ordinal-chain'] : ['number-gap'],
            text: replaceAt(text, start, end, ''),
            line: next.line - 1,
            was: next.line,
          }
        }),
      ),
  'number doubled': ({ text, rows }) =>
    doubled(
      rows.filter(({ inline }) => !inline),
      text,
    ),
  'number doubled inside a paragraph': ({ text, rows }) =>
    doubled(
      rows.filter(({ inline }) => inline),
      text,
    ),
  'two swapped': ({ text, rows }) =>
    rows
      .filter(({ inline }) => !inline)
      .flatMap(({ items }) =>
        items.slice(1).map((heading, i) => {
          const before = items[i]
          const [from, to] = [before.position.start.offset, heading.position.start.offset]
          const second = replaceAt(text, to, to + heading.number.length, before.number)
          return {
            rules: isPoint(heading) ? ['ordinal-chain'] : ['number-order'],
            text: replaceAt(second, from, from + before.number.length, heading.number),
            line: before.line,
          }
        }),
      ),
  'count changed': ({ text, lines }) =>
    lines.flatMap(({ line, start, content }, i) => {
      const announces =
        /(?:重点|主要|着力|突出|抓好|做好|做了|把握)[^。；，“”]{0,14}?([一二三四五六七八九十]{1,3}|\d{1,2})(?:个方面|[项件]|方面)[^。；，“”]{0,8}[。：]$/.exec(
          content.trimEnd(),
        )
      const next = lines[i + 1]?.content ?? ''
      if (!announces || !/^(?:（一）|一、|1[.．、]|一是)/.test(next)) return []
      const value = parseChineseNumber(announces[1])
      const more = /\d/.test(announces[1]) ? String(value + 1) : formatChineseNumber(value + 1)
      const at = start + announces.index + announces[0].lastIndexOf(announces[1])
      return [{ rules: ['count-mismatch'], text: replaceAt(text, at, at + announces[1].length, more), line }]
    }),
  'date impossible': ({ text, lines, furniture }) =>
    lines
      .filter(({ line }) => !furniture.has(line))
      .flatMap(({ line, start, content }) =>
        [...content.matchAll(/(?<!\d)(\d{1,2})月(\d{1,2})日|(?<=20\d\d年)(\d{1,2})月/g)].map((match) => ({
          rules: ['date-invalid'],
          text: replaceAt(
            text,
            start + match.index,
            start + match.index + match[0].length,
            match[3] === undefined ? '2月30日' : '13月',
          ),
          line,
        })),
      ),
  'placeholder put in': ({ text, prose, random }) =>
    prose.flatMap(({ line, start, content }) =>
      [...content.matchAll(/(?<=[\u4e00-\u9fff])\d+(?:\.\d+)?(?=[%个家亿万项公])/g)].slice(0, 2).map((match) => ({
        rules: ['placeholder'],
        text: replaceAt(
          text,
          start + match.index,
          start + match.index + match[0].length,
          ['XX', '××', '**', '____', '（待补充）'][Math.floor(random() * 5)],
        ),
        line,
      })),
    ),
  'bracket removed': ({ text, prose }) => {
    const brackets = bracketsOf(text)
    return prose.flatMap(({ line, start, content }) =>
      brackets
        .filter(({ at }) => at >= start && at < start + content.length)
        .map(({ at, left }) => ({
          rules: ['bracket-unpaired'],
          text: replaceAt(text, at, at + 1, ''),
          line: line + lineAt(text, left) - lineAt(text, at),
        })),
    )
  },
}

/** Lines of the page around the text; their dates are nobody's deadlines. */
function furnitureOf(tree) {
  const lines = new Set()
  const visit = (node) => {
    if (node.type === 'furniture' && node.position)
      for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line)
    for (const child of node.children ?? []) visit(child)
  }
  visit(tree)
  return lines
}

/** How often a rule speaks on each line. */
const counted = (findings) => {
  const counts = new Map()
  for (const { ruleId, position } of findings) {
    const key = `${ruleId}@${position.start.line}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const table = new Map(Object.keys(kinds).map((kind) => [kind, { spoilt: 0, found: 0, missed: [] }]))
for (const path of files) {
  const source = await readSource(path)
  const { text } = source
  const random = randomOf(basename(path))
  const { headings } = await outlineSource(source)
  const furniture = furnitureOf((await extractSource(source)).tree)
  let offset = 0
  const lines = text
    .split('\n')
    .map((content, i) => {
      const line = { line: i + 1, start: offset, content }
      offset += content.length + 1
      return line
    })
    .filter(({ content }) => content.trim() !== '')
  // the text itself, not what the page has around it
  const prose = lines.filter(({ content }) => content.length > 20 && /[。；：]/.test(content))
  const clean = counted((await checkSource(source)).findings)
  for (const [kind, places] of Object.entries(kinds)) {
    const row = table.get(kind)
    const rows = rowsOf(headings, text)
    for (const fault of pick(places({ text, lines, prose, rows, furniture, random }), PLACES, random)) {
      const spoilt = counted((await checkSource({ ...source, text: fault.text })).findings)
      // more than the document had on this line before
      const found = fault.rules.some(
        (rule) => (spoilt.get(`${rule}@${fault.line}`) ?? 0) > (clean.get(`${rule}@${fault.was ?? fault.line}`) ?? 0),
      )
      row.spoilt++
      if (found) row.found++
      else {
        const fresh = [...spoilt.keys()].filter((key) => !clean.has(key)).slice(0, 5)
        row.missed.push(
          `${basename(path)}:${fault.line} ${fault.text.split('\n')[fault.line - 1]?.slice(0, 40)} → ${fresh.join(' ') || 'nothing'}`,
        )
      }
    }
  }
}

const rows = [...table]
const percent = ({ found, spoilt }) => (spoilt === 0 ? '–' : `${((100 * found) / spoilt).toFixed(1)} %`)
const sum = rows.reduce((a, [, b]) => ({ spoilt: a.spoilt + b.spoilt, found: a.found + b.found }), {
  spoilt: 0,
  found: 0,
})
stdout.write('| fault | spoilt | found by the right rule at the right line | |\n|---|---:|---:|---:|\n')
for (const [kind, row] of rows) stdout.write(`| ${kind} | ${row.spoilt} | ${row.found} | ${percent(row)} |\n`)
stdout.write(`| **all** | ${sum.spoilt} | ${sum.found} | ${percent(sum)} |\n`)
for (const [kind, { missed }] of rows) for (const one of missed) stdout.write(`\nmissed (${kind}): ${one}`)
stdout.write('\n')
