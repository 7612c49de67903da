import { AppError, type CustomFieldWrite, problem, refuse, type taskEndpoints } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import { sanitised } from '../comments/sanitise.ts'
import { addOptions } from '../custom-fields/added-options.ts'
import { prepareValues } from '../custom-fields/prepare-values.ts'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import {
  emptyAnswer,
  listAnswer,
  resourceAnswer,
  resourcesAnswer,
  wholeListAnswer,
} from '../json-api/document.ts'
import { type Listed, pageOf } from '../json-api/listed.ts'
import { MAX_TASK_NUMBER, readId } from '../json-api/read-id.ts'
import { authoriseTask } from '../runbooks/authorise-part.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Snapshot, Task } from '../runbooks/snapshot.ts'
import { fillFields } from '../runs/action-fields.ts'
import { finishTask, getTask, type Powers, skipTask, startTask } from '../runs/run-progress.ts'
import { checkMayEdit, checkNotBegun, finishEdit, removeTask } from './edit-plan.ts'
import { editTasks } from './edit-tasks.ts'
import { selectTasks } from './filter-tasks.ts'
import { keptPage } from './kept-pages.ts'
import { taskPlace } from './read-task-write.ts'
import { renderTask, type TaskView } from './render-task.ts'
import { asOfMeta, viewFor, viewWithIncluded } from './task-view.ts'
import type { WantedTask } from './write-tasks.ts'

function viewRunbook(request: RequestBase): Promise<Snapshot> {
  return request.services.runbooks.view(request.params['runbook_id'] ?? 0, request.standing)
}

/** A task as the answer of an action. */
function tellTask(request: RequestBase, status: 200 | 201, next: Snapshot, id: number) {
  const at = next.positions.get(id) ?? -1
  return resourceAnswer(status, renderTask(viewFor(request, next, false), at), {
    etag: next.tasks[at]!.changed_seq,
  })
}

function powersOf({ caller, scope }: RequestBase, override = false): Powers {
  return { isAdmin: isAllowed(caller.access, 'run.control', scope), override }
}

/** What values of a start or a finish have to be known by. */
async function valuesOf(request: RequestBase, writes: readonly CustomFieldWrite[] | undefined) {
  const { runbook, directory } = await viewRunbook(request)
  return prepareValues(request.services.database.db, writes, taskPlace(runbook, directory))
}

/** An action on one task, held against `If-Match`, answered with the task. */
function actOnTask(
  request: RequestBase,
  act: (draft: RunbookDraft, id: number, trx?: Trx) => void | Promise<void>,
  isLocked = false,
) {
  const id = request.params['id'] ?? 0
  return actOnRunbook(request, {
    isLocked,
    decide(draft, trx) {
      const task = getTask(draft, id)
      authoriseTask(request, draft, task)
      checkMatch(request, id, task.changed_seq)
      return act(draft, id, trx)
    },
    answer: (next) => tellTask(request, 200, next, id),
  })
}

/** Leaves a comment of an action on its task, without a further event. */
function leaveComment(
  draft: RunbookDraft,
  id: number,
  comment: { id: number; content: string } | undefined,
): void {
  if (comment) draft.addComment({ id: comment.id, task_id: id, content: comment.content, featured: false })
}

async function commentOf(
  request: RequestBase,
  sent: string | null | undefined,
): Promise<{ id: number; content: string } | undefined> {
  const content = sent ? sanitised(sent, { name: 'comment', pointer: '/meta/comment' }) : undefined
  return content === undefined ? undefined : { id: await request.services.ids.next('comment'), content }
}

/** Fields are asked for when nothing else stands in the way: else that is what is told. */
const mayAskFields = ({ runbook }: RunbookDraft, { stage }: Task, stages: readonly Task['stage'][]) =>
  runbook.stage === 'active' && stages.includes(stage)

export const taskHandlers: HandlersFor<typeof taskEndpoints> = {
  async listTasks(request) {
    const { query, address } = request
    const snapshot = await viewRunbook(request)
    const isForecast = query.values.forecast ?? false
    const view = viewFor(request, snapshot, isForecast)
    const idOf = (at: number) => snapshot.tasks[at]!.id
    const whole = (shown: TaskView, { rows, total, isLast }: Listed<number>, included?: string[]) => {
      const data = rows.map((at) => renderTask(shown, at))
      if (isForecast) return wholeListAnswer(address, query, data, { included, meta: asOfMeta(shown) })
      const last = rows.at(-1)
      const lastId = last === undefined ? undefined : String(idOf(last))
      return listAnswer(address, query, data, { total, isLast, lastId }, { included })
    }
    const select = (): Listed<number> => {
      if (isForecast) {
        const rows = snapshot.tasks.map((_, at) => at)
        return { rows, total: rows.length, isLast: true }
      }
      return pageOf(selectTasks(snapshot, view.moment, query.values, query.sort), query.page, idOf)
    }
    if (query.include.length === 0)
      return keptPage(request, snapshot, view.moment, view.abilities.key, () => whole(view, select()))
    const page = select()
    const { view: full, included } = await viewWithIncluded(request, snapshot, isForecast, page.rows)
    return whole(full, page, included)
  },

  async getTask(request) {
    const snapshot = await viewRunbook(request)
    const id = request.params['id'] ?? 0
    const at = snapshot.positions.get(id)
    if (at === undefined) throw refuse('not_found', { type: 'task', id: request.call.params['id'] ?? '' })
    const isForecast = request.query.values.forecast ?? false
    const { view, included } = await viewWithIncluded(request, snapshot, isForecast, [at])
    return resourceAnswer(200, renderTask(view, at), {
      included,
      etag: snapshot.tasks[at]!.changed_seq,
      meta: isForecast ? asOfMeta(view) : undefined,
    })
  },

  createTask(request) {
    return editTasks(request, [{ at: '/data', write: request.write, replacesPeople: true }], {
      event: 'task.created',
      answer: (next, [id = 0]) => tellTask(request, 201, next, id),
    })
  },

  updateTask(request) {
    const { write, params } = request
    const id = params['id'] ?? 0
    const replacesPeople = write.meta.delete_excluded_assignees ?? false
    return editTasks(request, [{ id, at: '/data', write, replacesPeople }], {
      event: 'task.updated',
      check(draft) {
        const task = getTask(draft, id)
        authoriseTask(request, draft, task)
        checkMatch(request, id, task.changed_seq)
      },
      answer: (next) => tellTask(request, 200, next, id),
    })
  },

  writeTasks(request) {
    const wanted = request.write.items.map(({ id, lid, meta, ...write }, index): WantedTask => {
      const replacesPeople = id === undefined || (meta.delete_excluded_assignees ?? false)
      const named = id === undefined ? { lid } : { id: readId(id, MAX_TASK_NUMBER), sent: id }
      return { ...named, at: `/data/${index}`, write, replacesPeople, ifMatch: meta.if_match }
    })
    return editTasks(request, wanted, {
      event: 'tasks.changed',
      answer(next, numbers) {
        const view = viewFor(request, next, false)
        return resourcesAnswer(numbers.map((id) => renderTask(view, next.positions.get(id) ?? -1)))
      },
    })
  },

  deleteTask(request) {
    const id = request.params['id'] ?? 0
    return actOnRunbook(request, {
      decide(draft) {
        const task = getTask(draft, id)
        authoriseTask(request, draft, task)
        checkMatch(request, id, task.changed_seq)
        checkMayEdit(draft)
        checkNotBegun(draft, task)
        removeTask(draft, task)
        finishEdit(draft, 'task.deleted', { resource: { type: 'task', id, name: task.name } })
      },
      answer: () => emptyAnswer,
    })
  },

  deleteTasks(request) {
    const ids = [...new Set((request.query.values.task_ids ?? []).map((id) => Number(BigInt(id))))]
    return actOnRunbook(request, {
      decide(draft) {
        const missing = ids.filter((id) => !draft.task(id))
        if (missing.length > 0)
          throw new AppError(
            missing.map((id) =>
              problem('related_not_found', { type: 'task', id: String(id) }, { parameter: 'task_ids' }),
            ),
          )
        for (const id of ids) authoriseTask(request, draft, getTask(draft, id))
        checkMayEdit(draft)
        for (const id of ids) checkNotBegun(draft, getTask(draft, id))
        for (const id of ids) removeTask(draft, getTask(draft, id))
        finishEdit(draft, 'tasks.deleted', {})
      },
      answer: () => emptyAnswer,
    })
  },

  async startTask(request) {
    const { comment: sent, override, custom_field_values } = request.write.meta
    const comment = await commentOf(request, sent)
    const context = await valuesOf(request, custom_field_values)
    const start = async (draft: RunbookDraft, id: number, trx?: Trx) => {
      context.added.length = 0
      leaveComment(draft, id, comment)
      const powers = powersOf(request, override)
      const task = getTask(draft, id)
      if (mayAskFields(draft, task, powers.override ? ['startable', 'not_startable'] : ['startable']))
        fillFields(draft, task, 'start', custom_field_values, context)
      startTask(draft, id, powers)
      await addOptions(request, trx, context.added)
    }
    return actOnTask(request, start, context.addsOptions)
  },

  async finishTask(request) {
    const { comment: sent, custom_field_values } = request.write.meta
    const comment = await commentOf(request, sent)
    const context = await valuesOf(request, custom_field_values)
    const finish = async (draft: RunbookDraft, id: number, trx?: Trx) => {
      context.added.length = 0
      leaveComment(draft, id, comment)
      const task = getTask(draft, id)
      if (mayAskFields(draft, task, ['in_progress']))
        fillFields(draft, task, 'finish', custom_field_values, context)
      finishTask(draft, id, powersOf(request))
      await addOptions(request, trx, context.added)
    }
    return actOnTask(request, finish, context.addsOptions)
  },

  async skipTask(request) {
    const { comment: sent = '' } = request.write.meta
    const content = sanitised(sent, { name: 'comment', pointer: '/meta/comment' })
    const id = await request.services.ids.next('comment')
    return actOnTask(request, (draft, taskId) => skipTask(draft, taskId, { id, content }))
  },
}
