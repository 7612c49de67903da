import { isUnderWay, type Network } from '@runsheet/domain'
import type { EventName } from '../events/event.ts'
import { type BuiltChange, builtChange } from './built-change.ts'
import {
  type Comment,
  type DraftChanges,
  merged,
  type NewComment,
  noChanges,
  sections,
} from './draft-changes.ts'
import type { About, Actor } from './draft-events.ts'
import { nextSnapshot } from './next-snapshot.ts'
import { networkOf } from './schedule-of.ts'
import type { Run, Runbook, RunbookTeam, RunbookUser, Snapshot, Stream, Task } from './snapshot.ts'
import { Successors } from './successors.ts'
import { ToldChanges } from './told-changes.ts'

/** Members of a task on which its place in the schedule depends. */
const scheduled: readonly (keyof Task)[] = [
  'duration',
  'task_type_id',
  'start_fixed',
  'end_fixed',
  'predecessors',
]

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
  readonly #changes: DraftChanges
  readonly #told: ToldChanges
  /** Made when it is first asked for. */
  #successors: Successors | undefined
  /** Of the plan as it stands, where it has been built since its links last changed. */
  #network: Network | undefined

  constructor(base: Snapshot, actor: Actor, now: number) {
    this.base = base
    this.actor = actor
    this.at = Math.max(now, base.runbook.last_event_at)
    this.#changes = noChanges(base, this.at, actor.userId)
    this.#told = new ToldChanges(this.#changes)
  }

  get runbook(): Runbook {
    return this.#changes.runbook
  }

  get run(): Run | null {
    return this.#changes.run
  }

  get version(): Snapshot['version'] {
    return this.#changes.version
  }

  get users(): readonly RunbookUser[] {
    return this.#changes.users
  }

  get teams(): readonly RunbookTeam[] {
    return this.#changes.teams
  }

  /** The whole second of the action: what actual times are made of. */
  get second(): number {
    return this.at - (this.at % 1_000)
  }

  /** Sequence that the next event will have. */
  get nextSeq(): number {
    return this.#told.nextSeq
  }

  task(id: number): Task | undefined {
    const changed = this.#changes.tasks.get(id)
    if (changed !== undefined) return changed ?? undefined
    const at = this.base.positions.get(id)
    return at === undefined ? undefined : this.base.tasks[at]
  }

  stream(id: number): Stream | undefined {
    const changed = this.#changes.streams.get(id)
    if (changed !== undefined) return changed ?? undefined
    return this.base.streams.find((stream) => stream.id === id)
  }

  /** Streams as they stand in the draft. */
  streams(): Stream[] {
    return merged(this.base.streams, this.#changes.streams)
  }

  /** Tasks as they stand in the draft. */
  tasks(): Task[] {
    return merged(this.base.tasks, this.#changes.tasks)
  }

  /** Numbers of the tasks that wait for a task, as the plan stands in the draft. */
  successorsOf(id: number): number[] {
    const at = this.base.positions.get(id)
    const isOtherNetwork = at === undefined || this.#changes.touched.predecessors.size > 0
    if (isOtherNetwork) return (this.#successors ??= new Successors(this.tasks())).of(id)
    const { successorOffsets, successors } = networkOf(this.base)
    return Array.from(
      successors.subarray(successorOffsets[at], successorOffsets[at + 1]),
      (position) => this.base.tasks[position]!.id,
    ).filter((next) => this.task(next) !== undefined)
  }

  setRunbook(patch: Partial<Runbook>): void {
    if ('start_scheduled' in patch) this.#changes.isReplanned = true
    this.#changes.runbook = { ...this.runbook, ...patch }
    this.#told.note('runbook')
  }

  setRun(run: Run | null): void {
    this.#changes.run = run
    this.#told.note('run')
  }

  /** From now on the plan is that of another version, whose rows are there already. */
  setVersion(version: Snapshot['version']): void {
    this.#changes.version = version
    this.#changes.runbook = { ...this.runbook, current_version_id: version.id }
    this.#changes.isReplanned = true
  }

  setTeams(teams: readonly RunbookTeam[]): void {
    this.#changes.teams = teams
    this.#told.note('teams')
  }

  setUsers(users: readonly RunbookUser[]): void {
    this.#changes.users = users
    this.#told.note('users')
  }

  setTask(id: number, patch: Partial<Task>): void {
    const before = this.task(id)
    if (!before) throw new Error(`there is no task ${id} to change`)
    for (const member of Object.keys(patch) as (keyof Task)[]) {
      this.#changes.touched[sections[member] ?? 'plan'].add(id)
      if (scheduled.includes(member)) this.#changes.isReplanned = true
    }
    this.#changes.tasks.set(id, { ...before, ...patch, updated_at: this.at })
    if (patch.predecessors) this.#relink(id, before.predecessors, patch.predecessors)
    this.#told.note('task', id)
  }

  /** Adds a task with the next number of the runbook. */
  addTask(
    task: Omit<Task, 'id' | 'created_at' | 'updated_at' | 'changed_seq'> & { readonly id?: number },
  ): Task {
    const id = task.id ?? this.runbook.next_task_id
    const added: Task = { ...task, id, created_at: this.at, updated_at: this.at, changed_seq: 0 }
    this.#changes.runbook = {
      ...this.runbook,
      next_task_id: Math.max(this.runbook.next_task_id, id + 1),
      tasks_count: this.runbook.tasks_count + 1,
    }
    this.#changes.tasks.set(id, added)
    this.#changes.added.push(id)
    this.#relink(id, [], added.predecessors)
    this.#changes.isReplanned = true
    this.#changes.touched.plan.add(id)
    if (added.predecessors.length > 0) this.#changes.touched.predecessors.add(id)
    if (added.assignees.length + added.recipients.length > 0) this.#changes.touched.parties.add(id)
    if (added.links.length > 0) this.#changes.touched.links.add(id)
    if (this.run && isUnderWay(this.runbook.stage)) this.#changes.touched.run.add(id)
    this.#told.note('task', id)
    return added
  }

  removeTask(id: number): void {
    const before = this.task(id)
    if (!before) return
    this.#changes.tasks.set(id, null)
    this.#relink(id, before.predecessors, [])
    for (const section of Object.values(this.#changes.touched)) section.delete(id)
    this.#changes.isReplanned = true
    this.#changes.runbook = {
      ...this.runbook,
      tasks_count: this.runbook.tasks_count - 1,
      tasks_complete_count: this.runbook.tasks_complete_count - (before.stage === 'complete' ? 1 : 0),
    }
    this.#told.note('task', id)
  }

  #relink(id: number, before: readonly number[], after: readonly number[]): void {
    this.#network = undefined
    this.#successors?.change(id, before, after)
  }

  setStream(id: number, patch: Partial<Stream>): void {
    const before = this.stream(id)
    if (!before) throw new Error(`there is no stream ${id} to change`)
    this.#changes.streams.set(id, { ...before, ...patch, updated_at: this.at })
    this.#told.note('stream', id)
  }

  addStream(stream: Stream): void {
    this.#changes.streams.set(stream.id, stream)
    this.#told.note('stream', stream.id)
  }

  removeStream(id: number): void {
    this.#changes.streams.set(id, null)
    this.#told.note('stream', id)
  }

  /** Says something, as part of the next event. */
  addComment(said: NewComment): Comment {
    const comment = {
      ...said,
      runbook_id: this.runbook.id,
      author_id: this.actor.userId,
      created_at: this.at,
      updated_at: this.at,
      changed_seq: this.nextSeq,
    }
    this.#changes.comments.push(comment)
    this.#countComment(comment, 1)
    return comment
  }

  /** Changes a comment, as part of the next event. To feature one does not change what was said. */
  setComment(before: Comment, patch: Pick<Partial<Comment>, 'content' | 'featured'>): Comment {
    const isReworded = patch.content !== undefined && patch.content !== before.content
    const updated_at = isReworded ? this.at : before.updated_at
    const comment = { ...before, ...patch, updated_at, changed_seq: this.nextSeq }
    this.#changes.comments.push(comment)
    return comment
  }

  removeComment(comment: Comment): void {
    this.#changes.commentsRemoved.push(comment.id)
    this.#countComment(comment, -1)
  }

  #countComment({ task_id }: NewComment, change: 1 | -1): void {
    const task = task_id === null ? undefined : this.task(task_id)
    if (task) this.setTask(task.id, { comments_count: task.comments_count + change })
  }

  /** Moves the number of complete tasks, which lists across runbooks read. */
  countCompleted(change: number): void {
    this.#changes.runbook = {
      ...this.runbook,
      tasks_complete_count: this.runbook.tasks_complete_count + change,
    }
  }

  recordAction(taskId: number, action: 'start' | 'finish' | 'skip'): void {
    this.#changes.actions.push({ task_id: taskId, action, user_id: this.actor.userId })
  }

  /** The version may not change any more: its run has ended. */
  freezeVersion(): void {
    this.#changes.freezes = true
  }

  /** Closes the changes since the last event under a name; answers its sequence. */
  event(name: EventName, about: About = {}): number {
    return this.#told.event(name, about)
  }

  /**
   * The snapshot after the action.
   *
   * @throws {AppError} 422 `circular_dependency` when the links do not make an order
   */
  preview(): Snapshot {
    const next = nextSnapshot(this.#changes, this.#network)
    this.#network = networkOf(next)
    return next
  }

  /**
   * Everything that the commit needs.
   *
   * @throws {AppError} 422 `circular_dependency`, or `out_of_range` when the plan ends beyond all calendars
   */
  build(): BuiltChange {
    return builtChange(this.#changes, this.preview(), this.#told.events, this.actor)
  }
}
