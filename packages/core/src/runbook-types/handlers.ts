import {
  AppError,
  type Problem,
  problem,
  refuse,
  type runbookTypeEndpoints,
  type WritesOf,
} from '@runsheet/contract'
import { brokenConstraint } from '../db/database-error.ts'
import { actOnDirectory, type DirectoryOutcome, type Entry } from '../directory/act-on-directory.ts'
import type { Directory, RunbookType } from '../directory/directory.ts'
import { defaultFirst, inScope, mentions } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { checkDefault } from './check-default.ts'
import { readEntries, readNewScope } from './read-scoped.ts'
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

const tell = (request: RequestBase, status: 200 | 201, type: RunbookType) =>
  oneAnswer(request, status, renderRunbookType(type, request.caller.access), type.changed_seq)

const keyTaken = (error: unknown, key: unknown) =>
  brokenConstraint(error) === 'runbook_type_key_taken'
    ? new AppError(problem('taken', { name: 'key', value: String(key) }, { pointer: '/data/attributes/key' }))
    : error

/** The type of the request, as it stands in a directory. @throws {AppError} 404 `not_found` */
function getHere(request: RequestBase, { runbookTypes }: Directory): RunbookType {
  const type = runbookTypes.get(request.params['id'] ?? 0)
  if (!type || !seesScoped(request)(type))
    throw refuse('not_found', { type: 'runbook_type', id: request.call.params['id'] ?? '' })
  return type
}

const inUse = ({ id }: RunbookType, uses: number, pointer?: string) =>
  new AppError(
    problem(
      'type_in_use',
      { type: 'runbook_type', id: String(id), uses },
      { ...(pointer === undefined ? {} : { pointer }), meta: { uses } },
    ),
  )

/** The answer of an action on one type, and on the default one where that changes with it. */
function outcome(
  name: DirectoryOutcome['name'],
  status: 200 | 201,
  id: number,
  others: readonly number[] = [],
): DirectoryOutcome {
  const entry = (one: number): Entry => ({ type: 'runbook_type', id: one })
  return {
    name,
    changed: [entry(id), ...others.map(entry)],
    tell: ({ runbookTypes }, request) => tell(request, status, runbookTypes.get(id) as RunbookType),
  }
}

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
  const blank = { is_default: false, disabled: false, archived_at: null }
  checkDefault('runbook_type', before, { ...blank, ...before, ...patch, workspace_id }, problems)
  if (problems.length > 0) throw new AppError(problems)
  return patch
}

export const runbookTypeHandlers: HandlersFor<Endpoints> = {
  async listRunbookTypes(request) {
    const { values, sort, page } = request.query
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.runbookTypes.values()].filter(
      (type) =>
        sees(type) &&
        isWanted(type) &&
        (type.archived_at !== null) === (values.archived ?? false) &&
        type.disabled === (values.disabled ?? false) &&
        flags.every((flag) => values[flag] === undefined || values[flag] === type[flag]) &&
        mentions(values.query, type.name, type.key, type.description),
    )
    const types = sorted(defaultFirst(found), sort, (type, field) => (field === 'key' ? type.key : type.name))
    const { access } = request.caller
    return pageAnswer(request, pageOf(types, page, byId), (type) => renderRunbookType(type, access))
  },

  async getRunbookType(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    return tell(request, 200, getHere(request, directory))
  },

  async createRunbookType(request) {
    const { relationships, attributes } = request.write
    const { db } = request.services.database
    const workspace_id = await readNewScope(db, request, relationships.workspace, 'type.manage')
    try {
      return await actOnDirectory(request, async ({ trx, seq, directory }) => {
        const patch = readWrite(request, directory, null, workspace_id)
        const old = patch.is_default ? defaultOfAll(directory) : []
        if (patch.is_default) await dropDefaultRunbookType(trx, seq)
        const { id } = await insertRunbookType(trx, {
          name: '',
          key: null,
          description: null,
          icon: null,
          color: null,
          ...patch,
          workspace_id,
          changed_seq: seq,
        })
        return outcome('runbook_type.created', 201, id, old)
      })
    } catch (error) {
      throw keyTaken(error, attributes.key)
    }
  },

  async updateRunbookType(request) {
    try {
      return await actOnDirectory(request, async ({ trx, seq, directory }) => {
        const before = getHere(request, directory)
        checkMatch(request, before.id, before.changed_seq)
        const patch = readWrite(request, directory, before, before.workspace_id)
        const rule = (['dynamic', 'incident'] as const).find(
          (flag) => patch[flag] !== undefined && patch[flag] !== before[flag],
        )
        if (rule !== undefined) {
          const uses = await countRunning(trx, before.id)
          if (uses > 0) throw inUse(before, uses, `/data/attributes/${rule}`)
        }
        const old = patch.is_default && !before.is_default ? defaultOfAll(directory) : []
        if (old.length > 0) await dropDefaultRunbookType(trx, seq)
        await changeRunbookType(trx, before.id, { ...patch, changed_seq: seq })
        return outcome('runbook_type.updated', 200, before.id, old)
      })
    } catch (error) {
      throw keyTaken(error, request.write.attributes.key)
    }
  },

  archiveRunbookType: (request) =>
    actOnDirectory(request, async ({ trx, seq, at, directory }) => {
      const before = getHere(request, directory)
      const about = { type: 'runbook_type', id: String(before.id) }
      checkMatch(request, before.id, before.changed_seq)
      if (before.archived_at !== null) throw refuse('already_archived', about)
      if (before.is_default) throw refuse('default_type', about)
      const uses = await countRunning(trx, before.id)
      if (uses > 0) throw inUse(before, uses)
      await changeRunbookType(trx, before.id, { archived_at: sqlTime(at), changed_seq: seq })
      return outcome('runbook_type.archived', 200, before.id)
    }),

  restoreRunbookType: (request) =>
    actOnDirectory(request, async ({ trx, seq, directory }) => {
      const before = getHere(request, directory)
      checkMatch(request, before.id, before.changed_seq)
      if (before.archived_at === null)
        throw refuse('not_archived', { type: 'runbook_type', id: String(before.id) })
      await changeRunbookType(trx, before.id, { archived_at: null, changed_seq: seq })
      return outcome('runbook_type.restored', 200, before.id)
    }),
}

/** The type that has the default, in a list. */
function defaultOfAll({ runbookTypes }: Directory): number[] {
  return [...runbookTypes.values()].flatMap(({ id, is_default }) => (is_default ? [id] : []))
}
