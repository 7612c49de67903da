import { AppError, type commentEndpoints, problem, refuse } from '@runsheet/contract'
import { isUnderWay } from '@runsheet/domain'
import { authorise } from '../dispatch/authorise.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { MAX_TASK_NUMBER, readId, readIdOrNone } from '../json-api/read-id.ts'
import { describeChange } from '../runbooks/changes.ts'
import type { Comment } from '../runbooks/draft-changes.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { findComment, listComments } from './comment-queries.ts'
import { renderComment } from './render-comment.ts'
import { sanitised } from './sanitise.ts'

async function getHere({ services, params, call }: RequestBase): Promise<Comment> {
  const comment = await findComment(services.database.db, params['runbook_id'] ?? 0, params['id'] ?? 0)
  if (!comment) throw refuse('not_found', { type: 'comment', id: call.params['id'] ?? '' })
  return comment
}

const render =
  ({ caller, scope }: RequestBase) =>
  (comment: Comment) =>
    renderComment(comment, caller.access, scope)

const tell = (request: RequestBase, status: 200 | 201, comment: Comment) =>
  resourceAnswer(status, renderResource(render(request)(comment), request.query.fields), {
    etag: comment.changed_seq,
  })

/** A comment is called as what it is about. */
function resourceOf(draft: RunbookDraft, { id, task_id }: Comment) {
  const task = task_id === null ? undefined : draft.task(task_id)
  return { type: 'comment', id, name: task ? `#${task.id} ${task.name}` : draft.runbook.name }
}

/** Words are changed by who said them; featuring is for administrators as well. */
function authoriseChange(
  request: RequestBase,
  { author_id }: Comment,
  { content, featured }: { readonly content?: string; readonly featured?: boolean },
): void {
  const scope = { ...request.scope, is_author: author_id === request.caller.userId }
  if (content !== undefined) authorise(request, 'comment.update', scope)
  if (featured !== undefined) authorise(request, 'comment.feature', scope)
}

/** @throws {AppError} 422 `comment_locked` */
function checkNotLocked({ runbook }: RunbookDraft, { id }: Comment): void {
  const { stage } = runbook
  if (isUnderWay(stage)) throw refuse('comment_locked', { id: String(id), stage }, { meta: { stage } })
}

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
    return pageAnswer(request, page, render(request))
  },

  async getComment(request) {
    const comment = await getHere(request)
    return oneAnswer(request, 200, render(request)(comment), comment.changed_seq)
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
        const task = taskId === null ? null : draft.task(taskId)
        if (task === undefined) {
          const about = { type: 'task', id: named && 'id' in named ? named.id : '' }
          throw new AppError(
            problem('related_not_found', about, { pointer: '/data/relationships/task/data' }),
          )
        }
        const featured = attributes.featured ?? false
        const comment = draft.addComment({ id, task_id: taskId, content, featured })
        draft.event('comment.created', { resource: resourceOf(draft, comment), message: content })
        return comment
      },
      answer: (_next, comment) => tell(request, 201, comment),
    })
  },

  async updateComment(request) {
    const { attributes } = request.write
    const content =
      attributes.content === undefined
        ? undefined
        : sanitised(attributes.content, { name: 'content', pointer: '/data/attributes/content' })
    return actOnRunbook(request, {
      async decide(draft) {
        const before = await getHere(request)
        authoriseChange(request, before, attributes)
        checkMatch(request, before.id, before.changed_seq)
        if (content !== undefined && content !== before.content) checkNotLocked(draft, before)
        const { featured = before.featured } = attributes
        const after = draft.setComment(before, { content: content ?? before.content, featured })
        draft.event('comment.updated', {
          resource: resourceOf(draft, after),
          others: [describeChange('comment', String(after.id), before, after)],
        })
        return after
      },
      answer: (_next, comment) => tell(request, 200, comment),
    })
  },

  deleteComment(request) {
    return actOnRunbook(request, {
      async decide(draft) {
        const comment = await getHere(request)
        checkMatch(request, comment.id, comment.changed_seq)
        checkNotLocked(draft, comment)
        draft.removeComment(comment)
        draft.event('comment.deleted', {
          resource: resourceOf(draft, comment),
          others: [describeChange('comment', String(comment.id), comment, null)],
        })
      },
      answer: () => emptyAnswer,
    })
  },
}
