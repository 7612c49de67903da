import type { LiveEventData, Thing } from '../room/apply-event.ts'
import type { Instant, Plan } from '../room/plan.ts'
import { instantOf, type Wire } from '../room/read-documents.ts'

/** Field → what it was and what it is. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>

/** Something that happened in a runbook, from its log or from the live stream: the same from both. */
export interface Entry {
  /** Its place in the log of the runbook. */
  readonly seq: number
  readonly at: Instant
  /** Dotted name, `task.started`. */
  readonly name: string
  readonly actorId: number
  /** What the actor is called, where the source told. */
  readonly actor: string | undefined
  readonly resource: { readonly type: string; readonly id: string; readonly name: string | null }
  /** What became of the resource. */
  readonly changes: Changes
  /** What became of tasks, by their number: of all of them where it came live, of the one that was asked for from the log. */
  readonly tasks: ReadonlyMap<number, Changes>
  /** What was said with it, rich text. */
  readonly message: string | undefined
  /** How many tasks changed with it. */
  readonly tasksCount: number
}

const refOf = (wire: Wire, name: string) =>
  (wire.relationships?.[name]?.data ?? null) as { readonly type: string; readonly id: string } | null

/**
 * An entry of `GET /core/action_logs`.
 *
 * @param names of authors, by id
 * @param task the one that the list was asked for
 */
export function entryOfLog(wire: Wire, names: ReadonlyMap<string, string>, task?: number): Entry {
  const { attributes } = wire
  const author = refOf(wire, 'author')?.id ?? '0'
  const resource = refOf(wire, 'resource')
  return {
    seq: Number(attributes['sequence']),
    at: instantOf(attributes['created_at']) ?? 0,
    name: String(attributes['event']),
    actorId: Number(author),
    actor: names.get(author),
    resource: {
      type: resource?.type ?? '',
      id: resource?.id ?? '',
      name: (attributes['resource_name'] ?? null) as string | null,
    },
    changes: (attributes['changes'] ?? {}) as Changes,
    tasks: new Map(task === undefined ? [] : [[task, (attributes['task_changes'] ?? {}) as Changes]]),
    message: (attributes['message'] ?? undefined) as string | undefined,
    tasksCount: Number(attributes['changed_tasks_count'] ?? 0),
  }
}

/** An event of the live stream. What becomes of a run stands with its runbook, as in the log. */
export function entryOfLive(event: LiveEventData): Entry {
  const { resource, things } = event
  const own = things.find(({ type, id }) => type === resource.type && id === resource.id)
  const told: Thing | undefined =
    own ?? (resource.type === 'run' ? things.find(({ type }) => type === 'runbook') : undefined)
  const tasks = things.filter(({ type }) => type === 'task')
  return {
    seq: event.seq,
    at: instantOf(event.at) ?? 0,
    name: event.name,
    actorId: Number(event.actor),
    actor: undefined,
    resource,
    changes: told?.changes ?? {},
    tasks: new Map(tasks.map(({ id, changes }) => [Number(id), changes])),
    message: event.message,
    tasksCount: tasks.length,
  }
}

/** The task that an entry is about, or that something was said about; undefined where it is about none. */
export function taskIdOf({ resource }: Pick<Entry, 'resource'>): number | undefined {
  if (resource.type === 'task') return Number(resource.id)
  if (resource.type !== 'comment') return undefined
  const id = /^#(\d+) /.exec(resource.name ?? '')?.[1]
  return id === undefined ? undefined : Number(id)
}

/** Whether something became of a task with an entry, or was said about it. */
export const isAbout = (entry: Pick<Entry, 'resource' | 'tasks'>, taskId: number): boolean =>
  taskIdOf(entry) === taskId || entry.tasks.has(taskId)

/** What the task of an entry is called: its name now, else then. */
export function taskNameOf(entry: Pick<Entry, 'resource'>, { tasks, positions }: Plan): string {
  const id = taskIdOf(entry)
  const now = tasks[positions.get(id ?? -1) ?? -1]?.name
  return now ?? (entry.resource.name ?? '').replace(/^#\d+ /, '')
}

/** Entries of several sources, each once, the newest first. */
export function mergedEntries(...sources: readonly (readonly Entry[])[]): readonly Entry[] {
  const bySeq = new Map<number, Entry>()
  for (const source of sources)
    for (const entry of source) if (bySeq.get(entry.seq)?.actor === undefined) bySeq.set(entry.seq, entry)
  return [...bySeq.values()].sort((one, other) => other.seq - one.seq)
}
