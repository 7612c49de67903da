import type { CompletionType, RunbookRole, RunbookStage, RunType, TaskStage } from '@runsheet/contract'
import {
  type Instant,
  inStreamOrder,
  type Party,
  type Person,
  type Plan,
  positionsOf,
  type Rag,
  type Run,
  type Runbook,
  type Stream,
  type Task,
  type TaskType,
  type Team,
} from './plan.ts'
import { accessIn } from './rights.ts'

/** A resource as it comes over the wire, whatever its type. */
export interface Wire {
  readonly type: string
  readonly id: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<Record<string, { readonly data?: unknown }>>
  readonly meta?: Readonly<Record<string, unknown>>
}

interface WireRef {
  readonly type: string
  readonly id: string
}

/** Seconds since the epoch of a timestamp of the wire. */
export function instantOf(value: unknown): Instant | null {
  return typeof value === 'string' ? Math.floor(Date.parse(value) / 1000) : null
}

/** What a resource points to; null where it points to nothing. */
export const refOf = (resource: Wire, name: string) =>
  (resource.relationships?.[name]?.data ?? null) as WireRef | null
const idOf = (resource: Wire, name: string) => {
  const ref = refOf(resource, name)
  return ref ? Number(ref.id) : null
}
const refsOf = (resource: Wire, name: string) =>
  (resource.relationships?.[name]?.data ?? []) as readonly WireRef[]

export const partyOf = ({ type, id }: WireRef): Party => ({
  type: type === 'user' ? 'user' : 'runbook_team',
  id: Number(id),
})

export function readTask(wire: Wire): Task {
  const a = wire.attributes
  return {
    id: Number(wire.id),
    name: a['name'] as string,
    stage: a['stage'] as TaskStage,
    completion_type: (a['completion_type'] ?? null) as CompletionType | null,
    duration: (a['duration'] ?? null) as number | null,
    level: a['level'] as string,
    auto_start: a['auto_start'] === true,
    auto_finish: a['auto_finish'] === true,
    start_requirements: a['start_requirements'] as string,
    end_requirements: a['end_requirements'] as string,
    start_minimum: (a['start_minimum'] ?? null) as number | null,
    end_minimum: (a['end_minimum'] ?? null) as number | null,
    start_planned: instantOf(a['start_planned']),
    end_planned: instantOf(a['end_planned']),
    start_actual: instantOf(a['start_actual']),
    end_actual: instantOf(a['end_actual']),
    start_fixed: instantOf(a['start_fixed']),
    end_fixed: instantOf(a['end_fixed']),
    start_ready: instantOf(a['start_ready']),
    comments_count: Number(a['comments_count'] ?? 0),
    stream_id: idOf(wire, 'stream') ?? 0,
    task_type_id: idOf(wire, 'task_type') ?? 0,
    predecessors: refsOf(wire, 'predecessors')
      .map(({ id }) => Number(id))
      .sort((one, other) => one - other),
    assignees: refsOf(wire, 'assignees').map(partyOf),
    started_by: idOf(wire, 'started_by'),
    completed_by: idOf(wire, 'completed_by'),
    task_links: (a['task_links'] ?? []) as Task['task_links'],
  }
}

/** Members of a task that the room asks for: descriptions and custom fields are read when a task is opened. */
export const TASK_FIELDS = [
  'name',
  'stage',
  'completion_type',
  'duration',
  'level',
  'auto_start',
  'auto_finish',
  'start_requirements',
  'end_requirements',
  'start_minimum',
  'end_minimum',
  'start_planned',
  'end_planned',
  'start_actual',
  'end_actual',
  'start_fixed',
  'end_fixed',
  'start_ready',
  'comments_count',
  'task_links',
  'stream',
  'task_type',
  'predecessors',
  'assignees',
  'started_by',
  'completed_by',
] as const

function readStream(wire: Wire): Stream {
  const a = wire.attributes
  return {
    id: Number(wire.id),
    name: a['name'] as string,
    color: (a['color'] ?? null) as string | null,
    is_primary: a['is_primary'] === true,
    status: (a['status'] ?? 'off') as Rag,
    status_message: (a['status_message'] ?? null) as string | null,
    parent_id: idOf(wire, 'parent'),
  }
}

function readTaskType(wire: Wire): TaskType {
  const a = wire.attributes
  return {
    id: Number(wire.id),
    key: a['key'] as string,
    name: a['name'] as string,
    icon: (a['icon'] ?? null) as string | null,
    default: a['default'] === true,
    zero_duration: a['zero_duration'] === true,
    off_end: a['off_end'] === true,
    auto_start: a['auto_start'] === true,
    auto_finish: a['auto_finish'] === true,
    fixed_start: a['fixed_start'] === true,
  }
}

/** What the caller may do with a resource, as its document tells: `update runbook`. */
export const permissionsOf = (wire: Wire) =>
  ((wire.meta?.['permissions'] ?? []) as readonly { type: string; resource: string }[]).map(
    ({ type, resource }) => `${type} ${resource}`,
  )

function readRunbook(wire: Wire, workspace: Wire | undefined, isDynamic: boolean): Runbook {
  const a = wire.attributes
  // Whether one may make runbooks beside this one, its workspace tells.
  const around = workspace ? permissionsOf(workspace).filter((name) => name === 'create runbook') : []
  return {
    id: Number(wire.id),
    name: a['name'] as string,
    description: (a['description'] ?? null) as string | null,
    stage: a['stage'] as RunbookStage,
    status: (a['status'] ?? 'off') as Rag,
    run_type: (a['run_type'] ?? null) as RunType | null,
    is_template: a['is_template'] === true,
    template_status: (a['template_status'] ?? null) as string | null,
    archived: a['archived'] === true,
    rto: (a['rto'] ?? null) as number | null,
    rto_start_task_id: idOf(wire, 'rto_start_task'),
    rto_end_task_id: idOf(wire, 'rto_end_task'),
    timezone: (a['timezone'] ?? 'UTC') as string,
    auto_start: a['auto_start'] === true,
    start_scheduled: instantOf(a['start_scheduled']),
    start_actual: instantOf(a['start_actual']),
    end_actual: instantOf(a['end_actual']),
    created_at: instantOf(a['created_at']) ?? 0,
    workspace_id: idOf(wire, 'workspace') ?? 0,
    folder_id: idOf(wire, 'folder'),
    runbook_type_id: idOf(wire, 'runbook_type') ?? 0,
    is_dynamic: isDynamic,
    permissions: new Set([...permissionsOf(wire), ...around]),
  }
}

function readRun(wire: Wire): Run {
  const a = wire.attributes
  const pauses = (a['pauses'] ?? []) as readonly { from: string; until: string | null }[]
  return {
    id: Number(wire.id),
    run_type: a['run_type'] as RunType,
    start_planned: instantOf(a['start_planned']) ?? 0,
    start_actual: instantOf(a['start_actual']) ?? 0,
    end_actual: instantOf(a['end_actual']),
    pauses: pauses.map(({ from, until }) => [instantOf(from) ?? 0, instantOf(until)]),
  }
}

/** The documents of a runbook, as they were read. */
export interface Documents {
  readonly seq: number
  readonly runbook: Wire
  readonly workspace: Wire | undefined
  readonly run: Wire | undefined
  readonly runbookTypes: readonly Wire[]
  readonly tasks: readonly Wire[]
  readonly streams: readonly Wire[]
  readonly taskTypes: readonly Wire[]
  readonly runbookUsers: readonly Wire[]
  readonly users: readonly Wire[]
  readonly runbookTeams: readonly Wire[]
}

/** @param userId who looks */
export function readPlan(documents: Documents, userId: number): Plan {
  const type = documents.runbookTypes.find(({ id }) => id === refOf(documents.runbook, 'runbook_type')?.id)
  const tasks = documents.tasks.map(readTask).sort((a, b) => a.id - b.id)
  const parts = new Map(
    documents.runbookUsers.map((wire) => {
      const streams = refsOf(wire, 'streams').map(({ id }) => Number(id))
      const role = wire.attributes['role'] as RunbookRole
      return [idOf(wire, 'user') ?? 0, { role, streams, runbookUserId: Number(wire.id) }]
    }),
  )
  const runbook = readRunbook(documents.runbook, documents.workspace, type?.attributes['dynamic'] === true)
  const teams = new Map(
    documents.runbookTeams.map((wire): [number, Team] => {
      const members = refsOf(wire, 'users').map(({ id }) => Number(id))
      const { name, linked } = wire.attributes
      return [
        Number(wire.id),
        { id: Number(wire.id), name: name as string, linked: linked === true, members },
      ]
    }),
  )
  return {
    seq: documents.seq,
    runbook,
    run: documents.run ? readRun(documents.run) : null,
    tasks,
    positions: positionsOf(tasks),
    streams: inStreamOrder(documents.streams.map(readStream)),
    taskTypes: new Map(documents.taskTypes.map(readTaskType).map((taskType) => [taskType.id, taskType])),
    people: new Map(
      documents.users.map((wire): [number, Person] => {
        const id = Number(wire.id)
        const part = parts.get(id) ?? { role: null, streams: [], runbookUserId: null }
        const a = wire.attributes
        const status = a['status'] as Person['status']
        return [id, { id, name: a['name'] as string, email: a['email'] as string, status, ...part }]
      }),
    ),
    teams,
    access: accessIn(runbook, userId, parts.get(userId), teams.values()),
  }
}
