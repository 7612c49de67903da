import type { Db } from '../db/database.ts'
import { linkedStatesOf } from '../runbooks/runbook-queries.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { listArchived } from '../users/user-queries.ts'

export interface LinkedState {
  readonly archived: boolean
  readonly is_template: boolean
}

/** What a plan points at that is not part of its runbook, as far as a start has to know of it. */
export interface Outside {
  /** The runbooks that tasks link to. */
  readonly linked: ReadonlyMap<number, LinkedState>
  /** Those of the people who do tasks or get their messages, by name, who are archived. */
  readonly archived: ReadonlySet<number>
}

/** Nothing outside is known of. */
export const nothingOutside: Outside = { linked: new Map(), archived: new Set() }

export async function readOutside(db: Db, snapshot: Pick<Snapshot, 'tasks'>): Promise<Outside> {
  const people = snapshot.tasks.flatMap(({ assignees, recipients }) =>
    [...assignees, ...recipients].flatMap(({ type, id }) => (type === 'user' ? [id] : [])),
  )
  return {
    linked: await linkedStatesOf(db, snapshot),
    archived: await listArchived(db, [...new Set(people)]),
  }
}
