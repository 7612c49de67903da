import type { Row } from '../db/tables.ts'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'

/** Who did what to a task, as the document shows it. */
export function renderTaskAction(action: Row<'task_action'> & { readonly runbook_id: number }): Rendered {
  const path = `/core/runbooks/${action.runbook_id}`
  return {
    type: 'task_action',
    id: String(action.id),
    attributes: { action: action.action, created_at: wireTime(action.created_at) },
    relationships: {
      user: one('user', action.user_id, `/core/users/${action.user_id}`),
      task: one('task', action.task_id, `${path}/tasks/${action.task_id}`),
    },
    links: {},
  }
}
