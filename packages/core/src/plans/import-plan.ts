import {
  AppError,
  type CustomFieldWrite,
  IMPORT_ENTRIES_AT_MOST,
  type Problem,
  problem,
} from '@runsheet/contract'
import {
  collectProblems,
  type DraftStream,
  type DraftTask,
  type PlanDraft,
  type PlanProblems,
  planPlace,
  readList,
  taskNumbers,
} from '@runsheet/domain'
import { readRichText } from '../comments/sanitise.ts'
import { severalValued } from '../custom-fields/offered-fields.ts'
import type { ValueContext } from '../custom-fields/value-context.ts'
import { checkFirstValues, firstFieldValues, writeFieldValues } from '../custom-fields/write-field-values.ts'
import type { Directory, TaskType } from '../directory/directory.ts'
import { holdsIn } from '../directory/scoped.ts'
import { isFreeName } from '../runbook-teams/keep-in-step.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Party } from '../runbooks/snapshot.ts'
import { taskTypeProblem } from '../task-types/usable-task-types.ts'
import { finishEdit } from '../tasks/edit-plan.ts'
import { blankTask, taskFields } from '../tasks/read-task-write.ts'

/** What an import made, or would make. */
export interface Imported {
  /** Task numbers, in the order of the file. */
  readonly numbers: readonly number[]
  /** Those that were not there, parents before their children. */
  readonly streamsCreated: readonly DraftStream[]
  /** Names of the teams that were not there. */
  readonly teamsCreated: readonly string[]
  /** Labels of the file that could not be the number of their task. */
  readonly renumbered: readonly { readonly label: string; readonly number: number }[]
}

const colours = [
  '#3b6fd4',
  '#0f8f83',
  '#c07a10',
  '#7a4fd0',
  '#b5476b',
  '#5c6675',
  '#1f6f9f',
  '#6b8e23',
  '#a0522d',
  '#4b7f52',
  '#8a4f9e',
  '#b08900',
]

/** A refusal with every problem of a file. */
export function planRefusal({ problems, total }: PlanProblems): AppError {
  const [first, ...rest] = problems
  if (!first) throw new TypeError('a file without problems is not refused')
  return new AppError([{ ...first, meta: { ...first.meta, total } }, ...rest], {
    limit: IMPORT_ENTRIES_AT_MOST,
  })
}

/** What an import may make besides tasks: ids that nothing has yet. */
export interface UnusedIds {
  /** At least as many as the file has streams. */
  readonly streams: readonly number[]
  /** At least as many as the file has teams; none where teams are not to be made. */
  readonly teams: readonly number[]
}

/** The teams that the tasks of a file name, each once whatever its case. */
export function teamsOf({ tasks }: PlanDraft): string[] {
  const names = new Map<string, string>()
  for (const name of tasks.flatMap(({ teams }) => teams))
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  return [...names.values()]
}

/**
 * Puts the tasks of a file into the plan.
 *
 * @param context what is known of the values of fields
 * @throws {AppError} 422 with every row that names a type, field or, where none are made, team that is not there, or leaves
 * a required field empty
 */
export function importPlan(
  draft: RunbookDraft,
  plan: PlanDraft,
  ids: UnusedIds,
  context: ValueContext,
): Imported {
  const teamsCreated = addTeams(draft, plan, ids.teams)
  const places = lookUp(draft, plan, context)
  const { numbers, renumbered } = taskNumbers(
    plan,
    draft.runbook.tasks_count === 0 && draft.runbook.next_task_id === 1,
    draft.runbook.next_task_id,
  )
  const { streamOf, created } = addStreams(draft, plan, ids.streams)
  const blank = blankTask(draft)
  for (const [at, row] of plan.tasks.entries()) {
    draft.addTask({
      ...blank,
      id: numbers[at] ?? 0,
      name: row.name,
      stream_id: streamOf(row) ?? blank.stream_id,
      duration: row.duration,
      level: row.level ?? blank.level,
      start_fixed: row.start_fixed === null ? null : Date.parse(row.start_fixed),
      end_fixed: row.end_fixed === null ? null : Date.parse(row.end_fixed),
      predecessors: row.predecessors.map((index) => numbers[index] ?? 0).sort((a, b) => a - b),
      ...places[at],
    })
  }
  finishEdit(draft, 'tasks.imported', {})
  return { numbers, streamsCreated: created, teamsCreated, renumbered }
}

/** Makes the teams that are not there, without members, as far as there are ids for them. */
function addTeams(draft: RunbookDraft, plan: PlanDraft, ids: readonly number[]): string[] {
  const missing = ids.length === 0 ? [] : teamsOf(plan).filter((name) => isFreeName(draft.teams, name))
  if (missing.length > 0)
    draft.setTeams([
      ...draft.teams,
      ...missing.map((name, at) => ({ id: ids[at] ?? 0, name, team_id: null, users: [], changed_seq: 0 })),
    ])
  return missing
}

interface Looked {
  readonly description: string | null
  readonly task_type_id: number
  readonly assignees: readonly Party[]
  readonly custom_field_values: ReturnType<typeof writeFieldValues>
}

function lookUp(draft: RunbookDraft, plan: PlanDraft, context: ValueContext): Looked[] {
  const { directory } = draft.base
  const problems = collectProblems()
  const isHere = holdsIn(draft.runbook.workspace_id)
  const usable = [...directory.taskTypes.values()].filter((type) => type.archived_at === null && isHere(type))
  const types = new Map<string, TaskType>()
  for (const type of usable.toReversed())
    types.set(type.name.toLowerCase(), type).set(type.key.toLowerCase(), type)
  const teams = new Map(draft.teams.map((team) => [team.name.toLowerCase(), team]))
  const standard = blankTask(draft).task_type_id
  const looked = plan.tasks.map((row): Looked => {
    const place = (column: 'task_type' | 'team' | 'description') =>
      planPlace({ line: row.line, ...plan.columns[column] })
    const placeOf = (column: 'task_type' | 'team', value: string) => ({
      meta: { ...place(column).meta, value },
    })
    const type = row.task_type === null ? undefined : types.get(row.task_type.toLowerCase())
    const wrong =
      row.task_type === null
        ? undefined
        : taskTypeProblem(directory, draft.runbook, type, row.task_type, placeOf('task_type', row.task_type))
    if (wrong) problems.add(wrong)
    const assignees = row.teams.flatMap((name): Party[] => {
      const team = teams.get(name.toLowerCase())
      if (team) return [{ type: 'runbook_team', id: team.id }]
      problems.add(problem('not_a_participant', { type: 'runbook_team', id: name }, placeOf('team', name)))
      return []
    })
    return {
      description: readRichText(row.description, 'description', place('description'), (found) =>
        problems.add(found),
      ),
      task_type_id: type?.id ?? standard,
      assignees,
      custom_field_values: fieldsOf(draft, plan, row, context, (found) => problems.add(found)),
    }
  })
  const found = problems.report()
  if (found.total > 0) throw planRefusal(found)
  return looked
}

/** The values of a row as they are written elsewhere: a cell of several values is a list. */
export function rowValues({ custom_fields }: DraftTask, { customFields }: Directory): CustomFieldWrite[] {
  return custom_fields.map(({ name, value }) => {
    const field = [...customFields.values()].find(
      (candidate) => candidate.name === name || candidate.display_name === name,
    )
    return { name, value: field && severalValued.includes(field.field_type) ? readList(value) : value }
  })
}

function fieldsOf(
  draft: RunbookDraft,
  plan: PlanDraft,
  row: DraftTask,
  context: ValueContext,
  add: (found: Problem) => void,
) {
  const found: Problem[] = []
  const target = taskFields(draft, context)
  const writes = rowValues(row, draft.base.directory)
  const values = writeFieldValues(firstFieldValues(target), writes, target, '', found)
  for (const { code, about, source } of found) {
    const index = Number(/^\/(\d+)/.exec(source && 'pointer' in source ? source.pointer : '')?.[1] ?? 0)
    const place = planPlace({
      line: row.line,
      ...plan.columns[`custom_field:${row.custom_fields[index]?.name ?? ''}`],
    })
    add(problem(code, about as never, place))
  }
  const empty: Problem[] = []
  checkFirstValues(values, target, '', empty)
  for (const { code, about } of empty) add(problem(code, about as never, planPlace({ line: row.line })))
  return values
}

function addStreams(draft: RunbookDraft, plan: PlanDraft, ids: readonly number[]) {
  const key = (name: string, parent: string | null) =>
    JSON.stringify([parent?.toLowerCase() ?? null, name.toLowerCase()])
  const known = new Map<string, number>()
  const existing = draft.streams()
  for (const { id, name, parent_id } of existing)
    known.set(key(name, existing.find((stream) => stream.id === parent_id)?.name ?? null), id)
  const created: DraftStream[] = []
  let next = 0
  for (const { name, parent } of plan.streams) {
    if (known.has(key(name, parent))) continue
    const id = ids[next] ?? 0
    const colour = colours[(existing.length + next) % colours.length] ?? null
    next += 1
    const parent_id = parent === null ? null : (known.get(key(parent, null)) ?? null)
    draft.addStream({
      id,
      parent_id,
      name,
      description: null,
      color: colour,
      is_primary: false,
      status: 'off',
      status_message: null,
      status_updated_at: null,
      status_author_id: null,
      changed_seq: 0,
      created_at: draft.at,
      updated_at: draft.at,
    })
    known.set(key(name, parent), id)
    created.push({ name, parent })
  }
  const streamOf = ({ stream, sub_stream }: DraftTask) =>
    stream === null ? undefined : known.get(sub_stream === null ? key(stream, null) : key(sub_stream, stream))
  return { streamOf, created }
}
