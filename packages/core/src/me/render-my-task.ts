import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { entryId } from './entry-id.ts'
import type { MyTask } from './my-task-queries.ts'

/** A task of the caller as the document shows it. */
export function renderMyTask(task: MyTask): Rendered {
  const { runbook_id, stage } = task
  return {
    type: 'my_task',
    id: entryId(task),
    attributes: {
      task_id: String(task.task_id),
      name: task.name,
      stage,
      is_now: stage === 'startable' || stage === 'in_progress',
      level: task.level,
      task_type_key: task.task_type_key,
      task_type_icon: task.task_type_icon,
      duration: task.duration,
      start_planned: wireTimeOrNull(task.start_planned),
      start_ready: wireTimeOrNull(task.start_ready),
      start_actual: wireTimeOrNull(task.start_actual),
      start_fixed: wireTimeOrNull(task.start_fixed),
      runbook_name: task.runbook_name,
      runbook_stage: task.runbook_stage,
      runbook_start: wireTime(task.runbook_start),
      run_type: task.run_type,
      timezone: task.timezone,
      waits_for_count: task.waits_for_count,
      waits_for: task.waits_for,
    },
    relationships: {
      runbook: one('runbook', runbook_id, `/core/runbooks/${runbook_id}`),
      task_type: one('task_type', task.task_type_id, `/core/task_types/${task.task_type_id}`),
    },
    links: { self: `/core/runbooks/${runbook_id}/tasks/${task.task_id}` },
  }
}
