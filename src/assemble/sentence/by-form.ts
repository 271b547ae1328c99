import {
  ASKED_BY,
  ASKED_IN_SPEECH,
  ASKED_IN_WRITING,
  ATTENDED,
  BYLINE,
  CALL_OF_MEETING,
  DECISION,
  DEFINES,
  DISCLAIMER,
  FUTURE,
  GUIDANCE,
  HEADLINE_OF_MEETING,
  HELD,
  INSPECTED,
  KNOWN,
  MEETING,
  MET,
  MODAL,
  MODAL_YAO,
  NAME_OF_SPEECH,
  PRAISED,
  PREAMBLE,
  QUESTION,
  READ_AS,
  REPORTED,
  RETROSPECT,
  SCOPE,
  WHO_DID,
} from '../sentence-patterns.ts'
import { type SentenceVerdict, verdict } from './verdict.ts'
import { asksByModal, firstMatch, type SentenceWords, tried } from './words.ts'

/** How many characters of a long match are shown as evidence. */
const SHOWN = 24

/** What sentences are by their form, whatever words of asking or of the past stand in them; the first that fits decides. */
export const byForm = (words: SentenceWords): SentenceVerdict | null =>
  ofMeaning(words) ?? ofMeeting(words) ?? ofDocument(words) ?? ofTelling(words)

/** Why something matters, or by what light it is done. */
function ofMeaning(words: SentenceWords): SentenceVerdict | null {
  const { text, may } = words
  if (may('guidance') && GUIDANCE.test(text)) return verdict('significance', firstMatch(GUIDANCE, text))
  const known = tried(words, 'known', KNOWN)
  return known && verdict('significance', known[0].slice(0, 16))
}

/** What a meeting decided, why and when it met, and what it thought. */
function ofMeeting(words: SentenceWords): SentenceVerdict | null {
  const { text, may, ahead } = words
  const decision = tried(words, 'decision', DECISION)
  if (decision && !/[:：]$/.test(text)) return verdict('demand', decision[0], true)
  const meeting = tried(words, 'meeting', MEETING)
  if (meeting) return verdict('announce', meeting[0])
  const preamble = tried(words, 'preamble', PREAMBLE)
  if (preamble) return verdict('announce', preamble[0].slice(-16))
  const met =
    tried(words, 'meeting', MET) ??
    (!ahead && may('meeting') ? (HELD.exec(text) ?? HEADLINE_OF_MEETING.exec(text.trim())) : null) ??
    (ahead ? null : tried(words, 'inspected', INSPECTED))
  if (met && !asksByModal(text)) return verdict('announce', met[0].slice(0, SHOWN))
  const thought = may('decision') ? /^会议认为[，,：:]/.exec(text) : null
  if (thought && !asksByModal(text)) return verdict('significance', thought[0])
  const call = tried(words, 'called', CALL_OF_MEETING)
  return call && verdict('closing', call[0])
}

/** What a document says of itself: its scope, who wrote it, how to read it. */
function ofDocument(words: SentenceWords): SentenceVerdict | null {
  const { text, may } = words
  const found =
    tried(words, 'scope', SCOPE) ??
    tried(words, 'attended', ATTENDED) ??
    tried(words, 'speech', NAME_OF_SPEECH) ??
    (may('byline') ? BYLINE.exec(text.trim()) : null) ??
    tried(words, 'disclaimer', DISCLAIMER) ??
    tried(words, 'readAs', READ_AS)
  if (found) return verdict('meta', found[0])
  const defines = tried(words, 'defines', DEFINES)
  return defines && !MODAL.test(text) ? verdict('meta', defines[0]) : null
}

/** What is asked of nobody, looked back at, reported or praised; and what was asked for in a speech that is reported. */
function ofTelling(words: SentenceWords): SentenceVerdict | null {
  const { text, may } = words
  // 招来的人是招给谁看的？
  if (may('question') && QUESTION.test(text)) return verdict('situation', text.slice(-8))
  const retrospect = tried(words, 'retrospect', RETROSPECT)
  if (retrospect && !FUTURE.test(text) && !MODAL.test(text) && !WHO_DID.test(text))
    return verdict('past', retrospect[0])
  const spoken = may('spoken')
    ? (ASKED_IN_SPEECH.exec(text) ?? ASKED_BY.exec(text) ?? ASKED_IN_WRITING.exec(text))
    : null
  if (spoken) return verdict('demand', spoken[0].slice(0, SHOWN), true)
  const praised = may('praised') && !MODAL_YAO.test(text) ? PRAISED.exec(text) : null
  if (praised) return verdict('past', praised[0].slice(-8))
  const reported = tried(words, 'reported', REPORTED)
  if (reported === null) return null
  // 会上，…汇报了下阶段打算: what was told there may be ahead, the telling is over
  const over = /^(?:会上|座谈会上|据)/.test(reported[0]) || !FUTURE.test(text)
  return over && !asksByModal(text) ? verdict('past', reported[0].slice(0, SHOWN)) : null
}
