import type { VFile } from 'vfile'
import { describeDocument } from '../assemble/document.ts'
import { type CheckSettings, runRules } from '../check/run.ts'
import type { Finding } from '../check/types.ts'
import type { Source } from '../model/source.ts'
import { type ExtractOptions, fileOf, taizhangProcessor } from './processor.ts'

/** How a document is checked. */
export interface CheckOptions extends ExtractOptions, CheckSettings {}

/** What was found in a document, and the VFile that carries the same as messages. */
export interface CheckResult {
  findings: Finding[]
  file: VFile
}

/** Severities as a VFile has them: fatal, not fatal, mere information. */
const FATAL = { error: true, warning: false, info: undefined } as const

/** Checks one document. Its tasks are extracted only when a rule asks for them. */
export async function checkSource(source: Source, options: CheckOptions = {}): Promise<CheckResult> {
  const file = await fileOf(source)
  const processor = taizhangProcessor(options)
  const tree = processor.parse(file)
  const data = file.data.taizhang
  if (!data?.view) throw new Error('the pipeline left no view')
  const { view } = data
  const { document } = describeDocument(source, view, tree, options)
  const register = () => {
    if (!data.register) processor.runSync(tree, file)
    if (!data.register) throw new Error('the pipeline left no register')
    return data.register
  }
  const findings = runRules({ source, view, tree, document, register }, options)
  // what the stages before had to say is among the findings of the rules
  file.messages.length = 0
  for (const finding of findings) {
    const message = file.message(finding.message, {
      place: finding.position,
      source: 'taizhang',
      ruleId: finding.ruleId,
    })
    message.fatal = FATAL[finding.severity]
    if (finding.expected !== undefined) message.expected = [finding.expected]
    if (finding.note !== undefined) message.note = finding.note
  }
  return { findings, file }
}
