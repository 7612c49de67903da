import { wireSeconds, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { planOf, timesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { isTaskLate } from '../tasks/render-task.ts'
import type { ExportTask } from './export-task.ts'

/**
 * The plan of a runbook as an export shows it, with what was computed and what happened.
 *
 * @param now milliseconds since the epoch: for the forecast
 * @param emails of the people who may be assigned, by id
 */
export function exportTasks(
  snapshot: Snapshot,
  now: number,
  emails: ReadonlyMap<number, string>,
): ExportTask[] {
  const { tasks, streams, teams, directory } = snapshot
  const plan = planOf(snapshot)
  const moment = timesAt(snapshot, now)
  const streamOf = new Map(streams.map((stream) => [stream.id, stream]))
  const teamOf = new Map(teams.map(({ id, name }) => [id, name]))
  return tasks.map((task, at) => {
    const stream = streamOf.get(task.stream_id)
    const parent = stream?.parent_id == null ? undefined : streamOf.get(stream.parent_id)
    const { start_baseline, end_baseline, start_actual, end_actual } = task
    return {
      id: String(task.id),
      name: task.name,
      description: task.description,
      stream: parent?.name ?? stream?.name ?? null,
      sub_stream: parent ? (stream?.name ?? null) : null,
      task_type: directory.taskTypes.get(task.task_type_id)?.name ?? null,
      duration: task.duration,
      level: task.level,
      teams: task.assignees.flatMap(({ type, id }) =>
        type === 'runbook_team' ? (teamOf.get(id) ?? []) : [],
      ),
      start_fixed: wireTimeOrNull(task.start_fixed),
      end_fixed: wireTimeOrNull(task.end_fixed),
      predecessors: task.predecessors.map(String),
      custom_fields: Object.entries(task.custom_field_values).flatMap(([id, value]) => {
        const field = directory.customFields.get(Number(id))
        return field ? [{ id, name: field.name, value }] : []
      }),
      outputs: {
        stage: task.stage,
        completion_type: task.completion_type,
        is_late: isTaskLate(moment, at),
        start_planned: start_baseline === null ? wireSeconds(plan.start[at]!) : wireTime(start_baseline),
        end_planned: end_baseline === null ? wireSeconds(plan.end[at]!) : wireTime(end_baseline),
        start_actual: wireTimeOrNull(start_actual),
        end_actual: wireTimeOrNull(end_actual),
        start_display: wireSeconds(moment.times.start[at]!),
        end_display: wireSeconds(moment.times.end[at]!),
        elapsed_duration:
          end_actual === null ? null : Math.floor((end_actual - (start_actual ?? end_actual)) / 1_000),
        users: task.assignees.flatMap(({ type, id }) => (type === 'user' ? (emails.get(id) ?? []) : [])),
      },
    }
  })
}
