import type { RequestBase } from '../dispatch/request.ts'
import { includedFor } from '../json-api/include.ts'
import { loaders } from '../json-api/loaders.ts'
import { timesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { type TaskView, taskRelationships } from './render-task.ts'
import { taskAbilities } from './task-abilities.ts'
import { listActionIds } from './task-queries.ts'

/** How the tasks of a runbook are told to the caller of a request, at its instant. */
export function viewFor(request: RequestBase, snapshot: Snapshot, isForecast: boolean): TaskView {
  const { caller, query, now } = request
  return {
    snapshot,
    moment: timesAt(snapshot, now),
    isForecast,
    fields: query.fields,
    abilities: taskAbilities(snapshot, caller.access),
  }
}

/** The same with what `include` asks for. @param positions the tasks of the answer */
export async function viewWithIncluded(
  request: RequestBase,
  snapshot: Snapshot,
  isForecast: boolean,
  positions: readonly number[],
): Promise<{ view: TaskView; included: string[] | undefined }> {
  const view = viewFor(request, snapshot, isForecast)
  const { include } = request.query
  if (include.length === 0) return { view, included: undefined }
  const ids = positions.map((at) => snapshot.tasks[at]!.id)
  const actions =
    include.includes('task_actions') && snapshot.run
      ? await listActionIds(request.services.database.db, snapshot.run.id, ids)
      : new Map<number, number[]>()
  const full = include.includes('task_actions') ? { ...view, actions } : view
  const primary = positions.map((at) => ({ relationships: taskRelationships(full, at) }))
  return { view: full, included: await includedFor(request, loaders, primary) }
}

/** What `meta` says of a forecast: the instant it was made for. */
export function asOfMeta({ moment }: TaskView): { as_of: string } {
  return { as_of: new Date(moment.asOf * 1_000).toISOString().replace('.000', '') }
}
