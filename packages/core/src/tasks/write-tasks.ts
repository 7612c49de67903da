import { AppError, IMPORT_ENTRIES_AT_MOST, type Problem, problem } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { ValueContext } from '../custom-fields/value-context.ts'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readId } from '../json-api/read-id.ts'
import { authoriseTask } from '../runbooks/authorise-part.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { findRunbooks } from '../runbooks/runbook-queries.ts'
import type { Runbook, Task } from '../runbooks/snapshot.ts'
import { getTask } from '../runs/run-progress.ts'
import { begunProblems } from './edit-plan.ts'
import { checkLinks, spawnChildren } from './link-tasks.ts'
import { blankTask, readTaskWrite } from './read-task-write.ts'
import type { TaskRef, TaskWrite } from './task-write.ts'

/** A task to be made or changed. */
export interface WantedTask {
  /** Its number, when it is to be changed. */
  readonly id?: number | undefined
  /** The id as it was sent. */
  readonly sent?: string | undefined
  /** What the others of the request call it while it has no number. */
  readonly lid?: string | undefined
  /** The ETag from which alone it may be changed. */
  readonly ifMatch?: string | undefined
  /** Where it stands in the body: `/data`, or `/data/3`. */
  readonly at: string
  readonly write: TaskWrite
  /** The people that are sent are the whole set; else they are added to those that are there. */
  readonly replacesPeople: boolean
}

/** True when links are sent: their children are made by statements of their own, so the runbook has to be locked. */
export const asksForChild = ({ attributes }: TaskWrite): boolean => (attributes.task_links ?? []).length > 0

/**
 * Makes and changes tasks of the plan, all or none: all of them are read before any is changed, so new ones may wait for
 * each other in any order.
 *
 * @param trx where links ask for children
 * @param made gets the child runbooks that were made
 * @param context what is known of the values of fields
 * @returns the number of each task
 * @throws {AppError} 422 with every problem of every task, each with its pointer
 */
export async function writeTasks(
  request: RequestBase,
  draft: RunbookDraft,
  trx: Trx | undefined,
  wanted: readonly WantedTask[],
  { made, context }: { made: Made[]; context: ValueContext },
): Promise<number[]> {
  for (const { id, at } of wanted)
    authoriseAt(request, draft, id === undefined ? undefined : draft.task(id), at)
  const problems: Problem[] = []
  const blank = blankTask(draft)
  const numbers = numbersOf(draft, wanted)
  const numberOf = numberIn(draft, wanted, numbers)
  const targets = await findTargets(request, trx, wanted)
  const read = wanted.map((task, index) => {
    const { id, at, write, replacesPeople } = task
    const before = id === undefined ? blank : findToChange(draft, id, task, problems)
    const isNew = id === undefined
    const options = { at, id: numbers[index] ?? 0, isNew, numberOf, replacesPeople, context }
    const patch = readTaskWrite(draft, before ?? blank, write, options, problems)
    const { task_type_id } = { ...blank, ...before, ...patch }
    if (patch.links)
      checkLinks(draft, { links: patch.links, task_type_id }, before?.links ?? [], targets, at, problems)
    if (before && id !== undefined) problems.push(...begunProblems(draft, before, patch, at))
    return { id, at, patch }
  })
  if (problems.length > 0) throw new AppError(problems, { limit: IMPORT_ENTRIES_AT_MOST })
  for (const { id, at, patch } of read)
    authoriseAt(request, draft, { ...(id === undefined ? blank : getTask(draft, id)), ...patch }, at)
  for (const { id, patch } of read) {
    const { links = [] } = patch
    const spawned = trx && links.length > 0 ? await spawnChildren(request, trx, draft, links, made) : {}
    if (id === undefined) draft.addTask({ ...blank, ...patch, ...spawned })
    else draft.setTask(id, { ...patch, ...spawned })
  }
  checkOrder(draft, wanted, numbers)
  return numbers
}

/**
 * Asks the policy about a task as it stands, or as it is going to be.
 *
 * @param at told where it is one of several
 * @throws {AppError} 403 `insufficient_role`
 */
function authoriseAt(
  request: RequestBase,
  draft: RunbookDraft,
  task: Pick<Task, 'stream_id' | 'assignees'> | undefined,
  at: string,
): void {
  if (!task) return
  try {
    authoriseTask(request, draft, task)
  } catch (error) {
    if (!(error instanceof AppError) || at === '/data') throw error
    throw new AppError(error.problems.map((found) => ({ ...found, source: { pointer: at } })))
  }
}

/** The number that each task has, or will get: the next ones of the runbook, in their order. */
function numbersOf(draft: RunbookDraft, wanted: readonly WantedTask[]): number[] {
  let next = draft.runbook.next_task_id
  return wanted.map(({ id }) => id ?? next++)
}

/** How this request points at tasks: at those that are there by number, at those that it makes by name. */
function numberIn(draft: RunbookDraft, wanted: readonly WantedTask[], numbers: readonly number[]) {
  const local = new Map(
    wanted.flatMap(({ lid }, index) => (lid === undefined ? [] : [[lid, numbers[index]]])),
  )
  return (ref: TaskRef): number | undefined =>
    'lid' in ref ? local.get(ref.lid) : draft.task(Number(ref.id))?.id
}

function findToChange(
  draft: RunbookDraft,
  id: number,
  { sent = String(id), at, ifMatch }: Pick<WantedTask, 'sent' | 'at' | 'ifMatch'>,
  problems: Problem[],
): Task | undefined {
  const task = draft.task(id)
  if (!task) problems.push(problem('related_not_found', { type: 'task', id: sent }, { pointer: `${at}/id` }))
  else if (ifMatch !== undefined && ifMatch !== `"${task.changed_seq}"`) {
    const etag = `"${task.changed_seq}"`
    problems.push(
      problem(
        'stale_resource',
        { type: 'task', id: sent },
        { pointer: `${at}/meta/if_match`, meta: { etag } },
      ),
    )
  }
  return task
}

/** The runbooks that links name, as far as the caller sees them. */
async function findTargets(
  { caller }: RequestBase,
  trx: Trx | undefined,
  wanted: readonly WantedTask[],
): Promise<ReadonlyMap<number, Runbook>> {
  const ids = wanted.flatMap(({ write }) => (write.attributes.task_links ?? []).map(({ id }) => readId(id)))
  if (!trx || ids.length === 0) return new Map()
  const found = await findRunbooks(trx, ids, visibility(caller.access, 'runbook.read'))
  return new Map(found.map((runbook) => [runbook.id, runbook]))
}

/**
 * Refuses a circle at the first task of the request that is part of it.
 *
 * @throws {AppError} 422 `circular_dependency`
 */
function checkOrder(draft: RunbookDraft, wanted: readonly WantedTask[], numbers: readonly number[]): void {
  if (!wanted.some(({ write }) => write.relationships.predecessors)) return
  try {
    draft.preview()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.problems.map((found) => placedIn(found, wanted, numbers)))
  }
}

function placedIn(found: Problem, wanted: readonly WantedTask[], numbers: readonly number[]): Problem {
  const path = (found.meta?.['path'] ?? []) as readonly string[]
  const at = wanted.find(
    ({ write }, index) => write.relationships.predecessors && path.includes(String(numbers[index])),
  )?.at
  if (at === undefined || found.code !== 'circular_dependency') return found
  // The numbers that new tasks would have got mean nothing to who sent them.
  const names = new Map(wanted.map(({ lid }, index) => [String(numbers[index]), lid]))
  const told = path.map((id) => names.get(id) ?? `#${id}`)
  const meta = { path: path.map((id) => names.get(id) ?? id) }
  return problem(
    'circular_dependency',
    { path: told },
    { pointer: `${at}/relationships/predecessors/data`, meta },
  )
}
