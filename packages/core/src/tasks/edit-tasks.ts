import type { CoreAnswer } from '@runsheet/contract'
import { addOptions } from '../custom-fields/added-options.ts'
import { prepareValues } from '../custom-fields/prepare-values.ts'
import type { RequestBase } from '../dispatch/request.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { getTask } from '../runs/run-progress.ts'
import { checkMayEdit, finishEdit } from './edit-plan.ts'
import { taskPlace } from './read-task-write.ts'
import { asksForChild, type WantedTask, writeTasks } from './write-tasks.ts'

interface Edit {
  /** One task, or several. */
  readonly event: 'task.created' | 'task.updated' | 'tasks.changed'
  /** Judged before anything else of the plan. */
  readonly check?: (draft: RunbookDraft) => void
  /** @param numbers of the tasks, in the order in which they were wanted */
  readonly answer: (next: Snapshot, numbers: readonly number[]) => CoreAnswer
}

/** Makes and changes tasks as one action with one event, and tells of the child runbooks that came with it. */
export async function editTasks(
  request: RequestBase,
  wanted: readonly WantedTask[],
  { event, check, answer }: Edit,
): Promise<CoreAnswer> {
  const made: Made[] = []
  const context = await valuesOf(request, wanted)
  const answered = await actOnRunbook(request, {
    isLocked: context.addsOptions || wanted.some(({ write }) => asksForChild(write)),
    async decide(draft, trx) {
      made.length = 0
      context.added.length = 0
      check?.(draft)
      checkMayEdit(draft)
      const numbers = await writeTasks(request, draft, trx, wanted, { made, context })
      await addOptions(request, trx, context.added)
      const [first] = numbers
      if (first === undefined) return numbers
      const { id, name } = getTask(draft, first)
      finishEdit(draft, event, event === 'tasks.changed' ? {} : { resource: { type: 'task', id, name } })
      return numbers
    },
    answer,
  })
  for (const { snapshot, firstSeq, events } of made)
    request.services.live.committed(snapshot.runbook.id, firstSeq, events)
  return answered
}

/** What the values of all tasks have to be known by. */
async function valuesOf({ services, params, standing }: RequestBase, wanted: readonly WantedTask[]) {
  const { runbook, directory } = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
  const values = wanted.flatMap(({ write }) => write.attributes.custom_field_values ?? [])
  return prepareValues(services.database.db, values, taskPlace(runbook, directory))
}
