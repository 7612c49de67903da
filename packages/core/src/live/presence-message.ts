import { wireTime } from '../json-api/wire.ts'
import { displayName } from '../users/render-user.ts'
import type { Present } from './presence-queries.ts'

/** Tells who is at a runbook, each at one task; without an id, for it is no part of the log. */
export function presenceMessage(people: readonly Present[]): string {
  const here = people.map((person) => ({
    user: { id: String(person.user_id), name: displayName(person) },
    task: person.task_id === null ? null : String(person.task_id),
    since: wireTime(person.since),
  }))
  return `event: presence\ndata: ${JSON.stringify({ here, count: people[0]?.count ?? 0 })}\n\n`
}
