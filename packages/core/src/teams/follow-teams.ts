import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { followCentrals } from '../runbook-teams/keep-in-step.ts'
import { commitRunbooksIn } from '../runbooks/commit-runbook.ts'
import { loadSnapshots } from '../runbooks/load-snapshot.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { type CentralTeam, lockLinkedRunbooks } from './team-queries.ts'

/** Runbooks that are in memory at once. */
const RUNBOOKS_AT_ONCE = 20

/**
 * Brings every team of a runbook that is linked to one of some central teams in step with it, in the transaction that
 * changed them: one event in each runbook. Runbooks that are archived or have ended stay as they are.
 *
 * @param cause the event of the instance that makes them follow
 * @returns what has to be told of when the transaction is committed
 */
export async function followTeams(
  { services, caller, call, standing }: RequestBase,
  trx: Trx,
  teams: readonly CentralTeam[],
  cause: { readonly seq: number; readonly at: number },
): Promise<Made[]> {
  const centrals = new Map(teams.map((team) => [team.id, team]))
  const ids = await lockLinkedRunbooks(trx, [...centrals.keys()])
  const directory = await services.directories.at(standing.instanceRevision)
  const actor = { userId: caller.userId, requestId: call.requestId }
  const told: Made[] = []
  for (let from = 0; from < ids.length; from += RUNBOOKS_AT_ONCE) {
    const snapshots = await loadSnapshots(trx, ids.slice(from, from + RUNBOOKS_AT_ONCE), directory)
    const commits = snapshots.flatMap((base) => {
      const draft = new RunbookDraft(base, actor, cause.at)
      const [changed] = followCentrals(draft, centrals)
      if (!changed) return []
      draft.event('runbook_team.updated', {
        resource: { type: 'runbook_team', id: changed.id, name: changed.name },
        instanceCause: cause.seq,
      })
      const { next, change, events } = draft.build()
      told.push({ snapshot: next, firstSeq: base.runbook.seq + 1, events })
      return [{ runbookId: base.runbook.id, seq: base.runbook.seq, change, events, answer: null }]
    })
    await commitRunbooksIn(trx, commits)
  }
  return told
}

/** Rooms hear of it, and live streams of who may not watch any more end. */
export async function tellFollowed({ services }: RequestBase, told: readonly Made[]): Promise<void> {
  for (const { snapshot, firstSeq, events } of told)
    services.live.committed(snapshot.runbook.id, firstSeq, events)
  if (told.length > 0) await services.live.recheck()
}
