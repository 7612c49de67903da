import { AppError, problem, refuse, type taskEndpoints } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import { sanitised } from '../comments/sanitise.ts'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer, listAnswer, resourceAnswer, wholeListAnswer } from '../json-api/document.ts'
import { authoriseTask } from '../runbooks/authorise-part.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Snapshot, Task, TaskLink } from '../runbooks/snapshot.ts'
import { finishTask, getTask, type Powers, skipTask, startTask } from '../runs/run-progress.ts'
import { checkMayEdit, checkNotBegun, finishEdit, removeTask } from './edit-plan.ts'
import { selectTasks } from './filter-tasks.ts'
import { keptPage } from './kept-pages.ts'
import { linkTask } from './link-tasks.ts'
import { blankTask, readTaskWrite } from './read-task-write.ts'
import { renderTask, type TaskView } from './render-task.ts'
import { asOfMeta, viewFor, viewWithIncluded } from './task-view.ts'

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

/** An action on one task, held against `If-Match`, answered with the task. */
function actOnTask(
  request: RequestBase,
  act: (draft: RunbookDraft, id: number, trx?: Trx) => void | Promise<void>,
  isLocked = false,
) {
  const id = request.params['id'] ?? 0
  return actOnRunbook(request, {
    decide(draft, trx) {
      const task = getTask(draft, id)
      authoriseTask(request, draft, task)
      checkMatch(request, id, task.changed_seq)
      return act(draft, id, trx)
    },
    answer: (next) => tellTask(request, 200, next, id),
    isLocked,
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

const asksForChild = (links: readonly { link_type: string }[] | undefined) =>
  links !== undefined && links.length > 0

async function withLinks(
  request: RequestBase,
  trx: Trx | undefined,
  draft: RunbookDraft,
  task: Pick<Task, 'task_type_id'>,
  links: readonly TaskLink[],
  before: readonly TaskLink[],
  made: Made[],
): Promise<Partial<Task>> {
  if (!asksForChild(links)) return { links }
  if (!trx) throw new Error('links are made in a transaction')
  return linkTask(request, trx, draft, task, links, before, made)
}

function tellOfMade({ services }: RequestBase, made: readonly Made[]): void {
  for (const { snapshot, firstSeq, events } of made)
    services.live.committed(snapshot.runbook.id, firstSeq, events)
}

export const taskHandlers: HandlersFor<typeof taskEndpoints> = {
  async listTasks(request) {
    const { query, address } = request
    const snapshot = await viewRunbook(request)
    const isForecast = query.values.forecast ?? false
    const view = viewFor(request, snapshot, isForecast)
    const whole = (shown: TaskView, positions: readonly number[], total: number, included?: string[]) => {
      const data = positions.map((at) => renderTask(shown, at))
      return isForecast
        ? wholeListAnswer(address, query, data, { included, meta: asOfMeta(shown) })
        : listAnswer(address, query, data, total, { included })
    }
    const select = () => {
      if (isForecast) return { positions: snapshot.tasks.map((_, at) => at), total: snapshot.tasks.length }
      const selected = selectTasks(snapshot, view.moment, query.values, query.sort)
      return {
        positions: selected.slice(query.page.offset, query.page.offset + query.page.size),
        total: selected.length,
      }
    }
    if (query.include.length === 0) {
      return keptPage(request, snapshot, view.moment, view.abilities.key, () => {
        const { positions, total } = select()
        return whole(view, positions, total)
      })
    }
    const { positions, total } = select()
    const { view: full, included } = await viewWithIncluded(request, snapshot, isForecast, positions)
    return whole(full, positions, total, included)
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

  async createTask(request) {
    const { write } = request
    const made: Made[] = []
    const answer = await actOnRunbook(request, {
      isLocked: asksForChild(write.attributes.task_links),
      async decide(draft, trx) {
        made.length = 0
        checkMayEdit(draft)
        const blank = blankTask(draft)
        const task = {
          ...blank,
          ...readTaskWrite(draft, blank, write, { at: '/data', id: undefined, replacesPeople: true }),
        }
        authoriseTask(request, draft, task)
        const linked = await withLinks(request, trx, draft, task, task.links, [], made)
        const { id, name } = draft.addTask({ ...task, ...linked })
        finishEdit(draft, 'task.created', { resource: { type: 'task', id, name } })
        return id
      },
      answer: (next, id) => tellTask(request, 201, next, id),
    })
    tellOfMade(request, made)
    return answer
  },

  async updateTask(request) {
    const { write } = request
    const made: Made[] = []
    const edit = async (draft: RunbookDraft, id: number, trx?: Trx) => {
      made.length = 0
      checkMayEdit(draft)
      const before = getTask(draft, id)
      const patch = readTaskWrite(draft, before, write, {
        at: '/data',
        id,
        replacesPeople: write.meta.delete_excluded_assignees ?? false,
      })
      checkNotBegun(draft, before, patch)
      const after = { ...before, ...patch }
      authoriseTask(request, draft, after)
      const linked = patch.links
        ? await withLinks(request, trx, draft, after, patch.links, before.links, made)
        : {}
      draft.setTask(id, { ...patch, ...linked })
      finishEdit(draft, 'task.updated', { resource: { type: 'task', id, name: after.name } })
    }
    const answer = await actOnTask(request, edit, asksForChild(write.attributes.task_links))
    tellOfMade(request, made)
    return answer
  },

  deleteTask(request) {
    const id = request.params['id'] ?? 0
    return actOnRunbook(request, {
      decide(draft) {
        const task = getTask(draft, id)
        authoriseTask(request, draft, task)
        checkMatch(request, id, task.changed_seq)
        checkMayEdit(draft)
        checkNotBegun(draft, task, { duration: 0 })
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
        for (const id of ids) checkNotBegun(draft, getTask(draft, id), { duration: 0 })
        for (const id of ids) removeTask(draft, getTask(draft, id))
        finishEdit(draft, 'tasks.deleted', {})
      },
      answer: () => emptyAnswer,
    })
  },

  async startTask(request) {
    const { comment: sent, override } = request.write.meta
    const comment = await commentOf(request, sent)
    return actOnTask(request, (draft, id) => {
      leaveComment(draft, id, comment)
      startTask(draft, id, powersOf(request, override))
    })
  },

  async finishTask(request) {
    const comment = await commentOf(request, request.write.meta.comment)
    return actOnTask(request, (draft, id) => {
      leaveComment(draft, id, comment)
      finishTask(draft, id, powersOf(request))
    })
  },

  async skipTask(request) {
    const { comment: sent = '' } = request.write.meta
    const content = sanitised(sent, { name: 'comment', pointer: '/meta/comment' })
    const id = await request.services.ids.next('comment')
    return actOnTask(request, (draft, taskId) => skipTask(draft, taskId, { id, content }))
  },
}
