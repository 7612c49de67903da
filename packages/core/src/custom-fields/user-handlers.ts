import {
  AppError,
  type CustomFieldWrite,
  type customFieldUserEndpoints,
  type Identifier,
  type Problem,
  refuse,
} from '@runsheet/contract'
import { isAllowed, visibility } from '@runsheet/domain'
import { authorise } from '../dispatch/authorise.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { remember } from '../idempotency/remembered-answers.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId, readIdOrNone } from '../json-api/read-id.ts'
import { one, type Rendered } from '../json-api/wire.ts'
import { authoriseTask } from '../runbooks/authorise-part.ts'
import { runbookPlace } from '../runbooks/read-runbook-write.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { findPresentRunbook } from '../runbooks/runbook-queries.ts'
import type { Standing } from '../runbooks/runbook-store.ts'
import { scopeOf } from '../runbooks/scope-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { checkMayEdit, finishEdit } from '../tasks/edit-plan.ts'
import { taskFields, taskPlace } from '../tasks/read-task-write.ts'
import { prepareValues } from './prepare-values.ts'
import { type FieldUser, findFieldUser, listFieldUsers, putFieldUser } from './user-queries.ts'
import { plainValues, type ValueContext } from './value-context.ts'
import { writeFieldValues } from './write-field-values.ts'

type Endpoints = typeof customFieldUserEndpoints

export function renderFieldUser({ id, custom_field_id, user_id, runbook_id, task_id }: FieldUser): Rendered {
  const runbook = `/core/runbooks/${runbook_id}`
  return {
    type: 'custom_field_user',
    id: String(id),
    attributes: {},
    relationships: {
      custom_field: one('custom_field', custom_field_id, `/core/custom_fields/${custom_field_id}`),
      user: one('user', user_id, `/core/users/${user_id}`),
      runbook: one('runbook', runbook_id, runbook),
      task: task_id === null ? one('task', null) : one('task', task_id, `${runbook}/tasks/${task_id}`),
    },
    links: { self: `/core/custom_field_users/${id}` },
  }
}

/** Where a value stands: in a runbook, or in one of its tasks. */
interface ValuePlace {
  readonly runbookId: number
  /** Sequence at which the runbook was seen. */
  readonly seq: number
  readonly folderId: number | null
  readonly taskId: number | null
}

const RUNBOOK = { pointer: '/data/relationships/runbook/data' }
const TASK = { pointer: '/data/relationships/task/data' }

/** The runbook and the task that a write names. @throws {AppError} 422 `related_not_found` */
async function readPlace(request: CoreRequest<Endpoints['createCustomFieldUser']>): Promise<ValuePlace> {
  const { runbook: of, task } = request.write.relationships
  const { id } = of as Identifier
  const runbook = await findPresentRunbook(request.services.database.db, readId(id))
  const isSeen = runbook && isAllowed(request.caller.access, 'runbook.read', scopeOf(runbook))
  if (!isSeen) throw refuse('related_not_found', { type: 'runbook', id }, RUNBOOK)
  const taskId = task ? readId((task as Identifier).id) : null
  return { runbookId: runbook.id, seq: runbook.seq, folderId: runbook.folder_id, taskId }
}

/** By what the caller is let into a runbook that no path names. */
function standingIn({ standing }: RequestBase, { seq, folderId }: ValuePlace): Standing {
  const { witness, instanceRevision } = standing
  return { seq, instanceRevision, ...(witness && { witness: { ...witness, folder_id: folderId } }) }
}

/** Writes one value of a runbook or a task, as a change of it does. */
function writeValue(
  request: RequestBase,
  draft: RunbookDraft,
  { taskId }: ValuePlace,
  write: CustomFieldWrite,
  context: ValueContext,
): void {
  const problems: Problem[] = []
  const pointer = '/data/relationships/custom_field'
  const put = (
    target: Parameters<typeof writeFieldValues>[2],
    before: Parameters<typeof writeFieldValues>[0],
  ) => {
    const values = writeFieldValues(before, [write], target, pointer, problems)
    // The one value of a list is the relationship here.
    const [found] = problems
    if (found) throw new AppError([{ ...found, source: { pointer: `${pointer}/data` } }])
    return values
  }
  const { runbook, base } = draft
  if (taskId === null) {
    authorise(request, 'runbook.update', scopeOf(runbook))
    const target = { ...runbookPlace(runbook, base.directory), ...context }
    draft.setRunbook({ custom_field_values: put(target, runbook.custom_field_values) })
    draft.event('runbook.updated')
    return
  }
  const task = draft.task(taskId)
  if (!task) throw refuse('related_not_found', { type: 'task', id: String(taskId) }, TASK)
  authoriseTask({ ...request, scope: scopeOf(runbook) }, draft, task)
  checkMayEdit(draft)
  draft.setTask(taskId, {
    custom_field_values: put(taskFields(draft, context), task.custom_field_values),
  })
  finishEdit(draft, 'task.updated', { resource: { type: 'task', id: taskId, name: task.name } })
}

/** Sequence at which that last changed in which the value stands: the ETag of the link. */
function changedSeq(
  { runbook, tasks, positions }: Pick<Snapshot, 'runbook' | 'tasks' | 'positions'>,
  taskId: number | null,
): number {
  return taskId === null ? runbook.changed_seq : (tasks[positions.get(taskId) ?? -1]?.changed_seq ?? 0)
}

export const customFieldUserHandlers: HandlersFor<Endpoints> = {
  async listCustomFieldUsers(request) {
    const { values, page } = request.query
    const filter = {
      visible: visibility(request.caller.access, 'runbook.read'),
      custom_field_id: readIdOrNone(values.custom_field_id),
      user_id: readIdOrNone(values.user_id),
      runbook_id: readIdOrNone(values.runbook_id),
    }
    const found = await listFieldUsers(request.services.database.db, filter, page)
    return pageAnswer(request, found, renderFieldUser)
  },

  async getCustomFieldUser(request) {
    const found = await findFieldUser(request.services.database.db, request.params['id'] ?? 0)
    if (!found) throw refuse('not_found', { type: 'custom_field_user', id: request.call.params['id'] ?? '' })
    const { link, runbook } = found
    const standing = { ...request.standing, seq: runbook.seq }
    const snapshot = await request.services.runbooks.view(runbook.id, standing)
    return oneAnswer(request, 200, renderFieldUser(link), changedSeq(snapshot, link.task_id))
  },

  async createCustomFieldUser(request) {
    const { services, standing, caller, call, now, deadline, write } = request
    const { custom_field, user } = write.relationships as Record<'custom_field' | 'user', Identifier>
    const place = await readPlace(request)
    const directory = await services.directories.at(standing.instanceRevision)
    const fieldId = readId(custom_field.id)
    if (directory.customFields.get(fieldId)?.field_type !== 'user')
      throw refuse(
        'custom_field_not_found',
        { field: custom_field.id },
        { pointer: '/data/relationships/custom_field/data' },
      )
    const value: CustomFieldWrite = { custom_field_id: custom_field.id, value: user.id }
    const snapshot = await services.runbooks.view(place.runbookId, { ...standing, seq: place.seq })
    const where = place.taskId === null ? runbookPlace : taskPlace
    const context = await prepareValues(services.database.db, [value], where(snapshot.runbook, directory))
    return services.runbooks.act<FieldUser>({
      runbookId: place.runbookId,
      actor: { userId: caller.userId, requestId: call.requestId },
      now,
      deadline,
      standing: standingIn(request, place),
      isLocked: true,
      async decide(draft, trx) {
        if (!trx) throw new Error('a link is made in a transaction')
        writeValue(request, draft, place, value, context)
        return putFieldUser(trx, {
          custom_field_id: fieldId,
          user_id: readId(user.id),
          runbook_id: place.runbookId,
          task_id: place.taskId,
        })
      },
      answer: (next, link) =>
        resourceAnswer(201, renderResource(renderFieldUser(link), request.query.fields), {
          etag: changedSeq(next, link.task_id),
        }),
      remember: (answer) => remember(call, caller.userId, answer),
    })
  },

  async deleteCustomFieldUser(request) {
    const { services, caller, call, now, deadline, params } = request
    const found = await findFieldUser(services.database.db, params['id'] ?? 0)
    if (!found) throw refuse('not_found', { type: 'custom_field_user', id: call.params['id'] ?? '' })
    const { link, runbook } = found
    const { id: runbookId, seq, folder_id: folderId } = runbook
    const place = { runbookId, seq, folderId, taskId: link.task_id }
    const value = { custom_field_id: String(link.custom_field_id), value: null }
    return services.runbooks.act({
      runbookId: runbook.id,
      actor: { userId: caller.userId, requestId: call.requestId },
      now,
      deadline,
      standing: standingIn(request, place),
      decide(draft) {
        checkMatch(request, link.id, changedSeq(draft.base, link.task_id))
        writeValue(request, draft, place, value, plainValues())
      },
      answer: () => emptyAnswer,
      remember: (answer) => remember(call, caller.userId, answer),
    })
  },
}
