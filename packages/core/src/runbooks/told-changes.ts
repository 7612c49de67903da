import type { ChangedThing, EventName } from '../events/event.ts'
import { describeChange } from './changes.ts'
import type { DraftChanges } from './draft-changes.ts'
import type { About, ToldEvent } from './draft-events.ts'
import type { RunbookUser, Stream, Task } from './snapshot.ts'

type Kind = 'runbook' | 'run' | 'users' | 'task' | 'stream'

/** What of a draft the events so far have told, and what the next one has to: each change is told once. */
export class ToldChanges {
  readonly events: ToldEvent[] = []
  readonly #changes: DraftChanges
  readonly #tasks = new Map<number, Task | null>()
  readonly #streams = new Map<number, Stream | null>()
  #runbook: DraftChanges['runbook']
  #users: DraftChanges['users']
  #pending = new Map<string, readonly [Kind, number]>()

  constructor(changes: DraftChanges) {
    this.#changes = changes
    this.#runbook = changes.base.runbook
    this.#users = changes.base.users
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
    const kinds = [...this.#pending.values()].map(([kind]) => kind)
    const own = kinds.filter((kind) => kind === 'runbook' || kind === 'run' || kind === 'users')
    if (own.length === 0) return []
    const changes = this.#changes
    const [before, members] = [this.#runbook, this.#users]
    changes.runbook = { ...changes.runbook, changed_seq: seq, updated_at: changes.at }
    this.#runbook = changes.runbook
    this.#users = changes.users
    return [
      describeChange('runbook', String(changes.runbook.id), before, changes.runbook),
      ...(own.includes('users') ? describeUsers(members, changes.users) : []),
    ]
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

/** Who joined and who left. */
function describeUsers(before: readonly RunbookUser[], after: readonly RunbookUser[]): ChangedThing[] {
  const joined = after
    .filter((user) => !before.includes(user))
    .map((user) => describeChange('runbook_user', String(user.id), null, user))
  const left = before
    .filter((user) => !after.includes(user))
    .map((user) => describeChange('runbook_user', String(user.id), user, null))
  return [...joined, ...left]
}
