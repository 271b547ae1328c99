import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Deadline, Register, Task } from '../../src/model/register.ts'
import { writeIcs } from '../../src/output/ics/write.ts'
import { anyRegister } from '../register/arbitrary.ts'
import { sampleRegister, sampleTask } from './sample.ts'

const components = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()
const one = (changes: Partial<Task>, options: Parameters<typeof writeIcs>[1] = {}) => {
  const [todo] = components(writeIcs(sampleRegister(sampleTask(changes)), options))
  if (!todo) throw new Error('no to-do')
  return todo
}
const value = (component: ReturnType<typeof one>, name: string): string | undefined =>
  component.getFirstPropertyValue(name)?.toString()

test('a to-do with its due day, words, departments, and nothing from the clock', () => {
  const todo = one({})
  expect(todo.name).toBe('vtodo')
  expect(value(todo, 'uid')).toBe('a1b2c3-0123456789abcdef@taizhang')
  expect(value(todo, 'dtstamp')).toBe('2025-03-01T00:00:00Z')
  expect(value(todo, 'due')).toBe('2025-12-31')
  expect(value(todo, 'status')).toBe('NEEDS-ACTION')
  expect(value(todo, 'summary')).toBe('推进清洁取暖')
  expect(value(todo, 'description')).toBe(
    [
      sampleTask().content,
      '牵头单位：市发改委',
      '配合单位：市住建局、市财政局',
      '完成时限：2025年12月底前',
      '目标指标：完成5万户',
      '章节：二、重点工作 > (一)大气污染防治',
      '原文：方案.txt 2:1-2:44',
    ].join('\n'),
  )
  expect(todo.getFirstProperty('categories')?.getValues()).toEqual(['市发改委'])
})

test.each([
  ['未启动', 'NEEDS-ACTION'],
  ['推进中', 'IN-PROCESS'],
  ['长期坚持', 'IN-PROCESS'],
  ['已完成', 'COMPLETED'],
  ['已销号', 'COMPLETED'],
  ['Done', 'COMPLETED'],
  ['中止', 'CANCELLED'],
  ['随便写的', 'NEEDS-ACTION'],
])('status %s is %s', (status, expected) => {
  expect(value(one({ status }), 'status')).toBe(expected)
})

test('a document without a date has a fixed stamp', () => {
  const register = sampleRegister(sampleTask())
  const undated: Register = {
    ...register,
    documents: register.documents.map((document) => ({ ...document, date: null })),
  }
  expect(writeIcs(undated)).toContain('DTSTAMP:19700101T000000Z\r\n')
})

test('a period has a start, a single day has none', () => {
  const [deadline] = sampleTask().deadlines
  const within = (start: string): Partial<Task> => ({
    deadlines: deadline ? [{ ...deadline, kind: 'within', start }] : [],
  })
  expect(value(one(within('2025-10-01')), 'dtstart')).toBe('2025-10-01')
  expect(value(one(within('2025-12-31')), 'dtstart')).toBeUndefined()
})

test('with events, an all-day event beside each dated to-do, of its own UID and not blocking the day', () => {
  const all = components(
    writeIcs(sampleRegister(sampleTask(), sampleTask({ due: null, deadlines: [] })), { events: true }),
  )
  expect(all.map(({ name }) => name)).toEqual(['vtodo', 'vevent', 'vtodo'])
  const [, event] = all
  expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2025-12-31')
  expect(event?.getFirstPropertyValue('dtend')?.toString()).toBe('2026-01-01')
  expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  const uids = all.map((component) => component.getFirstPropertyValue('uid'))
  expect(new Set(uids).size).toBe(3)
})

test('an alarm before the end of a to-do, before the start of an event', () => {
  const text = writeIcs(sampleRegister(sampleTask()), { events: true, alarm: { count: 3, unit: 'days' } })
  expect(text).toContain('TRIGGER;RELATED=END:-P3D\r\n')
  expect(text).toContain('TRIGGER:-P3D\r\n')
  expect(writeIcs(sampleRegister(sampleTask()), { alarm: { count: 12, unit: 'hours' } })).toContain(':-PT12H\r\n')
  // Without a day there is nothing to come before.
  expect(
    writeIcs(sampleRegister(sampleTask({ due: null, deadlines: [] })), { alarm: { count: 1, unit: 'weeks' } }),
  ).not.toContain('VALARM')
})

test.each([
  ['monthly:25', 'FREQ=MONTHLY;BYMONTHDAY=25', ['2025-03-25', '2025-04-25']],
  ['monthly', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2025-03-31', '2025-04-30']],
  ['monthly:end', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2025-03-31', '2025-04-30']],
  ['quarterly', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', ['2025-03-31', '2025-06-30']],
  ['half-yearly', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', ['2025-06-30', '2025-12-31']],
  ['yearly:12-31', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', ['2025-12-31', '2026-12-31']],
  ['yearly:02-end', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', ['2026-02-28', '2027-02-28']],
  ['weekly:5', 'FREQ=WEEKLY;BYDAY=FR', ['2025-03-07', '2025-03-14']],
])('%s recurs as %s, from the day of the document', (recurrence, rule, days) => {
  const [place] = sampleTask().source
  const deadlines: Deadline[] = place ? [{ text: '每…', kind: 'recurring', recurrence, source: place }] : []
  const todo = one({ due: null, deadlines })
  const found = todo.getFirstPropertyValue('rrule')
  expect(found?.toString()).toBe(rule)
  const start = todo.getFirstPropertyValue('dtstart')
  if (!(found instanceof ICAL.Recur) || !(start instanceof ICAL.Time)) throw new Error('no rule')
  const iterator = found.iterator(start)
  expect([iterator.next()?.toString(), iterator.next()?.toString()]).toEqual(days)
})

test.each(['weekly', 'biweekly', 'termly', 'monthly:31', 'quarterly:M1-15', 'yearly:02-30', 'yearly:11-01/03-31'])(
  '%s does not say enough for a rule',
  (recurrence) => {
    const [place] = sampleTask().source
    const deadlines: Deadline[] = place ? [{ text: '每…', kind: 'recurring', recurrence, source: place }] : []
    expect(writeIcs(sampleRegister(sampleTask({ due: null, deadlines })))).not.toContain('RRULE')
  },
)

test('lines of at most 75 octets, no character cut, CRLF, nothing lost; the same bytes each time', () => {
  fc.assert(
    fc.property(anyRegister, fc.boolean(), (register, events) => {
      const text = writeIcs(register, { events, alarm: { count: 3, unit: 'days' } })
      expect(text.endsWith('\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line)
      }
      const todos = components(text).filter(({ name }) => name === 'vtodo')
      expect(todos).toHaveLength(register.tasks.length)
      for (const [index, todo] of todos.entries()) {
        const title = register.tasks[index]?.title ?? ''
        const plain = title
          .replace(/\r\n?/g, '\n')
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
          .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
        expect(todo.getFirstPropertyValue('summary') ?? '').toBe(plain)
      }
      expect(writeIcs(register, { events, alarm: { count: 3, unit: 'days' } })).toBe(text)
    }),
    { numRuns: 200 },
  )
})
