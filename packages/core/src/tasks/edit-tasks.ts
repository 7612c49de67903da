import type { CoreAnswer } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { getTask } from '../runs/run-progress.ts'
import { checkMayEdit, finishEdit } from './edit-plan.ts'
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
  const answered = await actOnRunbook(request, {
    isLocked: wanted.some(({ write }) => asksForChild(write)),
    async decide(draft, trx) {
      made.length = 0
      check?.(draft)
      checkMayEdit(draft)
      const numbers = await writeTasks(request, draft, trx, wanted, made)
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
