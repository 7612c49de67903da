import type { ChangedThing, EventName, NewEvent } from '../events/event.ts'
import type { DraftChanges } from './draft-changes.ts'
import { timesAt } from './schedule-of.ts'
import type { Snapshot } from './snapshot.ts'
import { summaryOf } from './summary.ts'

/** Who acts, when, and under which request. */
export interface Actor {
  readonly userId: number
  readonly requestId: string
}

/** What `event` tells beside the changes. */
export interface About {
  readonly resource?: { readonly type: string; readonly id: number | string; readonly name: string | null }
  readonly message?: string | undefined
  /** What became of things that are no part of the plan. */
  readonly others?: readonly ChangedThing[]
  /** Sequence of the event that caused this one. */
  readonly cause?: number | undefined
  /** Sequence of the event of the instance that caused this one. */
  readonly instanceCause?: number | undefined
}

/** An event of an action, with what changed since the one before it. */
export interface ToldEvent {
  readonly name: EventName
  readonly about: About
  readonly things: readonly ChangedThing[]
}

/** The events of an action as the log keeps them, each with the state of the runbook after all of it. */
export function newEvents(
  { at, runbook, run }: DraftChanges,
  actor: Actor,
  told: readonly ToldEvent[],
  next: Snapshot,
): NewEvent[] {
  const summary = summaryOf(next, timesAt(next, at))
  return told.map(({ name, about, things }) => {
    const resource = about.resource ?? { type: 'runbook', id: runbook.id, name: runbook.name }
    const payload = {
      resource: { type: resource.type, id: String(resource.id), name: resource.name },
      things: [...things, ...(about.others ?? [])],
      ...(about.cause === undefined ? {} : { cause: about.cause }),
      ...(about.instanceCause === undefined ? {} : { instance_cause: about.instanceCause }),
      ...(about.message === undefined ? {} : { message: about.message }),
      ...(run === null ? {} : { run_id: String(run.id) }),
      summary,
    }
    return {
      name,
      at,
      actor_id: actor.userId,
      request_id: actor.requestId,
      workspace_id: runbook.workspace_id,
      payload: JSON.stringify(payload),
    }
  })
}
