import {
  AppError,
  type Problem,
  problem,
  type RunbookStage,
  refuse,
  type taskTypeEndpoints,
  type WritesOf,
} from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { actOnDirectory, type DirectoryOutcome, type Entry } from '../directory/act-on-directory.ts'
import type { Directory, TaskType } from '../directory/directory.ts'
import { defaultFirst, inScope, mentions } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { checkDefault } from '../runbook-types/check-default.ts'
import { readNewScope } from '../runbook-types/read-scoped.ts'
import { renderTaskType } from './render-task-type.ts'
import { changeTaskType, countPlansWith, dropDefaultTaskType, insertTaskType } from './task-type-queries.ts'

type Endpoints = typeof taskTypeEndpoints
type Attributes = WritesOf<Endpoints['createTaskType']['resource']>

/** Of a built-in type these are its meaning. */
const fixedIfBuiltIn = [
  'key',
  'zero_duration',
  'off_end',
  'auto_start',
  'auto_finish',
  'fixed_start',
] as const

/** What a change of a flag alters: the plan of every runbook that has not ended, or what happens in a run. */
const alters: Readonly<Partial<Record<keyof Attributes, readonly RunbookStage[]>>> = {
  zero_duration: ['planning', 'active', 'paused'],
  off_end: ['planning', 'active', 'paused'],
  auto_start: ['active', 'paused'],
  auto_finish: ['active', 'paused'],
}

const tell = (request: RequestBase, status: 200 | 201, type: TaskType) =>
  oneAnswer(request, status, renderTaskType(type, request.caller.access), type.changed_seq)

const KEY = '/data/attributes/key'
const taken = (key: unknown) =>
  new AppError(problem('taken', { name: 'key', value: String(key) }, { pointer: KEY }))

const keyTaken = (error: unknown, key: unknown) =>
  brokenConstraint(error) === 'task_type_key_taken' ? taken(key) : error

/** The type of the request, as it stands in a directory. @throws {AppError} 404 `not_found` */
function getHere(request: RequestBase, { taskTypes }: Directory): TaskType {
  const type = taskTypes.get(request.params['id'] ?? 0)
  if (!type || !seesScoped(request)(type))
    throw refuse('not_found', { type: 'task_type', id: request.call.params['id'] ?? '' })
  return type
}

function outcome(
  name: DirectoryOutcome['name'],
  status: 200 | 201,
  id: number,
  others: readonly number[] = [],
): DirectoryOutcome {
  const entry = (one: number): Entry => ({ type: 'task_type', id: one })
  return {
    name,
    changed: [entry(id), ...others.map(entry)],
    tell: ({ taskTypes }, request) => tell(request, status, taskTypes.get(id) as TaskType),
  }
}

/** What a write sets. @throws {AppError} 422 with every problem */
function readWrite(
  { write }: CoreRequest<Endpoints['createTaskType' | 'updateTaskType']>,
  { taskTypes }: Directory,
  before: TaskType | null,
  workspace_id: number | null,
) {
  const problems: Problem[] = []
  const { default: is_default, ...plain } = write.attributes as Attributes
  const patch = { ...plain, ...(is_default === undefined ? {} : { is_default }) }
  for (const name of fixedIfBuiltIn) {
    if (before?.built_in && patch[name] !== undefined && patch[name] !== before[name])
      problems.push(
        problem('built_in_type', { name, key: before.key }, { pointer: `/data/attributes/${name}` }),
      )
  }
  // The program knows built-in types by their keys, so nothing else may be called so, wherever it is.
  const isReserved = [...taskTypes.values()].some(
    ({ built_in, key, id }) => built_in && key === patch.key && id !== before?.id,
  )
  if (isReserved) throw taken(patch.key)
  const blank = { is_default: false, disabled: false, archived_at: null }
  checkDefault('task_type', before, { ...blank, ...before, ...patch, workspace_id }, problems)
  if (problems.length > 0) throw new AppError(problems)
  return patch
}

const inUse = ({ id }: TaskType, uses: number, pointer?: string) =>
  new AppError(
    problem(
      'type_in_use',
      { type: 'task_type', id: String(id), uses },
      { ...(pointer === undefined ? {} : { pointer }), meta: { uses } },
    ),
  )

/** @throws {AppError} 422 `type_in_use` when a flag changes on which plans or runs depend that have not ended */
async function checkFlags(trx: Trx, before: TaskType, patch: Partial<Attributes>): Promise<void> {
  for (const [name, stages] of Object.entries(alters) as [
    keyof typeof alters & keyof TaskType,
    RunbookStage[],
  ][]) {
    if (patch[name] === undefined || patch[name] === before[name]) continue
    const uses = await countPlansWith(trx, before.id, stages)
    if (uses > 0) throw inUse(before, uses, `/data/attributes/${name}`)
  }
}

export const taskTypeHandlers: HandlersFor<Endpoints> = {
  async listTaskTypes(request) {
    const { values, sort, page } = request.query
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.taskTypes.values()].filter(
      (type) =>
        sees(type) &&
        isWanted(type) &&
        (type.archived_at !== null) === (values.archived ?? false) &&
        type.disabled === (values.disabled ?? false) &&
        mentions(values.query, type.name, type.key, type.description),
    )
    const types = sorted(defaultFirst(found), sort, (type, field) => (field === 'key' ? type.key : type.name))
    const { access } = request.caller
    return pageAnswer(request, pageOf(types, page, byId), (type) => renderTaskType(type, access))
  },

  async getTaskType(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    return tell(request, 200, getHere(request, directory))
  },

  async createTaskType(request) {
    const { relationships, attributes } = request.write
    const { db } = request.services.database
    const workspace_id = await readNewScope(db, request, relationships.workspace, 'type.manage')
    try {
      return await actOnDirectory(request, async ({ trx, seq, directory }) => {
        const patch = readWrite(request, directory, null, workspace_id)
        const old = patch.is_default ? defaultOfAll(directory) : []
        if (patch.is_default) await dropDefaultTaskType(trx, seq)
        const { id } = await insertTaskType(trx, {
          name: '',
          key: '',
          description: null,
          icon: null,
          color: null,
          ...patch,
          workspace_id,
          changed_seq: seq,
        })
        return outcome('task_type.created', 201, id, old)
      })
    } catch (error) {
      throw keyTaken(error, attributes.key)
    }
  },

  async updateTaskType(request) {
    try {
      return await actOnDirectory(request, async ({ trx, seq, directory }) => {
        const before = getHere(request, directory)
        checkMatch(request, before.id, before.changed_seq)
        const patch = readWrite(request, directory, before, before.workspace_id)
        await checkFlags(trx, before, patch)
        const old = patch.is_default && !before.is_default ? defaultOfAll(directory) : []
        if (old.length > 0) await dropDefaultTaskType(trx, seq)
        await changeTaskType(trx, before.id, { ...patch, changed_seq: seq })
        return outcome('task_type.updated', 200, before.id, old)
      })
    } catch (error) {
      throw keyTaken(error, request.write.attributes.key)
    }
  },

  archiveTaskType: (request) =>
    actOnDirectory(request, async ({ trx, seq, at, directory }) => {
      const before = getHere(request, directory)
      const about = { type: 'task_type', id: String(before.id) }
      checkMatch(request, before.id, before.changed_seq)
      if (before.archived_at !== null) throw refuse('already_archived', about)
      if (before.is_default) throw refuse('default_type', about)
      if (before.built_in) throw refuse('built_in_type', { name: 'archived', key: before.key })
      const uses = await countPlansWith(trx, before.id, ['active', 'paused'])
      if (uses > 0) throw inUse(before, uses)
      await changeTaskType(trx, before.id, { archived_at: sqlTime(at), changed_seq: seq })
      return outcome('task_type.archived', 200, before.id)
    }),

  restoreTaskType: (request) =>
    actOnDirectory(request, async ({ trx, seq, directory }) => {
      const before = getHere(request, directory)
      checkMatch(request, before.id, before.changed_seq)
      if (before.archived_at === null)
        throw refuse('not_archived', { type: 'task_type', id: String(before.id) })
      await changeTaskType(trx, before.id, { archived_at: null, changed_seq: seq })
      return outcome('task_type.restored', 200, before.id)
    }),
}

/** The type that has the default, in a list. */
function defaultOfAll({ taskTypes }: Directory): number[] {
  return [...taskTypes.values()].flatMap(({ id, is_default }) => (is_default ? [id] : []))
}
