import type { EventName } from '../events/event.ts'
import { shownEvents } from './event-names.ts'

const bySpelling = new Map<string, EventName[]>()
for (const [name, { spellings }] of Object.entries(shownEvents)) {
  for (const spelling of [name, ...spellings])
    bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), name as EventName])
}

/** Every spelling that a filter takes, the dotted names first. */
export const eventSpellings: readonly string[] = [
  ...new Set([...Object.keys(shownEvents), ...bySpelling.keys()]),
]

/** The events that a word of a filter stands for; none when nothing is called so. */
export function eventsCalled(spelling: string): readonly EventName[] {
  return bySpelling.get(spelling) ?? []
}
