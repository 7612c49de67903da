import type { RunbookStage, RunType } from '@runsheet/contract'
import {
  inStreamOrder,
  type Plan,
  positionsOf,
  type Run,
  type Runbook,
  type Stream,
  type Task,
} from './plan.ts'
import { instantOf, partyOf } from './read-documents.ts'

/** Something that changed with an event: each member with before and after. */
export interface Thing {
  readonly type: string
  readonly id: string
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
}

/** An event of the live stream. */
export interface LiveEventData {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly name: string
  readonly resource: { readonly type: string; readonly id: string; readonly name: string | null }
  readonly things: readonly Thing[]
  readonly cause?: number
  readonly message?: string
  readonly summary: Readonly<Record<string, unknown>>
}

const blankTask: Task = {
  id: 0,
  name: '',
  stage: 'not_startable',
  completion_type: null,
  duration: null,
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
  stream_id: 0,
  task_type_id: 0,
  predecessors: [],
  assignees: [],
  started_by: null,
  completed_by: null,
  task_links: [],
}

const isInstant = (name: string) => /^(start|end)_(scheduled|planned|actual|fixed|ready)$/.test(name)
const isReference = (name: string) => name.endsWith('_id') || name.endsWith('_by')

/** A value of an event in the form in which the room keeps it. */
function kept(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (isInstant(name)) return instantOf(value)
  if (isReference(name)) return Number(value)
  if (name === 'predecessors')
    return (value as readonly string[]).map(Number).sort((one, other) => one - other)
  if (name === 'assignees') return (value as readonly { type: string; id: string }[]).map(partyOf)
  return value
}

/** What a thing is after its changes; members that the room does not keep are passed over. */
function changed<T extends object>(before: T, { changes }: Thing): T {
  const after = { ...before } as Record<string, unknown>
  for (const [name, [, value]] of Object.entries(changes)) if (name in before) after[name] = kept(name, value)
  return after as T
}

/** A thing whose members all became nothing is gone. */
const isGone = ({ changes }: Thing, key: string) => changes[key] !== undefined && changes[key][1] === null

/** Things that the room cannot follow by their changes alone: people and teams come with their names. */
const unknownHere = new Set(['runbook_user', 'runbook_team'])

/**
 * The plan after an event.
 *
 * @returns undefined when its changes do not suffice and the documents have to be read again
 */
export function applyEvent(plan: Plan, event: LiveEventData): Plan | undefined {
  if (event.things.some(({ type }) => unknownHere.has(type))) return undefined
  const tasks = applyToTasks(plan, event.things)
  const streams = applyToStreams(plan.streams, event.things)
  const runbookThing = event.things.find(({ type }) => type === 'runbook')
  let runbook = runbookThing ? changed<Runbook>(plan.runbook, runbookThing) : plan.runbook
  runbook = { ...runbook, ...summaryOf(event.summary) }
  const run = applyToRun(plan.run, event)
  if (run === undefined) return undefined
  const isSame = tasks === plan.tasks
  return {
    ...plan,
    seq: event.seq,
    runbook,
    run,
    tasks,
    positions: isSame || tasks.length === plan.tasks.length ? samePositions(plan, tasks) : positionsOf(tasks),
    streams,
  }
}

function samePositions(plan: Plan, tasks: readonly Task[]): Plan['positions'] {
  return tasks.every(({ id }, at) => plan.tasks[at]?.id === id) ? plan.positions : positionsOf(tasks)
}

function summaryOf(summary: LiveEventData['summary']): Partial<Runbook> {
  return {
    stage: summary['stage'] as RunbookStage,
    run_type: (summary['run_type'] ?? null) as RunType | null,
    start_actual: instantOf(summary['start_actual']),
    end_actual: instantOf(summary['end_actual']),
  }
}

function applyToTasks(plan: Plan, things: readonly Thing[]): readonly Task[] {
  const changes = new Map<number, Task | null>()
  const at = (id: number) => changes.get(id) ?? plan.tasks[plan.positions.get(id) ?? -1]
  for (const thing of things) {
    if (thing.type !== 'task') continue
    const id = Number(thing.id)
    if (isGone(thing, 'name')) changes.set(id, null)
    else changes.set(id, changed(at(id) ?? { ...blankTask, id }, thing))
  }
  if (changes.size === 0) return plan.tasks
  const tasks = plan.tasks.flatMap((task) => {
    const now = changes.get(task.id)
    return now === undefined ? [task] : now === null ? [] : [now]
  })
  for (const [id, task] of changes) if (task && !plan.positions.has(id)) tasks.push(task)
  return tasks.sort((a, b) => a.id - b.id)
}

function applyToStreams(streams: readonly Stream[], things: readonly Thing[]): readonly Stream[] {
  const touched = things.filter(({ type }) => type === 'stream')
  if (touched.length === 0) return streams
  const byId = new Map(streams.map((stream) => [stream.id, stream]))
  for (const thing of touched) {
    const id = Number(thing.id)
    const blank: Stream = {
      id,
      name: '',
      color: null,
      is_primary: false,
      status: 'off',
      status_message: null,
      parent_id: null,
    }
    if (isGone(thing, 'name')) byId.delete(id)
    else byId.set(id, changed(byId.get(id) ?? blank, thing))
  }
  return inStreamOrder([...byId.values()])
}

/** Starts and ends of runs come with whole documents; pauses are followed. @returns undefined when it has to be read again */
function applyToRun(run: Run | null, event: LiveEventData): Run | null | undefined {
  if (event.name === 'run.started') return undefined
  if (event.name === 'runbook.returned_to_planning') return undefined
  if (!run) return null
  const at = instantOf(event.at) ?? 0
  switch (event.name) {
    case 'run.paused':
      return run.pauses.at(-1)?.[1] === null ? run : { ...run, pauses: [...run.pauses, [at, null]] }
    case 'run.resumed':
      return { ...run, pauses: run.pauses.map(([from, until]) => [from, until ?? at]) }
    case 'run.finished':
    case 'run.cancelled':
      return { ...run, end_actual: at, pauses: run.pauses.map(([from, until]) => [from, until ?? at]) }
    default:
      return run
  }
}
