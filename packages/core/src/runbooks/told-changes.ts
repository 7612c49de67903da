import type { ChangedThing, EventName } from '../events/event.ts'
import { describeChange } from './changes.ts'
import type { DraftChanges } from './draft-changes.ts'
import type { About, ToldEvent } from './draft-events.ts'
import type { Stream, Task } from './snapshot.ts'

type Kind = 'runbook' | 'run' | 'users' | 'teams' | 'task' | 'stream'

const ofRunbook: ReadonlySet<Kind> = new Set(['runbook', 'run', 'users', 'teams'])

/** What of a draft the events so far have told, and what the next one has to: each change is told once. */
export class ToldChanges {
  readonly events: ToldEvent[] = []
  readonly #changes: DraftChanges
  readonly #tasks = new Map<number, Task | null>()
  readonly #streams = new Map<number, Stream | null>()
  #runbook: DraftChanges['runbook']
  #users: DraftChanges['users']
  #teams: DraftChanges['teams']
  #pending = new Map<string, readonly [Kind, number]>()

  constructor(changes: DraftChanges) {
    this.#changes = changes
    this.#runbook = changes.base.runbook
    this.#users = changes.base.users
    this.#teams = changes.base.teams
  }

  /** Sequence that the next event will have. */
  get nextSeq(): number {
    return this.#changes.base.runbook.seq + this.events.length + 1
  }

  /** Something was changed. @param id of the task or stream */
  note(kind: Kind, id = 0): void {
    this.#pending.set(`${kind} ${id}`, [kind, id])
  }

  /** Closes the changes since the last event under a name; answers its sequence, with which all of them are marked. */
  event(name: EventName, about: About): number {
    const seq = this.nextSeq
    const things = [...this.#tellRunbook(seq), ...this.#tellPlan(seq)]
    this.#pending = new Map()
    this.events.push({ name, about, things: things.filter(({ changes }) => Object.keys(changes).length > 0) })
    return seq
  }

  #tellRunbook(seq: number): ChangedThing[] {
    const kinds = new Set([...this.#pending.values()].map(([kind]) => kind))
    if (kinds.isDisjointFrom(ofRunbook)) return []
    const changes = this.#changes
    const before = this.#runbook
    changes.runbook = { ...changes.runbook, changed_seq: seq, updated_at: changes.at }
    this.#runbook = changes.runbook
    const people: ChangedThing[] = []
    if (kinds.has('users')) {
      changes.users = marked(this.#users, changes.users, seq)
      people.push(...describeAll('runbook_user', this.#users, changes.users))
      this.#users = changes.users
    }
    if (kinds.has('teams')) {
      changes.teams = marked(this.#teams, changes.teams, seq)
      people.push(...describeAll('runbook_team', this.#teams, changes.teams))
      this.#teams = changes.teams
    }
    return [describeChange('runbook', String(changes.runbook.id), before, changes.runbook), ...people]
  }

  #tellPlan(seq: number): ChangedThing[] {
    const { base, tasks, streams } = this.#changes
    return [...this.#pending.values()].flatMap(([kind, id]) => {
      if (kind === 'task') {
        const inBase = base.tasks[base.positions.get(id) ?? -1]
        return [stamp('task', id, seq, tasks, this.#tasks, inBase)]
      }
      if (kind !== 'stream') return []
      const inBase = base.streams.find((stream) => stream.id === id)
      return [stamp('stream', id, seq, streams, this.#streams, inBase)]
    })
  }
}

/** Marks what an event changed with its sequence, and tells what became of it since it was last told of. */
function stamp<T extends { readonly changed_seq: number }>(
  type: string,
  id: number,
  seq: number,
  changed: Map<number, T | null>,
  told: Map<number, T | null>,
  inBase: T | undefined,
): ChangedThing {
  const before = told.has(id) ? told.get(id) : inBase
  const after = changed.get(id) ?? null
  const stamped = after && { ...after, changed_seq: seq }
  if (stamped) changed.set(id, stamped)
  told.set(id, stamped)
  return describeChange(type, String(id), before ?? null, stamped)
}

interface Member {
  readonly id: number
  readonly changed_seq: number
}

/** The list with those that differ marked with the sequence of the event. */
function marked<T extends Member>(before: readonly T[], after: readonly T[], seq: number): readonly T[] {
  const same = new Set(before)
  return after.map((member) => (same.has(member) ? member : { ...member, changed_seq: seq }))
}

/** Who came, who changed, who went. */
function describeAll<T extends Member>(
  type: string,
  before: readonly T[],
  after: readonly T[],
): ChangedThing[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((member) => [member.id, member])))
  const ids = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...ids].flatMap((id) => {
    const [was, is] = [old?.get(id) ?? null, now?.get(id) ?? null]
    return was === is ? [] : [describeChange(type, String(id), was, is)]
  })
}
