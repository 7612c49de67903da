import type { Words } from '../language/en/index.ts'
import { type Party, type Plan } from '../room/plan.ts'
import { instantOf } from '../room/read-documents.ts'
import { partyName } from '../signs/owner-stack.tsx'
import { clockTime, lengthOf, shortDate } from '../time/format.ts'
import { type Entry, taskIdOf } from './entries.ts'

/** One member that changed, in words. */
export interface ChangeLine {
  readonly field: string
  readonly label: string
  /** Undefined where it was nothing before. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Members that the sentence of an event says already, or that follow from it. */
const said: ReadonlySet<string> = new Set([
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
  'current_run_id',
  'run_type',
  'starters',
  'finishers',
])

/** What a new thing is described by: the rest has the value that everything new has. */
const tellsNew: ReadonlySet<string> = new Set([
  'duration',
  'stream_id',
  'assignees',
  'predecessors',
  'start_fixed',
  'role',
  'parent_id',
])

const LONGEST = 160

/**
 * What changed with an entry, line by line, in plain words. Things that are new tell their main members; of what is
 * gone nothing is told.
 *
 * @param of the task of which is told, where the entry may be about others as well: its stage is then news
 * @param plain makes plain words of rich text
 */
export function changeLines(
  entry: Entry,
  plan: Plan,
  words: Pick<Words, 'app' | 'history' | 'task'>,
  plain: (html: string) => string,
  of?: number,
): readonly ChangeLine[] {
  const isOwn = of === undefined || taskIdOf(entry) === of
  const changes = isOwn ? entry.changes : (entry.tasks.get(of) ?? {})
  const isNew = /\.(created|added|imported)$/.test(entry.name) || changes['name']?.[0] === null
  if (/\.(deleted|removed)$/.test(entry.name)) return []
  const isProgress =
    isOwn && /^(run|task)\.(started|finished|skipped|startable|paused|resumed|cancelled)$/.test(entry.name)
  const lines: ChangeLine[] = []
  for (const [field, [before, after]] of Object.entries(changes)) {
    const label = words.history.fields[field]
    if (label === undefined || (said.has(field) && (isProgress || field !== 'stage'))) continue
    if (isNew && !(tellsNew.has(field) && before === null)) continue
    const text = (value: unknown) => valueText(field, value, plan, words, plain)
    const [was, is] = [text(before), text(after)]
    if (was === is || (isNew && is === undefined)) continue
    lines.push({ field, label, before: was, after: is })
  }
  return lines
}

/** A value as people read it; undefined for nothing. */
function valueText(
  field: string,
  value: unknown,
  plan: Plan,
  { app, history, task }: Pick<Words, 'app' | 'history' | 'task'>,
  plain: (html: string) => string,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? history.yes : history.no
  if (Array.isArray(value)) return value.length === 0 ? undefined : listText(field, value, plan)
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
  const key = text as never
  switch (field) {
    case 'duration':
    case 'rto':
      return lengthOf(Number(value))
    case 'start_fixed':
    case 'end_fixed':
    case 'start_scheduled':
      return instantText(text, plan.runbook.timezone)
    case 'stream_id':
    case 'parent_id':
      return plan.streams.find(({ id }) => id === Number(value))?.name ?? `#${text}`
    case 'task_type_id':
      return plan.taskTypes.get(Number(value))?.name ?? `#${text}`
    case 'rto_start_task_id':
    case 'rto_end_task_id':
      return taskText(Number(value), plan)
    case 'level':
      return task.fields.levels[key] ?? text
    case 'start_requirements':
      return typeof task.fields.start[key] === 'string' ? task.fields.start[key] : task.fields.start.minimumOf
    case 'end_requirements':
      return typeof task.fields.end[key] === 'string' ? task.fields.end[key] : task.fields.end.minimumOf
    case 'status':
      return app.rag[key] ?? text
    case 'stage':
      return app.stages[key] ?? task.stages[key] ?? text
    case 'run_type':
      return history.runTypes[text] ?? text
    case 'role':
      return history.roles[text] ?? text
    default:
      return shortened(text.includes('<') ? plain(text) : text)
  }
}

function listText(field: string, values: readonly unknown[], plan: Plan): string {
  if (field === 'assignees' || field === 'recipients')
    return (values as readonly { type: string; id: string }[])
      .map(({ type, id }) => {
        const party: Party = { type: type === 'user' ? 'user' : 'runbook_team', id: Number(id) }
        return partyName(plan, party)
      })
      .join(', ')
  if (field === 'predecessors') return values.map((id) => `#${String(id)}`).join(', ')
  return values
    .map((value) =>
      typeof value === 'object' && value !== null && 'id' in value ? `#${String(value.id)}` : String(value),
    )
    .join(', ')
}

function taskText(id: number, { tasks, positions }: Plan): string {
  const name = tasks[positions.get(id) ?? -1]?.name
  return name === undefined ? `#${id}` : `#${id} ${name}`
}

function instantText(wire: string, zone: string): string {
  const instant = instantOf(wire) ?? 0
  return `${shortDate(instant, zone)}, ${clockTime(instant, zone)}`
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`
}
