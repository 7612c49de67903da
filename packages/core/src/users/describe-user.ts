import type { ChangedThing } from '../events/event.ts'
import { describeChange } from '../runbooks/changes.ts'
import type { User } from './user-queries.ts'

/** Members of which the log, which is kept for ever and read by others, tells only that they changed. */
const kept: ReadonlySet<string> = new Set(['phone', 'memorable_word'])

/** What became of a person, without the words that are nobody else's. */
export function discreet(thing: ChangedThing): ChangedThing {
  const changes = Object.entries(thing.changes).map(([name, [before, after]]) => {
    if (!kept.has(name)) return [name, [before, after]] as const
    const said = before === null ? 'set' : 'set anew'
    return [name, [before === null ? null : 'set', after === null ? null : said]] as const
  })
  return { ...thing, changes: Object.fromEntries(changes) }
}

/** What became of a person, for the log. @param before null for a new one */
export function describeUser(before: User | null, after: User): ChangedThing {
  const told = ({ is_owner: _, ...user }: User) => user
  return discreet(describeChange('user', String(after.id), before && told(before), told(after)))
}
