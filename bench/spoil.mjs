// Spoils copies of published documents on purpose and counts how much of it `check` finds, by the right rule at the right
// line. Usage: node bench/spoil.mjs FILE…   (npm run build first; TAIZHANG_DIST names another bundle)
// The table in docs/check.md is this script's output over the fifteen provincial reports of 2026.
import { basename } from 'node:path'
import { argv, env, stdout } from 'node:process'

const { checkSource, outlineSource, readSource, formatChineseNumber, parseChineseNumber } = await import(
  env.TAIZHANG_DIST ?? '../dist/index.js'
)

/** So many places are spoilt in each document, for each kind of fault. */
const PLACES = Number(env.SPOIL_PLACES ?? 5)

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

/** Rows of sibling headings that each open a line, numbered 1, 2, 3 … */
function rowsOf(headings) {
  const rows = []
  const visit = (siblings) => {
    const styles = new Map()
    for (const heading of siblings) {
      if (heading.position.start.column !== 1) continue
      const style = heading.number.replace(numberIn(heading.number), '#')
      styles.set(style, [...(styles.get(style) ?? []), heading])
    }
    for (const row of styles.values()) if (row.length > 1) rows.push(row)
    for (const { children } of siblings) visit(children)
  }
  visit(headings)
  return rows
}

const isPoint = (heading) => /^[一二三四五六七八九十]+[是要抓]|^第.+[，,]/.test(heading.number)
const numberIn = (marker) => /[一二三四五六七八九十]+|\d+/.exec(marker)?.[0] ?? ''
const replaceAt = (text, start, end, by) => text.slice(0, start) + by + text.slice(end)

/** The kinds of fault: each gives the places it could spoil, and spoils one. `line` is where the finding must stand. */
const kinds = {
  'heading removed': ({ text, rows }) =>
    // the last of a row can be removed without a trace
    rows.flatMap((row) =>
      row.slice(0, -1).map((heading, i) => {
        const next = row[i + 1]
        const end = text.indexOf('\n', heading.position.start.offset) + 1
        return {
          rules: isPoint(heading) ? ['ordinal-chain'] : ['number-gap'],
          text: replaceAt(text, heading.position.start.offset, end, ''),
          line: next.line - 1,
        }
      }),
    ),
  'number doubled': ({ text, rows }) =>
    rows.flatMap((row) =>
      row.slice(1).map((heading, i) => {
        const { offset } = heading.position.start
        const number = heading.number.replace(numberIn(heading.number), numberIn(row[i].number))
        return {
          rules: isPoint(heading) ? ['ordinal-chain'] : ['number-duplicate'],
          text: replaceAt(text, offset, offset + heading.number.length, number),
          line: heading.line,
        }
      }),
    ),
  'two swapped': ({ text, rows }) =>
    rows.flatMap((row) =>
      row.slice(1).map((heading, i) => {
        const before = row[i]
        const second = replaceAt(
          text,
          heading.position.start.offset,
          heading.position.start.offset + heading.number.length,
          before.number,
        )
        return {
          rules: isPoint(heading) ? ['ordinal-chain'] : ['number-order'],
          text: replaceAt(
            second,
            before.position.start.offset,
            before.position.start.offset + before.number.length,
            heading.number,
          ),
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
  'date impossible': ({ text, lines }) =>
    lines
      .filter(({ content }) => !/^(?:来源|时间|日期|发布)/.test(content))
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
  'bracket removed': ({ text, prose }) =>
    prose.flatMap(({ line, start, content }) =>
      [...content.matchAll(/[（）《》“”〔〕]/g)].map((match) => ({
        rules: ['bracket-unpaired'],
        text: replaceAt(text, start + match.index, start + match.index + 1, ''),
        line,
      })),
    ),
}

const table = new Map(Object.keys(kinds).map((kind) => [kind, { spoilt: 0, found: 0, missed: [] }]))
for (const path of argv.slice(2)) {
  const source = await readSource(path)
  const { text } = source
  const random = randomOf(basename(path))
  const { headings } = await outlineSource(source)
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
  const clean = new Set((await checkSource(source)).findings.map((f) => `${f.ruleId}:${f.message}`))
  for (const [kind, places] of Object.entries(kinds)) {
    const row = table.get(kind)
    for (const fault of pick(places({ text, lines, prose, rows: rowsOf(headings), random }), PLACES, random)) {
      const { findings } = await checkSource({ ...source, text: fault.text })
      const fresh = findings.filter((f) => !clean.has(`${f.ruleId}:${f.message}`))
      const found = fresh.some((f) => fault.rules.includes(f.ruleId) && f.position.start.line === fault.line)
      row.spoilt++
      if (found) row.found++
      else
        row.missed.push(
          `${basename(path)}:${fault.line} ${fault.text.split('\n')[fault.line - 1]?.slice(0, 40)} → ${fresh.map((f) => `${f.ruleId}@${f.position.start.line}`).join(' ') || 'nothing'}`,
        )
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
