import { AppError, type Problem, type runbookTypeEndpoints, type WritesOf } from '@runsheet/contract'
import type { Insertable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Directory, RunbookType } from '../directory/directory.ts'
import type { CoreRequest, HandlersFor } from '../dispatch/request.ts'
import { checkDefault } from '../types/check-default.ts'
import { inUse, typeHandlers } from '../types/type-handlers.ts'
import { readEntries } from './read-scoped.ts'
import { renderRunbookType } from './render-runbook-type.ts'
import {
  changeRunbookType,
  countRunning,
  dropDefaultRunbookType,
  insertRunbookType,
} from './runbook-type-queries.ts'

type Endpoints = typeof runbookTypeEndpoints
type Attributes = WritesOf<Endpoints['createRunbookType']['resource']>

const flags = ['dynamic', 'incident', 'enable_rto', 'ai_create_enabled'] as const

/** What stays while runbooks of the type are being run. */
const runRules = ['dynamic', 'incident'] as const

const blank = { name: '', key: null, description: null, icon: null, color: null }

const types = typeHandlers<RunbookType, Partial<Insertable<Tables['runbook_type']>>>({
  type: 'runbook_type',
  entries: ({ runbookTypes }) => runbookTypes,
  render: renderRunbookType,
  keyConstraint: 'runbook_type_key_taken',
  insert: (trx, row) => insertRunbookType(trx, { ...blank, ...row }),
  change: changeRunbookType,
  dropDefault: dropDefaultRunbookType,
  countRunning,
})

/** What a write sets, the lists that it names included. @throws {AppError} 422 with every problem */
function readWrite(
  { write, caller }: CoreRequest<Endpoints['createRunbookType' | 'updateRunbookType']>,
  { taskTypes, customFields }: Directory,
  before: RunbookType | null,
  workspace_id: number | null,
) {
  const problems: Problem[] = []
  const { default: is_default, ...plain } = write.attributes as Attributes
  const { task_types, custom_fields } = write.relationships
  const { access } = caller
  const named = (before: readonly number[] | undefined) => ({
    within: workspace_id,
    before: before ?? [],
    access,
  })
  const task_type_ids = readEntries(
    task_types,
    'task_types',
    taskTypes,
    named(before?.task_type_ids),
    problems,
  )
  const custom_field_ids = readEntries(
    custom_fields,
    'custom_fields',
    customFields,
    named(before?.custom_field_ids),
    problems,
  )
  const patch = {
    ...plain,
    ...(is_default === undefined ? {} : { is_default }),
    ...(task_type_ids ? { task_type_ids } : {}),
    ...(custom_field_ids ? { custom_field_ids } : {}),
  }
  const unset = { is_default: false, disabled: false, archived_at: null }
  checkDefault('runbook_type', before, { ...unset, ...before, ...patch, workspace_id }, problems)
  if (problems.length > 0) throw new AppError(problems)
  return patch
}

export const runbookTypeHandlers: HandlersFor<Endpoints> = {
  listRunbookTypes(request) {
    const { values } = request.query
    return types.list(request, (type) =>
      flags.every((flag) => values[flag] === undefined || values[flag] === type[flag]),
    )
  },

  getRunbookType: (request) => types.get(request),

  createRunbookType: (request) =>
    types.create(request, (directory, workspaceId) => readWrite(request, directory, null, workspaceId)),

  updateRunbookType: (request) =>
    types.update(request, async (before, { trx, directory }) => {
      const patch = readWrite(request, directory, before, before.workspace_id)
      const rule = runRules.find((flag) => patch[flag] !== undefined && patch[flag] !== before[flag])
      if (rule === undefined) return patch
      const uses = await countRunning(trx, before.id)
      if (uses > 0) throw inUse('runbook_type', before.id, uses, `/data/attributes/${rule}`)
      return patch
    }),

  archiveRunbookType: (request) => types.archive(request, () => undefined),

  restoreRunbookType: (request) => types.restore(request),
}
