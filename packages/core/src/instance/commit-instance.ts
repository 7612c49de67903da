import type { CoreAnswer } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import type { ChangedThing, EventName, EventPayload } from '../events/event.ts'
import { type RememberedAnswer, remember } from '../idempotency/remembered-answers.ts'
import { checkStillJudged } from '../people/held-credential.ts'

/** An event of the instance, before its place in the chain is known. */
export interface InstanceEvent {
  readonly name: EventName
  readonly workspaceId: number | null
  readonly resource: EventPayload['resource']
  readonly things: readonly ChangedThing[]
}

/** Locks the chain of the instance and answers where it stands: actions on it happen one after the other. */
export async function lockInstance(trx: Trx): Promise<{ seq: number; last_event_at: number }> {
  return trx
    .selectFrom('instance')
    .select(['seq', 'last_event_at'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** Appends events to the chain of the instance, in the transaction that changed the rows. */
export async function commitInstance(
  trx: Trx,
  by: { actorId: number; requestId: string; at: number },
  events: readonly InstanceEvent[],
  answer: RememberedAnswer | null,
): Promise<void> {
  const rows = events.map(({ name, workspaceId, resource, things }) => {
    const payload: EventPayload = { resource, things }
    return {
      name,
      at: by.at,
      actor_id: by.actorId,
      request_id: by.requestId,
      workspace_id: workspaceId,
      payload: JSON.stringify(payload),
    }
  })
  await sql`select commit_instance(${JSON.stringify(rows)}::jsonb, ${answer && JSON.stringify(answer)}::jsonb)`.execute(
    trx,
  )
}

/** What an action on the instance did, and what its caller is told. */
export interface InstanceOutcome {
  readonly events: readonly InstanceEvent[]
  readonly answer: CoreAnswer
}

/**
 * Does an action on people, workspaces or settings: its statements, its events and the remembered answer in one
 * transaction.
 *
 * @param decide gets the transaction, the sequence of its event (the ETag of what it changes) and its instant
 * @throws {OutOfDate} when the caller may do something else by now, or is let in no more
 * @param first statements before the instance is locked: what else has to be locked, in the order in which others do
 */
export async function actOnInstance(
  request: RequestBase,
  decide: (trx: Trx, seq: number, at: number) => Promise<InstanceOutcome>,
  first?: (trx: Trx) => Promise<void>,
): Promise<CoreAnswer> {
  const { services, caller, call, standing, deadline } = request
  const act = async (trx: Trx) => {
    await first?.(trx)
    const { seq, last_event_at } = await lockInstance(trx)
    if (standing.witness) await checkStillJudged(trx, standing.witness)
    const at = Math.max(request.now, last_event_at)
    const { events, answer } = await decide(trx, seq + 1, at)
    if (events.length > 0) {
      await commitInstance(
        trx,
        { actorId: caller.userId, requestId: call.requestId, at },
        events,
        remember(call, caller.userId, answer),
      )
    }
    return answer
  }
  return services.instanceQueue.run(deadline, () => services.database.writes.transaction().execute(act))
}
