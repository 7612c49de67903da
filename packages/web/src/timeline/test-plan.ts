import type { Plan, Run, Runbook, Stream, Task, TaskType } from '../room/plan.ts'
import { positionsOf } from '../room/plan.ts'

const type = (id: number, key: string, zero_duration: boolean): TaskType => ({
  id,
  key,
  name: key,
  default: id === 1,
  zero_duration,
  off_end: false,
  auto_start: false,
  auto_finish: false,
  fixed_start: false,
})

export const stream = (id: number, parent_id: number | null = null): Stream => ({
  id,
  name: `Stream ${id}`,
  color: null,
  is_primary: id === 1,
  status: 'off',
  status_message: null,
  parent_id,
})

export const task = (id: number, given: Partial<Task> = {}): Task => ({
  id,
  name: `Task ${id}`,
  stage: 'not_startable',
  completion_type: null,
  duration: 600,
  level: 'level_1',
  auto_start: false,
  auto_finish: false,
  start_requirements: 'any',
  end_requirements: 'any',
  start_minimum: null,
  end_minimum: null,
  start_planned: null,
  end_planned: null,
  start_actual: null,
  end_actual: null,
  start_fixed: null,
  end_fixed: null,
  start_ready: null,
  comments_count: 0,
  stream_id: 1,
  task_type_id: 1,
  predecessors: [],
  assignees: [],
  started_by: null,
  completed_by: null,
  task_links: [],
  ...given,
})

export const run = (given: Partial<Run> = {}): Run => ({
  id: 1,
  run_type: 'live',
  start_planned: 0,
  start_actual: 0,
  end_actual: null,
  pauses: [],
  ...given,
})

/** A plan for tests of the timeline: it begins at 0, in UTC. */
export function planOf(tasks: readonly Task[], given: { run?: Run; streams?: readonly Stream[] } = {}): Plan {
  const runbook: Runbook = {
    id: 1,
    name: 'Night',
    description: null,
    stage: given.run ? 'active' : 'planning',
    status: 'off',
    run_type: given.run?.run_type ?? null,
    is_template: false,
    template_status: null,
    archived: false,
    rto: null,
    rto_start_task_id: null,
    rto_end_task_id: null,
    timezone: 'UTC',
    auto_start: false,
    start_scheduled: 0,
    start_actual: given.run?.start_actual ?? null,
    end_actual: null,
    created_at: 0,
    workspace_id: 1,
    folder_id: null,
    runbook_type_id: 1,
    is_dynamic: false,
    permissions: new Set(),
  }
  return {
    seq: 1,
    runbook,
    run: given.run ?? null,
    tasks,
    positions: positionsOf(tasks),
    streams: given.streams ?? [stream(1)],
    taskTypes: new Map([
      [1, type(1, 'normal', false)],
      [2, type(2, 'milestone', true)],
    ]),
    people: new Map(),
    teams: new Map(),
  }
}
