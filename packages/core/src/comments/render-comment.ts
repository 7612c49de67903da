import type { Access, Scope } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'

/** A comment as the document shows it. */
export function renderComment(comment: Row<'comment'>, access: Access, scope: Scope): Rendered {
  const { id, runbook_id, task_id, author_id } = comment
  const path = `/core/runbooks/${runbook_id}`
  return {
    type: 'comment',
    id: String(id),
    attributes: {
      content: comment.content,
      featured: comment.featured,
      created_at: wireTime(comment.created_at),
      updated_at: wireTime(comment.updated_at),
    },
    relationships: {
      task: task_id === null ? one('task', null) : one('task', task_id, `${path}/tasks/${task_id}`),
      author: one('user', author_id, `/core/users/${author_id}`),
      runbook: one('runbook', runbook_id, path),
    },
    links: { self: `${path}/comments/${id}` },
    meta: {
      permissions: abilitiesOn('comment', access, {
        ...scope,
        runbook_id,
        is_author: author_id === access.userId,
      }),
    },
  }
}
