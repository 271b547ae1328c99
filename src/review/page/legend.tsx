import type { JSX } from 'preact'
import type { ZoneGroup } from '../data.ts'
import type { PageMessages } from '../messages/index.ts'
import type { MarkKind } from '../model/highlight.ts'

const kinds: readonly MarkKind[] = ['task', 'department', 'person', 'deadline', 'target']
const groups: readonly ZoneGroup[] = ['past', 'state', 'talk', 'unmatched']

/** What the colours mean. */
export function Legend({ t }: { t: PageMessages }): JSX.Element {
  return (
    <ul class="legend" aria-label={t.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span class={`m-${kind}`}>{t.kinds[kind]}</span>
        </li>
      ))}
      {groups.map((group) => (
        <li key={group}>
          <span class={`z-${group}`}>{t.groups[group]}</span>
        </li>
      ))}
    </ul>
  )
}
