import { refuse } from '@runsheet/contract'
import { isUnderWay } from '@runsheet/domain'
import type { EventName, NewEvent } from '../events/event.ts'
import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import { describeChange } from './changes.ts'
import { assignmentRows, linkRows, runRow, runTaskRow, streamRow, taskRow } from './rows.ts'
import { factsAfter, networkOf, planOf, timesAt } from './schedule-of.ts'
import {
  type Computed,
  positionsOf,
  type Run,
  type Runbook,
  type RunbookTeam,
  type RunbookUser,
  type Snapshot,
  type Stream,
  type Task,
} from './snapshot.ts'
import { summaryOf } from './summary.ts'
import { wakeAt } from './wake.ts'

/** Who acts, when, and under which request. */
export interface Actor {
  readonly userId: number
  readonly requestId: string
}

/** What `event` tells beside the changes. */
export interface About {
  readonly resource?: { readonly type: string; readonly id: number | string; readonly name: string | null }
  readonly message?: string | undefined
  /** Sequence of the event that caused this one. */
  readonly cause?: number | undefined
}

type Section = 'plan' | 'run' | 'predecessors' | 'parties' | 'links'

/** Which table holds a member of a task. */
const sections: Partial<Record<keyof Task, Section>> = {
  stage: 'run',
  completion_type: 'run',
  start_ready: 'run',
  start_actual: 'run',
  end_actual: 'run',
  started_by: 'run',
  completed_by: 'run',
  starters: 'run',
  finishers: 'run',
  start_baseline: 'run',
  end_baseline: 'run',
  predecessors: 'predecessors',
  assignees: 'parties',
  recipients: 'parties',
  links: 'links',
}

/** Members of a task on which its place in the schedule depends. */
const scheduled: readonly (keyof Task)[] = [
  'duration',
  'task_type_id',
  'start_fixed',
  'end_fixed',
  'predecessors',
]

interface NewComment {
  readonly id: number
  readonly task_id: number | null
  readonly content: string
  readonly featured: boolean
}

/**
 * An action under construction: changes to a snapshot, told as events, to be committed in one statement.
 *
 * Every change between two calls of `event` belongs to the second one. Nothing is visible to others before the commit,
 * and the base is never touched.
 */
export class RunbookDraft {
  readonly base: Snapshot
  /** Milliseconds since the epoch: the instant of the action, never before the last event. */
  readonly at: number
  readonly actor: Actor
  runbook: Runbook
  run: Run | null
  users: readonly RunbookUser[]
  teams: readonly RunbookTeam[]
  version: Snapshot['version']
  readonly #tasks: Map<number, Task | null> = new Map()
  readonly #streams: Map<number, Stream | null> = new Map()
  readonly #added: Task[] = []
  readonly #touched: Record<Section, Set<number>> = {
    plan: new Set(),
    run: new Set(),
    predecessors: new Set(),
    parties: new Set(),
    links: new Set(),
  }
  readonly #events: {
    name: EventName
    about: About
    seq: number
    things: readonly ReturnType<typeof describeChange>[]
  }[] = []
  readonly #comments: NewComment[] = []
  readonly #actions: { task_id: number; action: 'start' | 'finish' | 'skip'; user_id: number }[] = []
  #pending = new Set<string>()
  #told: {
    runbook: Runbook
    run: Run | null
    users: readonly RunbookUser[]
    tasks: Map<number, Task | null>
    streams: Map<number, Stream | null>
  }
  #isReplanned = false
  #freezes = false

  constructor(base: Snapshot, actor: Actor, now: number) {
    this.base = base
    this.actor = actor
    this.at = Math.max(now, base.runbook.last_event_at)
    this.runbook = base.runbook
    this.run = base.run
    this.users = base.users
    this.teams = base.teams
    this.version = base.version
    this.#told = {
      runbook: base.runbook,
      run: base.run,
      users: base.users,
      tasks: new Map(),
      streams: new Map(),
    }
  }

  /** The whole second of the action: what actual times are made of. */
  get second(): number {
    return this.at - (this.at % 1_000)
  }

  /** Sequence that the next event will have. */
  get nextSeq(): number {
    return this.base.runbook.seq + this.#events.length + 1
  }

  task(id: number): Task | undefined {
    const changed = this.#tasks.get(id)
    if (changed !== undefined) return changed ?? undefined
    const at = this.base.positions.get(id)
    return at === undefined ? undefined : this.base.tasks[at]
  }

  stream(id: number): Stream | undefined {
    const changed = this.#streams.get(id)
    if (changed !== undefined) return changed ?? undefined
    return this.base.streams.find((stream) => stream.id === id)
  }

  /** Streams as they stand in the draft. */
  streams(): Stream[] {
    return merged(this.base.streams, this.#streams)
  }

  /** Tasks as they stand in the draft. */
  tasks(): Task[] {
    return merged(this.base.tasks, this.#tasks)
  }

  /** Numbers of the tasks that wait for a task, as the plan stands in the draft. */
  successorsOf(id: number): number[] {
    const at = this.base.positions.get(id)
    const isOtherNetwork = at === undefined || this.#touched.predecessors.size > 0
    if (isOtherNetwork)
      return this.tasks().flatMap((task) => (task.predecessors.includes(id) ? [task.id] : []))
    const { successorOffsets, successors } = networkOf(this.base)
    return Array.from(
      successors.subarray(successorOffsets[at], successorOffsets[at + 1]),
      (position) => this.base.tasks[position]!.id,
    )
  }

  setRunbook(patch: Partial<Runbook>): void {
    if ('start_scheduled' in patch) this.#isReplanned = true
    this.runbook = { ...this.runbook, ...patch }
    this.#pending.add('runbook')
  }

  setRun(run: Run | null): void {
    this.run = run
    this.#pending.add('run')
  }

  /** From now on the plan is that of another version, whose rows are there already. */
  setVersion(version: Snapshot['version']): void {
    this.version = version
    this.runbook = { ...this.runbook, current_version_id: version.id }
    this.#isReplanned = true
  }

  setTeams(teams: readonly RunbookTeam[]): void {
    this.teams = teams
  }

  setUsers(users: readonly RunbookUser[]): void {
    this.users = users
    this.#pending.add('users')
  }

  setTask(id: number, patch: Partial<Task>): void {
    const before = this.task(id)
    if (!before) throw new Error(`there is no task ${id} to change`)
    for (const member of Object.keys(patch) as (keyof Task)[]) {
      this.#touched[sections[member] ?? 'plan'].add(id)
      if (scheduled.includes(member)) this.#isReplanned = true
    }
    this.#tasks.set(id, { ...before, ...patch, updated_at: this.at })
    this.#pending.add(`task:${id}`)
  }

  /** Adds a task with the next number of the runbook. */
  addTask(
    task: Omit<Task, 'id' | 'created_at' | 'updated_at' | 'changed_seq'> & { readonly id?: number },
  ): Task {
    const id = task.id ?? this.runbook.next_task_id
    const added: Task = { ...task, id, created_at: this.at, updated_at: this.at, changed_seq: 0 }
    this.runbook = {
      ...this.runbook,
      next_task_id: Math.max(this.runbook.next_task_id, id + 1),
      tasks_count: this.runbook.tasks_count + 1,
    }
    this.#tasks.set(id, added)
    this.#added.push(added)
    this.#isReplanned = true
    this.#touched.plan.add(id)
    if (added.predecessors.length > 0) this.#touched.predecessors.add(id)
    if (added.assignees.length + added.recipients.length > 0) this.#touched.parties.add(id)
    if (added.links.length > 0) this.#touched.links.add(id)
    if (this.run && isUnderWay(this.runbook.stage)) this.#touched.run.add(id)
    this.#pending.add(`task:${id}`)
    return added
  }

  removeTask(id: number): void {
    const before = this.task(id)
    if (!before) return
    this.#tasks.set(id, null)
    for (const section of Object.values(this.#touched)) section.delete(id)
    this.#isReplanned = true
    this.runbook = {
      ...this.runbook,
      tasks_count: this.runbook.tasks_count - 1,
      tasks_complete_count: this.runbook.tasks_complete_count - (before.stage === 'complete' ? 1 : 0),
    }
    this.#pending.add(`task:${id}`)
  }

  setStream(id: number, patch: Partial<Stream>): void {
    const before = this.stream(id)
    if (!before) throw new Error(`there is no stream ${id} to change`)
    this.#streams.set(id, { ...before, ...patch, updated_at: this.at })
    this.#pending.add(`stream:${id}`)
  }

  addStream(stream: Stream): void {
    this.#streams.set(stream.id, stream)
    this.#pending.add(`stream:${stream.id}`)
  }

  removeStream(id: number): void {
    this.#streams.set(id, null)
    this.#pending.add(`stream:${id}`)
  }

  addComment(comment: NewComment): void {
    this.#comments.push(comment)
    if (comment.task_id !== null)
      this.setTask(comment.task_id, { comments_count: (this.task(comment.task_id)?.comments_count ?? 0) + 1 })
  }

  /** Moves the number of complete tasks, which lists across runbooks read. */
  countCompleted(change: number): void {
    this.runbook = { ...this.runbook, tasks_complete_count: this.runbook.tasks_complete_count + change }
  }

  recordAction(taskId: number, action: 'start' | 'finish' | 'skip'): void {
    this.#actions.push({ task_id: taskId, action, user_id: this.actor.userId })
  }

  /** The version may not change any more: its run has ended. */
  freezeVersion(): void {
    this.#freezes = true
  }

  /** Closes the changes since the last event under a name; answers its sequence. */
  event(name: EventName, about: About = {}): number {
    const seq = this.nextSeq
    const things: ReturnType<typeof describeChange>[] = []
    const ownId = String(this.runbook.id)
    if (this.#pending.has('runbook') || this.#pending.has('run') || this.#pending.has('users')) {
      this.runbook = { ...this.runbook, changed_seq: seq, updated_at: this.at }
      things.push(describeChange('runbook', ownId, this.#told.runbook, this.runbook))
      if (this.#pending.has('users')) things.push(...describeUsers(this.#told.users, this.users))
    }
    for (const key of this.#pending) {
      const [kind, text] = key.split(':')
      const id = Number(text)
      if (kind === 'task') {
        const before = this.#told.tasks.has(id) ? this.#told.tasks.get(id) : this.#baseTask(id)
        const after = this.#tasks.get(id) ?? null
        const stamped = after && { ...after, changed_seq: seq }
        if (stamped) this.#tasks.set(id, stamped)
        things.push(describeChange('task', String(id), before ?? null, stamped))
        this.#told.tasks.set(id, stamped)
      } else if (kind === 'stream') {
        const before = this.#told.streams.has(id)
          ? this.#told.streams.get(id)
          : this.base.streams.find((stream) => stream.id === id)
        const after = this.#streams.get(id) ?? null
        const stamped = after && { ...after, changed_seq: seq }
        if (stamped) this.#streams.set(id, stamped)
        things.push(describeChange('stream', String(id), before ?? null, stamped))
        this.#told.streams.set(id, stamped)
      }
    }
    this.#told = { ...this.#told, runbook: this.runbook, run: this.run, users: this.users }
    this.#pending = new Set()
    this.#events.push({
      name,
      about,
      seq,
      things: things.filter((thing) => Object.keys(thing.changes).length > 0),
    })
    return seq
  }

  #baseTask(id: number): Task | null {
    const at = this.base.positions.get(id)
    return at === undefined ? null : (this.base.tasks[at] ?? null)
  }

  /** Gives tasks that joined during a run their planned times, as the plan has them now. */
  #plannedForAdded(draft: Snapshot): void {
    if (!draft.run || !isUnderWay(draft.runbook.stage)) return
    const plan = planOf(draft)
    const tasks = draft.tasks as Task[]
    for (const { id } of this.#added) {
      const at = draft.positions.get(id)
      const task = at === undefined ? undefined : tasks[at]
      if (at === undefined || !task || task.start_baseline !== null) continue
      const planned = {
        ...task,
        start_baseline: (plan.start[at] ?? 0) * 1_000,
        end_baseline: (plan.end[at] ?? 0) * 1_000,
      }
      tasks[at] = planned
      this.#tasks.set(id, planned)
    }
  }

  /**
   * The snapshot after the action.
   *
   * @throws {AppError} 422 `circular_dependency` when the links do not make an order
   */
  preview(): Snapshot {
    const changesList = [...this.#tasks].some(([id, task]) => task === null || !this.base.positions.has(id))
    const tasks = changesList ? this.tasks() : this.base.tasks.slice()
    const positions = changesList ? positionsOf(tasks) : this.base.positions
    const changed: number[] = []
    for (const [id, task] of this.#tasks) {
      const at = positions.get(id)
      if (at === undefined || !task) continue
      tasks[at] = task
      changed.push(at)
    }
    const { network, plan, facts } = this.base.computed
    const isOtherNetwork = changesList || this.#touched.predecessors.size > 0
    const isOtherRun = this.run?.id !== this.base.run?.id
    const computed: Computed = {}
    if (!isOtherNetwork && network) computed.network = network
    if (!this.#isReplanned && !isOtherRun && plan) computed.plan = plan
    if (!this.#isReplanned && !isOtherRun && this.run === this.base.run && facts) {
      const next = factsAfter(this.base, tasks, changed)
      if (next) computed.facts = next
    }
    const streams = this.#streams.size === 0 ? this.base.streams : this.streams()
    const snapshot: Snapshot = {
      ...this.base,
      runbook: this.runbook,
      run: this.run,
      version: this.version,
      users: this.users,
      teams: this.teams,
      streams,
      tasks,
      positions,
      computed,
    }
    networkOf(snapshot)
    this.#plannedForAdded(snapshot)
    keepPieces(this.base, snapshot, this.#isReplanned || isOtherRun)
    return snapshot
  }

  /**
   * Everything that the commit needs: the snapshot after it, the changed rows, the events.
   *
   * @throws {AppError} 422 `circular_dependency`, or `out_of_range` when the plan ends beyond all calendars
   */
  build(): {
    readonly next: Snapshot
    readonly change: Record<string, unknown>
    readonly events: NewEvent[]
  } {
    const draft = this.preview()
    const isPlanning = this.run === null || this.runbook.stage === 'planning'
    if (isPlanning || this.#isReplanned) checkHorizon(planOf(draft).runbookEnd)
    const plan = isPlanning ? planOf(draft) : undefined
    const runbook: Runbook = {
      ...this.runbook,
      ...(plan ? { start_planned: plan.runbookStart * 1_000, end_planned: plan.runbookEnd * 1_000 } : {}),
      seq: this.base.runbook.seq + this.#events.length,
      last_event_at: this.at,
      touched_at: this.at,
    }
    const placed: Snapshot = { ...draft, runbook }
    const next: Snapshot = { ...placed, runbook: { ...runbook, wake_at: wakeAt(placed, this.at) } }
    return { next, change: this.#change(next), events: this.#newEvents(next) }
  }

  #newEvents(next: Snapshot): NewEvent[] {
    const summary = summaryOf(next, timesAt(next, this.at))
    return this.#events.map(({ name, about, things }) => {
      const resource = about.resource ?? { type: 'runbook', id: this.runbook.id, name: this.runbook.name }
      const payload = {
        resource: { type: resource.type, id: String(resource.id), name: resource.name },
        things,
        ...(about.cause === undefined ? {} : { cause: about.cause }),
        ...(about.message === undefined ? {} : { message: about.message }),
        ...(this.run === null ? {} : { run_id: String(this.run.id) }),
        summary,
      }
      return {
        name,
        at: this.at,
        actor_id: this.actor.userId,
        request_id: this.actor.requestId,
        workspace_id: this.runbook.workspace_id,
        payload: JSON.stringify(payload),
      }
    })
  }

  #change(next: Snapshot): Record<string, unknown> {
    const versionId = next.version.id
    const taskOf = (id: number) => next.tasks[next.positions.get(id) ?? -1] as Task
    const change: Record<string, unknown> = { runbook: runbookPatch(this.base.runbook, next.runbook) }
    const rows = <T>(ids: Iterable<number>, row: (task: Task) => T) =>
      Array.from(ids, (id) => row(taskOf(id)))
    const plan = new Set([
      ...this.#touched.plan,
      ...this.#touched.predecessors,
      ...this.#touched.parties,
      ...this.#touched.links,
    ])
    if (plan.size > 0) change['tasks'] = rows(plan, (task) => taskRow(task, versionId))
    if (this.#touched.run.size > 0 && next.run) {
      const run = next.run
      change['run_tasks'] = rows(this.#touched.run, (task) => runTaskRow(task, run.id))
    }
    const { predecessors, parties, links } = this.#touched
    if (predecessors.size > 0) {
      change['dependencies_of'] = [...predecessors]
      change['dependencies'] = [...predecessors].flatMap((id) =>
        taskOf(id).predecessors.map((predecessor) => [id, predecessor]),
      )
    }
    if (parties.size > 0) {
      change['assignments_of'] = [...parties]
      change['assignments'] = [...parties].flatMap((id) => assignmentRows(taskOf(id), versionId))
    }
    if (links.size > 0) {
      change['links_of'] = [...links]
      change['links'] = [...links].flatMap((id) => linkRows(taskOf(id), versionId))
    }
    const removed = [...this.#tasks].flatMap(([id, task]) =>
      task === null && this.base.positions.has(id) ? [id] : [],
    )
    if (removed.length > 0) {
      change['tasks_deleted'] = removed
      if (this.run) change['run_tasks_deleted'] = removed
    }
    const streams = [...this.#streams.values()].flatMap((stream) =>
      stream ? [streamRow(stream, versionId)] : [],
    )
    if (streams.length > 0) change['streams'] = streams
    const streamsRemoved = [...this.#streams].flatMap(([id, stream]) => (stream === null ? [id] : []))
    if (streamsRemoved.length > 0) change['streams_deleted'] = streamsRemoved
    if (this.run && this.run !== this.base.run) change['run'] = runRow(this.run)
    if (this.#actions.length > 0)
      change['task_actions'] = this.#actions.map((action) => ({
        ...action,
        run_id: this.run?.id,
        created_at: sqlTime(this.at),
      }))
    if (this.#comments.length > 0) {
      const at = sqlTime(this.at)
      change['comments'] = this.#comments.map((comment) => ({
        ...comment,
        runbook_id: this.runbook.id,
        author_id: this.actor.userId,
        created_at: at,
        updated_at: at,
      }))
    }
    if (this.#freezes) change['version_frozen'] = sqlTime(this.at)
    const joined = this.users.filter((user) => !this.base.users.includes(user))
    if (joined.length > 0)
      change['users'] = joined.map((user) => ({ ...user, created_at: sqlTime(user.created_at) }))
    const left = this.base.users.filter((user) => !this.users.includes(user)).map(({ user_id }) => user_id)
    if (left.length > 0) change['users_removed'] = left
    return change
  }
}

/** A year before the last that ISO 8601 can write with four digits, so that what runs late can still be told. */
const HORIZON = '9999-01-01T00:00:00Z'
const HORIZON_SECONDS = Date.parse(HORIZON) / 1_000

/** @throws {AppError} 422 `out_of_range` when a plan would end in a year that cannot be written */
function checkHorizon(end: number): void {
  if (end > HORIZON_SECONDS) throw refuse('out_of_range', { name: 'end_planned', maximum: HORIZON })
}

const instants: readonly (keyof Runbook)[] = [
  'start_scheduled',
  'end_scheduled',
  'start_planned',
  'end_planned',
  'start_actual',
  'end_actual',
  'wake_at',
  'archived_at',
  'updated_at',
]
const ownColumns: readonly (keyof Runbook)[] = ['seq', 'last_event_at', 'last_hash', 'touched_at']

/** The columns of the runbook that differ. */
function runbookPatch(before: Runbook, after: Runbook): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const column of Object.keys(after) as (keyof Runbook)[]) {
    if (after[column] === before[column] || ownColumns.includes(column)) continue
    patch[column] = instants.includes(column) ? sqlTimeOrNull(after[column] as number | null) : after[column]
  }
  return patch
}

function describeUsers(before: readonly RunbookUser[], after: readonly RunbookUser[]) {
  const joined = after
    .filter((user) => !before.includes(user))
    .map((user) => describeChange('runbook_user', String(user.id), null, user))
  const left = before
    .filter((user) => !after.includes(user))
    .map((user) => describeChange('runbook_user', String(user.id), user, null))
  return [...joined, ...left]
}

function merged<T extends { readonly id: number }>(
  base: readonly T[],
  changed: ReadonlyMap<number, T | null>,
): T[] {
  const list = base.flatMap((item) => {
    const now = changed.get(item.id)
    return now === undefined ? [item] : now === null ? [] : [now]
  })
  const known = new Set(base.map(({ id }) => id))
  for (const [id, item] of changed) if (item && !known.has(id)) list.push(item)
  return list.sort((a, b) => a.id - b.id)
}

/** Carries over the rendered text of the tasks whose record, successors and planned times are as they were. */
function keepPieces(before: Snapshot, after: Snapshot, isReplanned: boolean): void {
  const old = before.computed.pieces
  if (!old || isReplanned) return
  after.computed.pieces = after.tasks.map((task, at) => {
    const piece = old[at]
    return piece?.task === task ? piece : undefined
  })
}
