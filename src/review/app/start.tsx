import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ExtractOptions } from '../../pipeline/extract.ts'
import type { Language } from '../../register/language.ts'
import type { ReviewData } from '../data.ts'
import { type PageMessages, pageMessages } from '../messages/index.ts'
import { example } from './example.ts'
import { type Dropped, extractFiles } from './extract.ts'

/** What can be read here; .pdf needs a package that is not in the page. */
const accepted = '.txt,.md,.docx,.doc,.wps,.html,.htm,.mht,.odt,.rtf,.ofd,.xlsx,.xls,.csv,.zip'
const shownFormats = '.txt .md .docx .doc .wps .html .odt .rtf .ofd .xlsx'

interface StartProps {
  language: Language
  onData(data: ReviewData, message: string): void
}

/** Where documents come in: dropped, chosen or pasted. */
export function Start({ language, onData }: StartProps): JSX.Element {
  const t = pageMessages(language)
  const [over, setOver] = useState(false)
  const [working, setWorking] = useState(false)
  const [faults, setFaults] = useState<string[]>([])
  const [text, setText] = useState('')
  const [date, setDate] = useState('')
  const [year, setYear] = useState('')

  const run = async (files: readonly Dropped[]): Promise<void> => {
    setWorking(true)
    setFaults([])
    // The word that work is going on should be seen before it takes the only thread.
    await new Promise((resolve) => setTimeout(resolve, 20))
    const options: ExtractOptions = {
      ...(date === '' ? {} : { date }),
      ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    }
    const { data, faults: found, warnings } = await extractFiles(files, options, language)
    setWorking(false)
    setFaults(found.map(({ name, error }) => t.app.failed(name, faultText(error, t))))
    if (data) onData(data, warnings.map(({ name, code }) => t.app.failed(name, t.app.warnings[code] ?? code)).join(' '))
  }
  const runFiles = async (files: FileList | null | undefined): Promise<void> => {
    if (!files || files.length === 0) return
    const dropped = await Promise.all(
      [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    await run(dropped)
  }
  const paste = (): Promise<void> => run([{ name: t.app.pastedName, bytes: new TextEncoder().encode(text) }])

  return (
    <main
      class="start"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void runFiles(event.dataTransfer?.files)
      }}
    >
      <h1>{t.app.title}</h1>
      <p class="intro">{t.app.intro}</p>
      <div class={over ? 'drop over' : 'drop'}>
        <p>{t.app.drop(shownFormats)}</p>
        <p>
          <label class="file">
            {t.app.choose}
            <input
              class="sr"
              type="file"
              multiple
              accept={accepted}
              onChange={(event) => void runFiles(event.currentTarget.files)}
            />
          </label>
        </p>
      </div>
      <label class="block" for="paste">
        {t.app.paste}
      </label>
      <textarea id="paste" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <div class="options">
        <span>{t.app.options}</span>
        <label>
          {t.app.date}
          <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
        <label>
          {t.app.year}
          <input
            type="number"
            min="1949"
            max="2199"
            value={year}
            onInput={(event) => setYear(event.currentTarget.value)}
          />
        </label>
      </div>
      <p>
        <button type="button" class="primary" disabled={working || text.trim() === ''} onClick={() => void paste()}>
          {working ? t.app.working : t.app.extract}
        </button>{' '}
        <button type="button" onClick={() => setText(example)}>
          {t.app.example}
        </button>
      </p>
      <div role="alert">
        <ul class="faults">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </div>
    </main>
  )
}

function faultText(error: unknown, t: PageMessages): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return t.app.errors[code] ?? t.app.unexpected(error instanceof Error ? error.message : String(error))
}
