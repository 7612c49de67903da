import {
  AppError,
  type Problem,
  problem,
  type RunbookStage,
  refuse,
  type taskTypeEndpoints,
  type WritesOf,
} from '@runsheet/contract'
import type { Insertable } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Directory, TaskType } from '../directory/directory.ts'
import type { CoreRequest, HandlersFor } from '../dispatch/request.ts'
import { checkDefault } from '../types/check-default.ts'
import { inUse, keyTaken, typeHandlers } from '../types/type-handlers.ts'
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

const blank = { name: '', key: '', description: null, icon: null, color: null }

const types = typeHandlers<TaskType, Partial<Insertable<Tables['task_type']>>>({
  type: 'task_type',
  entries: ({ taskTypes }) => taskTypes,
  render: renderTaskType,
  keyConstraint: 'task_type_key_taken',
  insert: (trx, row) => insertTaskType(trx, { ...blank, ...row }),
  change: changeTaskType,
  dropDefault: dropDefaultTaskType,
  countRunning: (trx, id) => countPlansWith(trx, id, ['active', 'paused']),
})

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
  if (isReserved) throw keyTaken(patch.key)
  const unset = { is_default: false, disabled: false, archived_at: null }
  checkDefault('task_type', before, { ...unset, ...before, ...patch, workspace_id }, problems)
  if (problems.length > 0) throw new AppError(problems)
  return patch
}

/** @throws {AppError} 422 `type_in_use` when a flag changes on which plans or runs depend that have not ended */
async function checkFlags(trx: Trx, before: TaskType, patch: Partial<Attributes>): Promise<void> {
  for (const [name, stages] of Object.entries(alters) as [
    keyof typeof alters & keyof TaskType,
    RunbookStage[],
  ][]) {
    if (patch[name] === undefined || patch[name] === before[name]) continue
    const uses = await countPlansWith(trx, before.id, stages)
    if (uses > 0) throw inUse('task_type', before.id, uses, `/data/attributes/${name}`)
  }
}

export const taskTypeHandlers: HandlersFor<Endpoints> = {
  listTaskTypes: (request) => types.list(request, () => true),

  getTaskType: (request) => types.get(request),

  createTaskType: (request) =>
    types.create(request, (directory, workspaceId) => readWrite(request, directory, null, workspaceId)),

  updateTaskType: (request) =>
    types.update(request, async (before, { trx, directory }) => {
      const patch = readWrite(request, directory, before, before.workspace_id)
      await checkFlags(trx, before, patch)
      return patch
    }),

  archiveTaskType: (request) =>
    types.archive(request, ({ built_in, key }) => {
      if (built_in) throw refuse('built_in_type', { name: 'archived', key })
    }),

  restoreTaskType: (request) => types.restore(request),
}
