import { AppError, type activityEndpoints, problem } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { EventName } from '../events/event.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { readIdOrNone } from '../json-api/read-id.ts'
import { type EventFilter, listEvents } from './event-queries.ts'
import { eventSpellings, eventsCalled } from './event-spellings.ts'
import { renderActionLog, renderActivity } from './render-event.ts'

/** @throws {AppError} 400 `invalid_filter_value` for each name that no event has */
function readEvents(text: string | undefined): EventName[] | undefined {
  if (text === undefined) return undefined
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.filter((word) => eventsCalled(word).length === 0)
  if (unknown.length > 0) {
    const about = { parameter: 'event', allowed: eventSpellings }
    const where = { parameter: 'event', meta: { allowed: eventSpellings } }
    throw new AppError(unknown.map((value) => problem('invalid_filter_value', { ...about, value }, where)))
  }
  return [...new Set(words.flatMap(eventsCalled))]
}

/**
 * Events of the instance that the caller may see: all of them with a role that sees every workspace, else those of the
 * workspaces that the caller manages.
 */
function instanceSeen({ caller }: RequestBase): 'all' | readonly number[] {
  if (visibility(caller.access, 'workspace.read') === 'all') return 'all'
  const managed = visibility(caller.access, 'workspace.update')
  return managed === 'all' ? 'all' : managed.workspaces
}

export const activityHandlers: HandlersFor<typeof activityEndpoints> = {
  async listActionLogs(request) {
    const { query, services, caller } = request
    const { values, sort, page } = query
    // The number of a task means something within its runbook only.
    if (values.task_id !== undefined && values.runbook_id === undefined) {
      const about = { parameter: 'task_id', expected: 'given together with runbook_id' } as const
      throw new AppError(problem('invalid_parameter', about, { parameter: 'task_id' }))
    }
    const filter: EventFilter = {
      runbooks: visibility(caller.access, 'runbook.read'),
      instance: values.runbook_id === undefined ? instanceSeen(request) : undefined,
      runbookId: readIdOrNone(values.runbook_id),
      taskId: readIdOrNone(values.task_id),
      actorId: readIdOrNone(values.user_id),
      workspaceId: readIdOrNone(values.workspace_id),
      names: readEvents(values.event),
      after: values.created_after,
      before: values.created_before,
    }
    const events = await listEvents(services.database.db, filter, sort, page)
    return pageAnswer(request, events, (entry) => renderActionLog(entry, filter.taskId))
  },

  async listActivities(request) {
    const { query, services, caller } = request
    const { values, sort, page } = query
    // Nothing can be starred yet, so what is starred is nothing.
    if (values.starred === true)
      return pageAnswer(request, { rows: [], total: 0, isLast: true }, renderActivity)
    const filter: EventFilter = {
      runbooks: visibility(caller.access, 'runbook.read'),
      instance: undefined,
      runbookId: readIdOrNone(values.runbook_id),
      taskId: undefined,
      actorId: undefined,
      workspaceId: undefined,
      names: undefined,
      after: values.created_after,
      before: values.created_before,
    }
    return pageAnswer(request, await listEvents(services.database.db, filter, sort, page), renderActivity)
  },
}
