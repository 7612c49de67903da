import type { Identifier, ParsedQuery } from '@runsheet/contract'
import { isLate } from '@runsheet/domain'
import { renderFieldValues } from '../custom-fields/field-values.ts'
import { many, one, type Rendered, wireSeconds, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { networkOf, planOf, type TimesAt } from '../runbooks/schedule-of.ts'
import type { Party, Snapshot, Task, TaskAbilities, TaskPiece } from '../runbooks/snapshot.ts'

const identify = (parties: readonly Party[]): { data: Identifier[] } => ({
  data: parties.map(({ type, id }) => ({ type, id: String(id) })),
})

/** Everything of a task that neither the clock nor the caller changes. */
function fixedPart(snapshot: Snapshot, at: number): Omit<Rendered, 'meta'> {
  const { runbook, version, directory, tasks } = snapshot
  const task = tasks[at] as Task
  const { successorOffsets, successors } = networkOf(snapshot)
  const following: number[] = []
  for (let link = successorOffsets[at]!, last = successorOffsets[at + 1]!; link < last; link += 1)
    following.push(tasks[successors[link]!]!.id)
  const plan = task.start_baseline === null ? planOf(snapshot) : undefined
  const path = `/core/runbooks/${runbook.id}`
  return {
    type: 'task',
    id: String(task.id),
    attributes: {
      name: task.name,
      description: task.description,
      stage: task.stage,
      completion_type: task.completion_type,
      duration: task.duration,
      elapsed_duration:
        task.end_actual === null
          ? null
          : Math.floor((task.end_actual - (task.start_actual ?? task.end_actual)) / 1_000),
      level: task.level,
      message: task.message,
      auto_start: task.auto_start,
      auto_finish: task.auto_finish,
      disable_notify: task.disable_notify,
      start_requirements: task.start_requirements,
      end_requirements: task.end_requirements,
      start_minimum: task.start_minimum,
      end_minimum: task.end_minimum,
      start_planned: plan ? wireSeconds(plan.start[at]!) : wireTime(task.start_baseline ?? 0),
      end_planned: plan ? wireSeconds(plan.end[at]!) : wireTime(task.end_baseline ?? 0),
      start_actual: wireTimeOrNull(task.start_actual),
      end_actual: wireTimeOrNull(task.end_actual),
      start_fixed: wireTimeOrNull(task.start_fixed),
      end_fixed: wireTimeOrNull(task.end_fixed),
      start_ready: wireTimeOrNull(task.start_ready),
      comments_count: task.comments_count,
      custom_field_values: renderFieldValues(task.custom_field_values, directory),
      task_links: task.links.map(({ runbook_id, link_type }) => ({ id: String(runbook_id), link_type })),
      created_at: wireTime(task.created_at),
      updated_at: wireTime(task.updated_at),
    },
    relationships: {
      runbook: one('runbook', runbook.id, path),
      stream: one('stream', task.stream_id, `${path}/streams/${task.stream_id}`),
      task_type: one('task_type', task.task_type_id, `/core/task_types/${task.task_type_id}`),
      assignees: identify(task.assignees),
      recipients: identify(task.recipients),
      predecessors: many('task', task.predecessors),
      successors: many('task', following),
      runbook_version: one('runbook_version', version.id),
      source_runbook: one('runbook', task.source_runbook_id),
      source_task: one('task', task.source_task_id),
      started_by: one('user', task.started_by),
      completed_by: one('user', task.completed_by),
    },
    links: { self: `${path}/tasks/${task.id}` },
  }
}

/** Every relationship of a task in an answer. */
export function taskRelationships({ snapshot, actions }: TaskView, at: number): Rendered['relationships'] {
  const { relationships } = fixedPart(snapshot, at)
  return actions
    ? { ...relationships, task_actions: many('task_action', actions.get(snapshot.tasks[at]!.id) ?? []) }
    : relationships
}

function pieceOf(snapshot: Snapshot, at: number): TaskPiece {
  const pieces = (snapshot.computed.pieces ??= Array.from({ length: snapshot.tasks.length }))
  const kept = pieces[at]
  if (kept) return kept
  const { attributes, relationships, links, type, id } = fixedPart(snapshot, at)
  const piece: TaskPiece = {
    task: snapshot.tasks[at] as Task,
    head: `{"type":"${type}","id":"${id}","attributes":${JSON.stringify(attributes).slice(0, -1)},"is_late":`,
    tail: `},"relationships":${JSON.stringify(relationships)},"links":${JSON.stringify(links)}`,
  }
  pieces[at] = piece
  return piece
}

/** How the tasks of one answer are to be shown. */
export interface TaskView {
  readonly snapshot: Snapshot
  readonly moment: TimesAt
  readonly isForecast: boolean
  readonly fields: ParsedQuery['fields']
  readonly abilities: TaskAbilities
  /** Who did what to which task, where `include=task_actions` asked for it. */
  readonly actions?: ReadonlyMap<number, readonly number[]> | undefined
}

/** True when the forecast or actual time of a task is after its planned time. */
export function isTaskLate({ late }: TimesAt, at: number): boolean {
  return late !== undefined && isLate(late, at)
}

function forecastPart({ times }: TimesAt, at: number) {
  return {
    start_display: wireSeconds(times.start[at]!),
    end_display: wireSeconds(times.end[at]!),
    total_float: times.totalFloat[at]!,
    free_float: times.freeFloat[at]!,
    is_critical: times.critical[at] === 1,
  }
}

/** `meta` with the ETag of the task, by which lists and bulk writes know its state. */
function metaMember({ changed_seq }: Task, meta: string): string {
  return `"meta":{"etag":"\\"${changed_seq}\\"",${meta.slice(1)}`
}

/** The text of a task in an answer. */
export function renderTask(view: TaskView, at: number): string {
  const { snapshot, moment, isForecast, abilities } = view
  const late = isTaskLate(moment, at)
  if (Object.hasOwn(view.fields, 'task') || view.actions) return renderPicked(view, at, late)
  const { head, tail, task } = pieceOf(snapshot, at)
  const forecast = isForecast ? `,${JSON.stringify(forecastPart(moment, at)).slice(1, -1)}` : ''
  return `${head}${late}${forecast}${tail},${metaMember(task, abilities.metaOf(task))}}`
}

function renderPicked(view: TaskView, at: number, late: boolean): string {
  const { snapshot, moment, isForecast, fields, abilities } = view
  const task = snapshot.tasks[at] as Task
  const whole = fixedPart(snapshot, at)
  const wanted = Object.hasOwn(fields, 'task') ? fields['task'] : undefined
  const pick = (members: object) =>
    wanted ? Object.fromEntries(Object.entries(members).filter(([name]) => wanted.includes(name))) : members
  const attributes = pick({
    ...whole.attributes,
    is_late: late,
    ...(isForecast ? forecastPart(moment, at) : {}),
  })
  const relationships = pick(taskRelationships(view, at))
  return `${JSON.stringify({ ...whole, attributes, relationships }).slice(0, -1)},${metaMember(task, abilities.metaOf(task))}}`
}
