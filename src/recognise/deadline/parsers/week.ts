import { allMatches } from '../../../text/matches.ts'
import { addDays, type Day, toIso, weekday, weekdayNamed } from '../calendar.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const WEEK =
  /(?<week>本周|这个?星期|这周|本星期|下周|下个?星期)(?:(?<day>[一二三四五六日天])(?:下班)?(?:之前|以前|前(?!后))|(?<on>[一二三四五六日]|天(?!气))(?:(?:至|到|[—–~～-])(?:下?周|星期)?(?<until>[一二三四五六日天])(?!前|之前|以前)|(?=[，,一-龥])(?![的之以至起和与及或]|到(?:下?周|星期)))|(?<inside>之内|以内|内)|(?<end>[末底]前?)|(?<plain>(?=(?:就|要|必须|务必|得|把)[^，,。；;]{2}|完成|办结|解决|到位|交齐|报送|拿出|启动|落实)))/g

/** 今天下班前, 明天中午12点前 */
const TODAY =
  /(?<day>今[天日晚]|明[天日晚]|后天)(?:上午|中午|下午|晚上)?(?:\d{1,2}(?:[时点]半?|[:：]\d\d))?(?:下班)?(?:之前|以前|前(?!后))/g
/** 今晚把通知发下去, 明天上午报名单: a part of a day that comes, and what is done in it. */
const PART_OF_DAY =
  /(?:今晚|明晚|(?:今天|明天|后天)(?:上午|中午|下午|晚上|一早)|(?<=[，,；;。：:]|^)(?:明天|后天)(?=就?把))(?!(?:\d{1,2}[时点:：]|[^，,。；;]{0,4}(?:之前|以前|下班前))|[的我这召举在]|会议)/g
/** 周三前, 星期三之前, with no week told */
const NEXT_DAY =
  /(?<![每本下上这一二三四五六七八九十\d逐各两、个])(?:周|星期)(?<day>[一二三四五六日天])(?:下班)?(?:之前|以前|前(?!后))/g

/** Finished by the day that lies so many days behind that of the document. */
const byDay = (match: RegExpExecArray, ahead: number, date: Day | null): Omit<Candidate, 'rule'> => ({
  start: match.index,
  end: match.index + match[0].length,
  kind: 'by',
  when:
    date === null
      ? { how: 'none' }
      : { how: 'fixed', end: toIso(addDays(date, ahead)), implied: ['year', 'month', 'day'] },
})

/** 本周内, 下周五前: dates only when the document's own date is known. */
export const parseWeek: DeadlineParser = ({ text, anchors }) => {
  const candidates: Candidate[] = []
  if (!/[周今明后]|星期/.test(text)) return candidates
  for (const match of allMatches(TODAY, text)) {
    const ahead = ['今', '明', '后'].indexOf(match.groups?.day?.charAt(0) ?? '')
    candidates.push({ rule: 'day-ahead', ...byDay(match, ahead, anchors.date) })
  }
  for (const match of allMatches(PART_OF_DAY, text)) {
    const ahead = ['今', '明', '后'].indexOf(match[0].charAt(0))
    candidates.push({ rule: 'part-of-day', ...byDay(match, ahead, anchors.date), kind: 'within' })
  }
  for (const match of allMatches(NEXT_DAY, text)) {
    const day = weekdayNamed(match.groups?.day ?? '')
    // The first such day behind that of the document.
    const ahead = anchors.date === null ? 0 : (day + 7 - weekday(anchors.date)) % 7 || 7
    candidates.push({ rule: 'week', ...byDay(match, ahead, anchors.date) })
  }
  for (const match of allMatches(WEEK, text)) {
    const { week = '', day = match.groups?.on, inside = match.groups?.plain } = match.groups ?? {}
    const monday: Day | null =
      anchors.date === null ? null : addDays(anchors.date, 1 - weekday(anchors.date) + (week.startsWith('下') ? 7 : 0))
    const { on, until = day } = match.groups ?? {}
    candidates.push({
      rule: 'week',
      start: match.index,
      end: match.index + match[0].length,
      kind: inside === undefined && on === undefined ? 'by' : 'within',
      when:
        monday === null
          ? { how: 'none' }
          : {
              how: 'fixed',
              ...(inside !== undefined ? { start: toIso(monday) } : {}),
              ...(on !== undefined ? { start: toIso(addDays(monday, weekdayNamed(on) - 1)) } : {}),
              end: toIso(addDays(monday, until === undefined ? 6 : weekdayNamed(until) - 1)),
              implied: ['year', 'month', 'day'],
            },
    })
  }
  return candidates
}
