import { accessOf } from '@runsheet/domain'
import type { Person, Plan, Run, Runbook, Stream, Task, TaskType } from './plan.ts'
import { inStreamOrder, positionsOf } from './plan.ts'

/** The instant at which test plans begin: 2026-11-22 02:00 in Berlin. */
export const START = Date.UTC(2026, 10, 22, 1) / 1000

const taskTypes: readonly TaskType[] = [
  { id: 1, key: 'normal', name: 'Normal', zero_duration: false, off_end: false },
  { id: 2, key: 'milestone', name: 'Milestone', zero_duration: true, off_end: false },
  { id: 3, key: 'checklist', name: 'Checklist', zero_duration: false, off_end: true },
].map((type) => ({
  ...type,
  icon: null,
  default: type.id === 1,
  auto_start: false,
  auto_finish: false,
  fixed_start: true,
}))

/** A task of a test plan. @param minutes planned duration */
export function testTask(
  id: number,
  minutes: number,
  predecessors: number[] = [],
  rest: Partial<Task> = {},
): Task {
  return {
    id,
    name: `Task ${id}`,
    stage: 'not_startable',
    completion_type: null,
    duration: minutes * 60,
    level: 'level_1',
    auto_start: false,
    auto_finish: false,
    start_requirements: 'anyone',
    end_requirements: 'anyone',
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
    predecessors,
    assignees: [],
    started_by: null,
    completed_by: null,
    task_links: [],
    ...rest,
  }
}

export function testStream(id: number, name: string, rest: Partial<Stream> = {}): Stream {
  return {
    id,
    name,
    color: null,
    is_primary: id === 1,
    status: 'off',
    status_message: null,
    parent_id: null,
    ...rest,
  }
}

/** A participant of a test plan, who has signed in before. */
export function testPerson(id: number, name: string, rest: Partial<Person> = {}): Person {
  return {
    id,
    name,
    role: 'participant',
    streams: [],
    runbookUserId: id,
    email: `${id}@example.com`,
    status: 'active',
    ...rest,
  }
}

interface TestPlanParts {
  readonly tasks: readonly Task[]
  readonly streams?: readonly Stream[]
  readonly runbook?: Partial<Runbook>
  readonly run?: Partial<Run> | null
  readonly seq?: number
}

/** A plan for tests of what is pure; with `run` it is being run, live, from `START`. */
export function testPlan({
  tasks,
  streams = [testStream(1, 'Main')],
  runbook = {},
  run = null,
  seq = 1,
}: TestPlanParts): Plan {
  return {
    seq,
    runbook: {
      id: 9,
      name: 'Failover',
      description: null,
      stage: run ? 'active' : 'planning',
      status: 'off',
      run_type: run ? 'live' : null,
      is_template: false,
      template_status: null,
      archived: false,
      rto: null,
      rto_start_task_id: null,
      rto_end_task_id: null,
      timezone: 'Europe/Berlin',
      auto_start: false,
      start_scheduled: START,
      start_actual: run ? START : null,
      end_actual: null,
      created_at: START - 86_400,
      workspace_id: 1,
      folder_id: null,
      runbook_type_id: 1,
      is_dynamic: false,
      permissions: new Set(['update runbook', 'create task', 'run runbook', 'progress task']),
      ...runbook,
    },
    run: run && {
      id: 1,
      run_type: 'live',
      start_planned: START,
      start_actual: START,
      end_actual: null,
      pauses: [],
      ...run,
    },
    tasks,
    positions: positionsOf(tasks),
    streams: inStreamOrder(streams),
    taskTypes: new Map(taskTypes.map((type) => [type.id, type])),
    people: new Map([[3, testPerson(3, 'Priya Raman')]]),
    teams: new Map([[4, { id: 4, name: 'Storage Ops', linked: false, members: [3] }]]),
    access: accessOf(1, [{ key: 'owner', scope_type: null, scope_id: null, workspace_id: null }], new Map()),
  }
}
