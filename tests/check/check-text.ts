import { dictionaryOf } from '../../src/check/dictionary.ts'
import type { CheckSettings } from '../../src/check/run.ts'
import type { Example } from '../../src/check/types.ts'
import { markdownSource } from '../../src/input/markdown.ts'
import type { Source } from '../../src/model/source.ts'
import { checkSource } from '../../src/pipeline/check.ts'

/** A source without a file. */
export const sourceOf = (text: string, markdown = false): Source => {
  const parts = { path: markdown ? 'a.md' : 'a.txt', text, encoding: 'utf-8', sha256: '', notices: [] }
  return markdown ? markdownSource(parts) : { ...parts, format: 'text', hints: [] }
}

/** Checks a bare text. */
export const checkText = async (text: string, settings: CheckSettings = {}, markdown = false) =>
  (await checkSource(sourceOf(text, markdown), settings)).findings

/** Checks the example of a rule as its documentation shows it. */
export const checkExample = ({ text, options = {} }: Example) =>
  checkText(
    text,
    {
      ...(options.profile === undefined ? {} : { profile: options.profile }),
      ...(options.today === undefined ? {} : { today: options.today }),
      ...(options.departments === undefined ? {} : { dictionary: dictionaryOf(options.departments) }),
    },
    options.markdown === true,
  )
