import { type Identifier, type Problem, problem } from '@runsheet/contract'
import { readRichText } from '../comments/sanitise.ts'
import type { FieldPlace } from '../custom-fields/offered-fields.ts'
import { plainValues, type ValueContext } from '../custom-fields/value-context.ts'
import {
  checkFirstValues,
  type FieldTarget,
  firstFieldValues,
  writeFieldValues,
} from '../custom-fields/write-field-values.ts'
import type { Directory } from '../directory/directory.ts'
import { readId } from '../json-api/read-id.ts'
import { readInstant } from '../runbooks/read-runbook-write.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Party, Task, TaskLink } from '../runbooks/snapshot.ts'
import { firstTaskType, type TaskPlace, taskTypeProblem } from '../task-types/usable-task-types.ts'
import { checkFixedTimes, checkLinksStay, checkMessage, checkRequirements } from './check-task.ts'
import type { BlankTask, TaskRef, TaskWrite } from './task-write.ts'

/** Where values of the tasks of a runbook are written. */
export function taskFields({ runbook, base }: RunbookDraft, context: ValueContext): FieldTarget {
  return { ...taskPlace(runbook, base.directory), ...context }
}

/** Where the fields of the tasks of a runbook are looked for. */
export function taskPlace({ workspace_id, runbook_type_id }: TaskPlace, directory: Directory): FieldPlace {
  return { kind: 'task', workspaceId: workspace_id, runbookTypeId: runbook_type_id, directory }
}

/** A task with nothing but defaults, in the primary stream. */
export function blankTask(draft: RunbookDraft): BlankTask {
  const streams = draft.streams()
  return {
    stream_id: (streams.find(({ is_primary }) => is_primary) ?? streams[0])?.id ?? 0,
    task_type_id: firstTaskType(draft.base.directory, draft.runbook).id,
    name: '',
    description: null,
    duration: null,
    level: 'level_3',
    message: null,
    auto_start: false,
    auto_finish: false,
    disable_notify: false,
    start_requirements: 'anyone',
    end_requirements: 'anyone',
    start_minimum: null,
    end_minimum: null,
    start_fixed: null,
    end_fixed: null,
    custom_field_values: firstFieldValues(taskFields(draft, plainValues())),
    source_runbook_id: null,
    source_task_id: null,
    comments_count: 0,
    stage: 'not_startable',
    completion_type: null,
    start_ready: null,
    start_actual: null,
    end_actual: null,
    started_by: null,
    completed_by: null,
    starters: [],
    finishers: [],
    start_baseline: null,
    end_baseline: null,
    predecessors: [],
    assignees: [],
    recipients: [],
    links: [],
  }
}

interface Options {
  /** Where the resource stands in the body: `/data`, or `/data/3` in a bulk write. */
  readonly at: string
  /** The number of the task, or the one that it will get: it cannot wait for itself. */
  readonly id: number
  /** It is being made: required fields have to be filled. */
  readonly isNew: boolean
  /** The number of the task that is pointed at; undefined where there is none. */
  readonly numberOf: (ref: TaskRef) => number | undefined
  /** The people that are sent are the whole set; else they are added to those that are there. */
  readonly replacesPeople: boolean
  readonly context: ValueContext
}

/**
 * What a write makes of a task.
 *
 * @param before the task as it stands
 * @param problems gets every problem, each with its pointer
 * @returns only the members that differ in kind: those that the write names
 */
export function readTaskWrite(
  draft: RunbookDraft,
  before: BlankTask,
  { attributes, relationships }: TaskWrite,
  { at, id, isNew, numberOf, replacesPeople, context }: Options,
  problems: Problem[],
): Partial<Task> {
  const { custom_field_values, task_links, start_fixed, end_fixed, description, message, ...plain } =
    attributes
  const patch: { -readonly [K in keyof Task]?: Task[K] } = { ...plain }
  for (const [name, text] of Object.entries({ description, message }) as [
    'description' | 'message',
    string | null | undefined,
  ][])
    if (text !== undefined)
      patch[name] = readRichText(text, name, { pointer: `${at}/attributes/${name}` }, (found) =>
        problems.push(found),
      )
  if (start_fixed !== undefined) patch.start_fixed = start_fixed === null ? null : readInstant(start_fixed)
  if (end_fixed !== undefined) patch.end_fixed = end_fixed === null ? null : readInstant(end_fixed)
  const target = taskFields(draft, context)
  const fieldsAt = `${at}/attributes/custom_field_values`
  if (custom_field_values)
    patch.custom_field_values = writeFieldValues(
      before.custom_field_values,
      custom_field_values,
      target,
      fieldsAt,
      problems,
    )
  if (isNew)
    checkFirstValues(patch.custom_field_values ?? before.custom_field_values, target, fieldsAt, problems)
  readPlace(draft, before.task_type_id, relationships, patch, at, problems)
  if (relationships.predecessors)
    patch.predecessors = readPredecessors(
      relationships.predecessors as readonly TaskRef[],
      { id, numberOf },
      `${at}/relationships/predecessors/data`,
      problems,
    )
  for (const name of ['assignees', 'recipients'] as const) {
    const sent = relationships[name] as readonly Identifier[] | undefined
    if (!sent) continue
    const read = readParties(draft, sent, `${at}/relationships/${name}/data`, problems)
    patch[name] = union(replacesPeople ? [] : before[name], read)
  }
  if (task_links)
    patch.links = task_links.map(
      (link): TaskLink => ({ runbook_id: readId(link.id), link_type: link.link_type }),
    )
  const after = { ...before, ...patch }
  checkLinksStay(draft, after, patch, at, problems)
  checkMessage(draft, after, patch, at, problems)
  checkRequirements(draft, after as Task, attributes, at, problems)
  checkFixedTimes(draft, after as Task, patch, at, problems)
  return patch
}

function readPlace(
  draft: RunbookDraft,
  typeBefore: number,
  relationships: TaskWrite['relationships'],
  patch: { -readonly [K in keyof Task]?: Task[K] },
  at: string,
  problems: Problem[],
): void {
  const stream = relationships.stream as Identifier | null | undefined
  if (stream) {
    if (draft.stream(Number(stream.id))) patch.stream_id = Number(stream.id)
    else
      problems.push(
        problem(
          'related_not_found',
          { type: 'stream', id: stream.id },
          { pointer: `${at}/relationships/stream/data` },
        ),
      )
  } else if (stream === null)
    problems.push(
      problem('missing_relationship', { name: 'stream' }, { pointer: `${at}/relationships/stream/data` }),
    )
  const type = relationships.task_type as Identifier | null | undefined
  if (type) {
    const { directory } = draft.base
    const found = directory.taskTypes.get(readId(type.id))
    const where = { pointer: `${at}/relationships/task_type/data` }
    // A task may be sent with the type that it has, whatever became of that.
    const wrong =
      found?.id === typeBefore ? undefined : taskTypeProblem(directory, draft.runbook, found, type.id, where)
    if (wrong) problems.push(wrong)
    else if (found) patch.task_type_id = found.id
  } else if (type === null)
    problems.push(
      problem(
        'missing_relationship',
        { name: 'task_type' },
        { pointer: `${at}/relationships/task_type/data` },
      ),
    )
}

function readPredecessors(
  sent: readonly TaskRef[],
  { id, numberOf }: Pick<Options, 'id' | 'numberOf'>,
  pointer: string,
  problems: Problem[],
): number[] {
  const ids = new Set<number>()
  for (const [index, ref] of sent.entries()) {
    const predecessor = numberOf(ref)
    const named = 'id' in ref ? ref.id : ref.lid
    const at = { pointer: `${pointer}/${index}` }
    if (predecessor === undefined)
      problems.push(problem('related_not_found', { type: 'task', id: named }, at))
    else if (predecessor === id) problems.push(problem('self_dependency', { id: named }, at))
    else ids.add(predecessor)
  }
  return [...ids].sort((a, b) => a - b)
}

/** People and teams of the runbook; nobody else can be assigned. */
function readParties(
  draft: RunbookDraft,
  sent: readonly Identifier[],
  pointer: string,
  problems: Problem[],
): Party[] {
  return sent.flatMap((identifier, index) => {
    const id = Number(identifier.id)
    const isHere =
      identifier.type === 'user'
        ? draft.users.some(({ user_id }) => user_id === id) ||
          draft.teams.some(({ users }) => users.includes(id))
        : draft.teams.some((team) => team.id === id)
    if (isHere) return [{ type: identifier.type as Party['type'], id }]
    problems.push(
      problem(
        'not_a_participant',
        { type: identifier.type, id: identifier.id },
        { pointer: `${pointer}/${index}` },
      ),
    )
    return []
  })
}

function union(before: readonly Party[], added: readonly Party[]): Party[] {
  const all = [...before]
  for (const party of added)
    if (!all.some(({ type, id }) => type === party.type && id === party.id)) all.push(party)
  return all
}
