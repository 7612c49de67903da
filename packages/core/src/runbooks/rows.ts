import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import type { Run, RunbookTeam, RunbookUser, Stream, Task } from './snapshot.ts'

/** Rows as the `commit_runbook` function takes them: columns by name, instants as text. */

/** The row of `task`. */
export function taskRow(task: Task, versionId: number) {
  return {
    version_id: versionId,
    id: task.id,
    stream_id: task.stream_id,
    task_type_id: task.task_type_id,
    name: task.name,
    description: task.description,
    duration: task.duration,
    level: task.level,
    message: task.message,
    auto_start: task.auto_start,
    auto_finish: task.auto_finish,
    disable_notify: task.disable_notify,
    start_requirements: task.start_requirements,
    end_requirements: task.end_requirements,
    start_minimum: task.start_minimum,
    end_minimum: task.end_minimum,
    start_fixed: sqlTimeOrNull(task.start_fixed),
    end_fixed: sqlTimeOrNull(task.end_fixed),
    custom_field_values: task.custom_field_values,
    source_runbook_id: task.source_runbook_id,
    source_task_id: task.source_task_id,
    comments_count: task.comments_count,
    changed_seq: task.changed_seq,
    created_at: sqlTime(task.created_at),
    updated_at: sqlTime(task.updated_at),
  }
}

/** The row of `run_task`. */
export function runTaskRow(task: Task, runId: number) {
  return {
    run_id: runId,
    task_id: task.id,
    stage: task.stage,
    completion_type: task.completion_type,
    start_planned: sqlTimeOrNull(task.start_baseline),
    end_planned: sqlTimeOrNull(task.end_baseline),
    start_ready: sqlTimeOrNull(task.start_ready),
    start_actual: sqlTimeOrNull(task.start_actual),
    end_actual: sqlTimeOrNull(task.end_actual),
    started_by: task.started_by,
    completed_by: task.completed_by,
    starters: task.starters,
    finishers: task.finishers,
    changed_seq: task.changed_seq,
    updated_at: sqlTime(task.updated_at),
  }
}

/** The rows of `assignment` of one task. */
export function assignmentRows(task: Task, versionId: number) {
  const rows = (kind: 'assignee' | 'recipient') =>
    (kind === 'assignee' ? task.assignees : task.recipients).map(({ type, id }, position) => ({
      version_id: versionId,
      task_id: task.id,
      kind,
      position,
      user_id: type === 'user' ? id : null,
      runbook_team_id: type === 'runbook_team' ? id : null,
    }))
  return [...rows('assignee'), ...rows('recipient')]
}

/** The rows of `task_link` of one task. */
export function linkRows(task: Task, versionId: number) {
  return task.links.map((link, position) => ({ version_id: versionId, task_id: task.id, position, ...link }))
}

/** The row of `stream`. */
export function streamRow(stream: Stream, versionId: number) {
  return {
    ...stream,
    version_id: versionId,
    status_updated_at: sqlTimeOrNull(stream.status_updated_at),
    created_at: sqlTime(stream.created_at),
    updated_at: sqlTime(stream.updated_at),
  }
}

/** The row of `runbook_user`. */
export function userRow(user: RunbookUser) {
  return { ...user, created_at: sqlTime(user.created_at) }
}

/** The row of `runbook_team`. */
export function teamRow({ id, team_id, name, changed_seq }: RunbookTeam, runbookId: number) {
  return { id, runbook_id: runbookId, team_id, name, changed_seq }
}

/** The row of `run`. */
export function runRow(run: Run) {
  return {
    ...run,
    start_planned: sqlTime(run.start_planned),
    end_planned: sqlTime(run.end_planned),
    start_actual: sqlTime(run.start_actual),
    end_actual: sqlTimeOrNull(run.end_actual),
    created_at: sqlTime(run.created_at),
  }
}
