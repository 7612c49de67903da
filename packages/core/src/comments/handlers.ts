import { AppError, type commentEndpoints, problem } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { MAX_TASK_NUMBER, readId, readIdOrNone } from '../json-api/read-id.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import { listComments } from './comment-queries.ts'
import { renderComment } from './render-comment.ts'
import { sanitised } from './sanitise.ts'

export const commentHandlers: HandlersFor<typeof commentEndpoints> = {
  async listComments(request) {
    const { query, services, params } = request
    const { task_id, featured, created_after, created_before } = query.values
    const filter = {
      runbookId: params['runbook_id'] ?? 0,
      taskId: readIdOrNone(task_id, MAX_TASK_NUMBER),
      featured,
      createdAfter: created_after,
      createdBefore: created_before,
    }
    const page = await listComments(services.database.db, filter, query.sort, query.page)
    return pageAnswer(request, page, renderComment)
  },

  async createComment(request) {
    const { attributes, relationships } = request.write
    const content = sanitised(attributes.content ?? '', {
      name: 'content',
      pointer: '/data/attributes/content',
    })
    const named = relationships.task
    const taskId = named && 'id' in named ? readId(named.id, MAX_TASK_NUMBER) : null
    const id = await request.services.ids.next('comment')
    return actOnRunbook(request, {
      decide(draft) {
        const { at, runbook } = draft
        const task = taskId === null ? null : draft.task(taskId)
        if (task === undefined) {
          const about = { type: 'task', id: named && 'id' in named ? named.id : '' }
          throw new AppError(
            problem('related_not_found', about, { pointer: '/data/relationships/task/data' }),
          )
        }
        const comment = { id, task_id: taskId, content, featured: attributes.featured ?? false }
        draft.addComment(comment)
        draft.event('comment.created', {
          resource: { type: 'comment', id, name: task ? `#${task.id} ${task.name}` : runbook.name },
          message: content,
        })
        return renderComment({
          ...comment,
          runbook_id: runbook.id,
          author_id: request.caller.userId,
          created_at: at,
          updated_at: at,
        })
      },
      answer: (_next, resource) => resourceAnswer(201, renderResource(resource, request.query.fields)),
    })
  },
}
