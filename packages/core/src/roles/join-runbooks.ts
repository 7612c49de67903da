import { AppError, problem } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { commitRunbookIn } from '../runbooks/commit-runbook.ts'
import { loadSnapshot } from '../runbooks/load-snapshot.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookUser } from '../runbooks/snapshot.ts'
import { listOutside } from '../workspaces/members.ts'
import type { Part } from './read-grants.ts'

interface Person {
  readonly id: number
  readonly name: string
}

/**
 * Gives somebody parts in runbooks, within the transaction that grants the other roles: one event in each runbook, the
 * runbooks in ascending order as everywhere. A part that is larger already stays.
 *
 * @param at where the roles stand in the body
 * @returns what has to be told of when the transaction is committed
 * @throws {AppError} 422 `related_not_in_scope` when the person has no role in the workspace of a runbook
 */
export async function joinRunbooks(
  request: RequestBase,
  trx: Trx,
  person: Person,
  parts: readonly Part[],
  at: string,
): Promise<Made[]> {
  const made: Made[] = []
  const byRunbook = Map.groupBy(parts, ({ runbook_id }) => runbook_id)
  for (const [runbookId, own] of [...byRunbook].sort(([a], [b]) => a - b)) {
    const outside = await listOutside(trx, [person.id], own[0]?.workspace_id ?? 0)
    if (outside.size > 0) {
      const about = { type: 'runbook', id: String(runbookId), scope: 'workspace' }
      throw new AppError(problem('related_not_in_scope', about, { pointer: at }))
    }
    const joined = await joinRunbook(request, trx, person, runbookId, own)
    if (joined) made.push(joined)
  }
  return made
}

async function joinRunbook(
  { services, caller, call, now, standing }: RequestBase,
  trx: Trx,
  person: Person,
  runbookId: number,
  parts: readonly Part[],
): Promise<Made | undefined> {
  await sql`select 1 from runbook where id = ${runbookId} for no key update`.execute(trx)
  const base = await loadSnapshot(trx, runbookId, await services.directories.at(standing.instanceRevision))
  if (!base) return undefined
  const draft = new RunbookDraft(base, { userId: caller.userId, requestId: call.requestId }, now)
  const before = draft.users.find(({ user_id }) => user_id === person.id)
  const after = larger(before, parts)
  if (before && after.role === before.role && after.stream_ids.length === before.stream_ids.length)
    return undefined
  const user: RunbookUser = {
    id: before?.id ?? (await services.ids.next('runbook_user')),
    runbook_id: runbookId,
    user_id: person.id,
    created_at: before?.created_at ?? draft.at,
    changed_seq: 0,
    ...after,
  }
  draft.setUsers(before ? draft.users.map((one) => (one === before ? user : one)) : [...draft.users, user])
  draft.event(before ? 'runbook_user.updated' : 'runbook_user.added', {
    resource: { type: 'runbook_user', id: user.id, name: person.name },
  })
  const { next, change, events } = draft.build()
  await commitRunbookIn(trx, { runbookId, seq: base.runbook.seq, change, events, answer: null })
  return { snapshot: next, firstSeq: base.runbook.seq + 1, events }
}

/** An administrator may do all, an editor more than a participant. */
function larger(
  before: Pick<RunbookUser, 'role' | 'stream_ids'> | undefined,
  parts: readonly Part[],
): Pick<RunbookUser, 'role' | 'stream_ids'> {
  if (before?.role === 'runbook_admin' || parts.some(({ role }) => role === 'runbook_admin'))
    return { role: 'runbook_admin', stream_ids: [] }
  const streams = new Set([
    ...(before?.stream_ids ?? []),
    ...parts.flatMap(({ stream_id }) => (stream_id === null ? [] : [stream_id])),
  ])
  const stream_ids = [...streams].sort((a, b) => a - b)
  return { role: stream_ids.length > 0 ? 'stream_editor' : 'participant', stream_ids }
}
