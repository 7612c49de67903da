import { randomUUID } from 'node:crypto'
import { AppError, type liveEndpoints, problem } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { MAX_TASK_NUMBER, readId } from '../json-api/read-id.ts'
import { wireTime } from '../json-api/wire.ts'
import { OutOfDate } from '../people/known-callers.ts'
import { placeText } from './place-queries.ts'

export const liveHandlers: HandlersFor<typeof liveEndpoints> = {
  async watchRunbook({ params, query, call, caller, seen, services, signal }) {
    const about = {
      runbookId: params['id'] ?? 0,
      credential: caller.credential,
      userId: caller.userId,
      permissionRevision: seen.permission_revision,
      place: placeText({ ...seen, is_offered: seen.is_offered === true }),
      connection: query.values.connection?.toLowerCase() ?? randomUUID(),
      seq: seen.seq ?? 0,
    }
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      body: await services.live.watch(about, call.lastEventId, signal),
    }
  },

  async updatePresence({ params, query, caller, services, standing, write }) {
    // Nothing is committed that would hold what is remembered of the caller against the database.
    if (standing.isRemembered) throw new OutOfDate()
    const { connection = '', task_id = null } = write.meta
    const runbookId = params['runbook_id'] ?? 0
    const taskId = task_id === null ? null : readId(task_id, MAX_TASK_NUMBER)
    const { positions } = await services.runbooks.view(runbookId, standing)
    if (taskId !== null && !positions.has(taskId)) {
      const about = { type: 'task', id: task_id ?? '' }
      throw new AppError(problem('related_not_found', about, { pointer: '/meta/task_id' }))
    }
    const { userId } = caller
    const visit = { runbookId, userId, connection: connection.toLowerCase() }
    const since = await services.live.presence.move(visit, taskId)
    const presence = {
      type: 'presence',
      id: String(userId),
      attributes: {
        connection: visit.connection,
        task_id: taskId === null ? null : String(taskId),
        since: wireTime(since),
      },
      relationships: {},
      links: {},
    }
    return resourceAnswer(200, renderResource(presence, query.fields))
  },
}
