// Our deadlines beside those of two general date recognisers, on deadlines in official style: right values and time per
// call, in one run. Alone: node bench/deadlines.mjs [--write]; --write puts the table into docs/bench.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import recognizers from '@microsoft/recognizers-text-date-time'
import { zh } from 'chrono-node'
import { parse } from 'yaml'
import { root } from './corpus.mjs'
import { median } from './statistics.mjs'

const LEAST = 150
const ROUNDS = 7
const HEADING = '## Deadlines beside other recognisers'

/**
 * What all three can be asked: sentences (no values of labels) of a known year. A case that has no day, and no dates
 * since that day is missing, would be another case with the reference day that the others cannot do without.
 */
const casesIn = (path) =>
  parse(readFileSync(path, 'utf8'))
    .map(({ text, context = {}, expect }) => ({
      text,
      label: context.label,
      year: context.year,
      date: context.date,
      expect,
    }))
    .filter(({ label, year, date, expect }) => {
      if (label || year === null) return false
      return date || expect.every(({ kind, start, end }) => start || end || !['by', 'within', 'from'].includes(kind))
    })
    .map(({ text, year = 2025, date, expect }) => ({ text, expect, day: date ?? `${year}-01-01` }))

const pad = (n) => String(n).padStart(2, '0')
const iso = (year, month, day) => `${year}-${pad(month)}-${pad(day)}`
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const localDay = (day) => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const dayBefore = (day) =>
  day === undefined ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Each gives what it found as { start, end, readings }: any of the readings may be the right one. */
const recognisers = (recogniseDeadlines) => [
  {
    name: 'taizhang',
    call: (text, day) => recogniseDeadlines(text, { date: day }),
    read: (found) =>
      found.map(({ start: first, end: last, recurrence, source }) => ({
        start: source.start.offset,
        end: source.end.offset,
        readings: [{ start: first, end: last, recurring: recurrence !== undefined }],
      })),
  },
  {
    name: 'chrono-node 2.10.3, zh.hans',
    call: (text, day) => zh.hans.parse(text, localDay(day), { forwardDate: true }),
    // A month or year of which it knows no day counts as the whole of it: a by-date may be its end.
    read: (found) =>
      found.map(({ index, text, start, end }) => {
        const from = span(start)
        const to = end ? span(end) : from
        return {
          start: index,
          end: index + text.length,
          readings: [{ start: from.start, end: to.end, recurring: false }],
        }
      }),
  },
  {
    name: '@microsoft/recognizers-text-date-time 1.3.2, zh-cn',
    call: (text, day) => recognizers.recognizeDateTime(text, 'zh-cn', undefined, localDay(day)),
    read: (found) =>
      found.map(({ start, end, typeName, resolution }) => ({
        start,
        end: end + 1,
        readings: (resolution?.values ?? []).map((value) => ({
          start: dateOf(value.start ?? value.value),
          // The end of a range is the day after it, unless it says 前.
          end: value.end && value.Mod !== 'before' ? dayBefore(dateOf(value.end)) : dateOf(value.end ?? value.value),
          recurring: typeName === 'datetimeV2.set',
        })),
      })),
  },
]

function span(parts) {
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')]
  if (parts.isCertain('day') || parts.isCertain('weekday'))
    return { start: iso(year, month, day), end: iso(year, month, day) }
  if (parts.isCertain('month')) return { start: iso(year, month, 1), end: iso(year, month, lastDay(year, month)) }
  return { start: iso(year, 1, 1), end: iso(year, 12, 31) }
}

const dateOf = (value) => /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0]

/** The same place, and the dates that it has; one without dates has to have none, a recurring one to be told as such. */
const isRight = ({ kind, start, end }, place, found) =>
  found.some(
    (one) =>
      one.start < place.end &&
      place.start < one.end &&
      one.readings.some((reading) => {
        if (kind === 'recurring') return reading.recurring
        if (!start && !end) return !reading.start && !reading.end
        // A day by which has no beginning: whatever is given for one is not held against the reading.
        return (!start || reading.start === start) && (!end || reading.end === end)
      }),
  )

/** Where the deadlines of a case stand; the fixture has them without spaces, and in half width. */
function placesOf({ text, expect }) {
  const kept = [...text].flatMap((char, at) => (/\s/.test(char) ? [] : [{ char: char.normalize('NFKC'), at }]))
  const plain = kept.map(({ char }) => char).join('')
  let from = 0
  return expect.map(({ text: words }) => {
    const sought = words.normalize('NFKC')
    const at = Math.max(plain.indexOf(sought, from), 0)
    from = at + sought.length
    return { start: kept[at]?.at ?? 0, end: (kept[from - 1]?.at ?? text.length - 1) + 1 }
  })
}

/** The table, as Markdown. */
export function deadlines(recogniseDeadlines) {
  const cases = casesIn(join(root, 'fixtures/deadline/cases.yaml'))
  const all = cases.flatMap(({ expect }) => expect)
  if (all.length < LEAST) throw new Error(`only ${all.length} deadlines to compare on`)
  const negative = cases.filter(({ expect }) => expect.length === 0)
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  const columns = recognisers(recogniseDeadlines).map(({ name, call, read }) => {
    const right = new Map(kinds.map((kind) => [kind, 0]))
    for (const one of cases) {
      const found = read(call(one.text, one.day))
      const places = placesOf(one)
      for (const [i, expected] of one.expect.entries())
        if (isRight(expected, places[i], found)) right.set(expected.kind, right.get(expected.kind) + 1)
    }
    const wrong = negative.filter(({ text, day }) => read(call(text, day)).length > 0).length
    const times = []
    for (let round = -2; round < ROUNDS; round++) {
      const started = performance.now()
      for (const { text, day } of cases) call(text, day)
      if (round >= 0) times.push(((performance.now() - started) / cases.length) * 1000)
    }
    return { name, right, wrong, time: median(times) }
  })
  const row = (what, cell) => `| ${what} | ${columns.map(cell).join(' | ')} |`
  const sum = ({ right }) => [...right.values()].reduce((a, b) => a + b, 0)
  const share = (n, of) => `${n} (${((100 * n) / of).toFixed(0)}%)`
  return [
    row('', ({ name }) => name),
    `|---|${columns.map(() => '---').join('|')}|`,
    row(`right, of ${all.length}`, (one) => `**${share(sum(one), all.length)}**`),
    ...kinds.map((kind) => {
      const of = all.filter((one) => one.kind === kind).length
      return row(`– ${kind}, of ${of}`, ({ right }) => share(right.get(kind), of))
    }),
    row(`found where no limit is, of ${negative.length} sentences`, ({ wrong }) => String(wrong)),
    row(`time per call, median of ${ROUNDS} rounds`, ({ time }) => `${time.toFixed(0)} µs`),
  ].join('\n')
}

/** The section of docs/bench.md. */
export const deadlineSection = (table) => `${HEADING}

The deadlines of sentences in \`fixtures/deadline/cases.yaml\`, with the same day to count from; \`node bench/deadlines.mjs\`
prints this. Right: a span that overlaps, with the same dates. A day by which has no beginning, so none is asked for; a
month or year is taken for the whole of it, and of several readings any may be right. An event, 长期 and their like have to be
without dates, a recurring one has to be told as recurring. The cases are our own: others were made for other texts.

${table}
`

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { recogniseDeadlines } = await import('../dist/index.js')
  const table = deadlines(recogniseDeadlines)
  process.stdout.write(`${table}\n`)
  const path = join(root, 'docs/bench.md')
  if (process.argv.includes('--write') && existsSync(path)) {
    const before = readFileSync(path, 'utf8').split(`\n${HEADING}`)[0]
    writeFileSync(path, `${before.trimEnd()}\n\n${deadlineSection(table)}`)
  }
}
