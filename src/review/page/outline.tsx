import type { JSX } from 'preact'
import type { ReviewHeading } from '../data.ts'
import type { PageMessages } from '../messages/index.ts'

interface OutlineProps {
  headings: readonly ReviewHeading[]
  t: PageMessages
  onChoose(start: number, end: number): void
}

/** The headings of the document, to go to. */
export function Outline({ headings, t, onChoose }: OutlineProps): JSX.Element {
  return (
    <nav id="outline" class="outline" aria-label={t.outline}>
      <ul>
        {headings.map(({ level, text, start, end }) => (
          <li key={start} class={`l${Math.min(level, 4)}`}>
            <button type="button" title={text} onClick={() => onChoose(start, end)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
