import type { Words } from '../language/en/index.ts'
import type { Look } from '../room/look.ts'
import type { Party, Plan } from '../room/plan.ts'
import { instantOf } from '../room/read-documents.ts'
import { partyName } from '../signs/owner-stack.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'

/** An event of a task as the audit trail tells it. */
export interface LoggedTaskEvent {
  readonly id: string
  readonly event: string
  /** Whole seconds since the epoch. */
  readonly at: number
  readonly author: string
  readonly changes: Readonly<Record<string, unknown>>
}

/** A sentence, and what it changed. */
export interface HistoryEntry {
  readonly id: string
  readonly at: number
  readonly sentence: string
  /** The stage that the task went into; undefined for changes of the plan. */
  readonly look: Look | undefined
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

const looks: Readonly<Record<string, Look>> = {
  'task.startable': 'startable',
  'task.started': 'progress',
  'task.finished': 'complete',
  'task.skipped': 'skipped',
}

/** Members whose change a sentence says already, or that say nothing to people. */
const silent = new Set([
  'stage',
  'completion_type',
  'start_actual',
  'end_actual',
  'start_ready',
  'start_planned',
  'end_planned',
  'started_by',
  'completed_by',
  'comments_count',
])

/** What an event of the audit trail says of a task. */
export function historyEntry(event: LoggedTaskEvent, plan: Plan, words: Words): HistoryEntry {
  const { events } = words.task
  const changes =
    event.event === 'task.created'
      ? []
      : Object.entries(event.changes).flatMap(([member, change]) =>
          silent.has(member) || !Array.isArray(change)
            ? []
            : [
                {
                  label: labelOf(member, words),
                  before: valueOf(member, change[0], plan, words),
                  after: valueOf(member, change[1], plan, words),
                },
              ],
        )
  const labels = changes.map(({ label }) => label).join(', ')
  const sentences: Readonly<Record<string, string>> = {
    'task.created': events.created(event.author),
    'task.updated': events.updated(event.author, labels),
    'task.startable': events.startable,
    'task.started': events.started(event.author),
    'task.finished': events.finished(event.author),
    'task.skipped': events.skipped(event.author),
  }
  return {
    id: event.id,
    at: event.at,
    look: looks[event.event],
    sentence: sentences[event.event] ?? events.other(event.author),
    changes,
  }
}

function labelOf(member: string, { task: { fields, panel } }: Words): string {
  const labels: Readonly<Record<string, string>> = {
    name: fields.title,
    description: panel.description,
    duration: fields.takes,
    level: fields.level,
    stream_id: fields.stream,
    task_type_id: fields.type,
    assignees: fields.owners,
    predecessors: panel.waitsFor,
    start_fixed: fields.fixedStart,
    end_fixed: fields.due,
    auto_start: fields.autoStart,
    auto_finish: fields.autoFinish,
    start_requirements: fields.startNeeds,
    end_requirements: fields.endNeeds,
    start_minimum: fields.startNeeds,
    end_minimum: fields.endNeeds,
  }
  return labels[member] ?? member.replaceAll('_', ' ')
}

/** Longer texts are cut: the history says that something changed, the field says what it is. */
const LONGEST = 80

function valueOf(member: string, value: unknown, plan: Plan, words: Words): string {
  const { fields, events } = words.task
  if (value === null || value === undefined || value === '') return fields.empty
  if (member === 'duration') return lengthOf(Number(value))
  if (member === 'stream_id')
    return plan.streams.find(({ id }) => id === Number(value))?.name ?? `#${textOf(value)}`
  if (member === 'task_type_id') return plan.taskTypes.get(Number(value))?.name ?? `#${textOf(value)}`
  if (member === 'level') return (fields.levels as Readonly<Record<string, string>>)[textOf(value)] ?? ''
  if (typeof value === 'boolean') return value ? events.yes : events.no
  const instant = /_(fixed|actual|planned)$/.test(member) ? instantOf(value) : null
  if (instant !== null) return timeWithDay(instant, plan.runbook.timezone, 0)
  if (Array.isArray(value)) return value.map((one) => elementOf(member, one, plan)).join(', ') || fields.empty
  const plain = textOf(value)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
}

function elementOf(member: string, value: unknown, plan: Plan): string {
  if (member === 'predecessors') return `#${textOf(value)}`
  const { type, id } = (value ?? {}) as { type?: string; id?: string | number }
  if (type === 'user' || type === 'runbook_team') {
    const party: Party = { type, id: Number(id) }
    return partyName(plan, party)
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
