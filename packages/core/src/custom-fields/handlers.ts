import { AppError, type customFieldEndpoints, problem, refuse } from '@runsheet/contract'
import { brokenConstraint } from '../db/database-error.ts'
import { actOnDirectory, type DirectoryOutcome, type Entry } from '../directory/act-on-directory.ts'
import { type CustomField, type Directory, readDirectory } from '../directory/directory.ts'
import { inScope } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { includedFor } from '../json-api/include.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { loaders } from '../json-api/loaders.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { readNewScope } from '../runbook-types/read-scoped.ts'
import { type CarriedRunbook, lockRunbooksWith } from './carry-queries.ts'
import { carryValues, tellOfCarried } from './carry-values.ts'
import { checkLoss, conversionOf, reportValues } from './change-field.ts'
import { changeField, changeFields, insertField } from './custom-field-queries.ts'
import { readFieldWrite } from './read-field-write.ts'
import { renderCustomField } from './render-custom-field.ts'
import { writeOptions } from './write-options.ts'

type Endpoints = typeof customFieldEndpoints
type Update = CoreRequest<Endpoints['updateCustomField']>

const directoryOf = ({ services, standing }: RequestBase) =>
  services.directories.at(standing.instanceRevision)

function tell(request: RequestBase, status: 200 | 201, field: CustomField, directory: Directory) {
  const rendered = renderCustomField(field, request.caller.access, directory)
  return oneAnswer(request, status, rendered, field.changed_seq)
}

/** The field that a path names, as it stands in a directory. @throws {AppError} 404 `not_found` */
export function getField(request: RequestBase, { customFields }: Directory, param = 'id'): CustomField {
  const field = customFields.get(request.params[param] ?? 0)
  if (!field || !seesScoped(request)(field))
    throw refuse('not_found', { type: 'custom_field', id: request.call.params[param] ?? '' })
  return field
}

const taken = (name: string) =>
  new AppError(problem('taken', { name: 'name', value: name }, { pointer: '/data/attributes/name' }))

const nameTaken = (error: unknown, name: unknown) =>
  brokenConstraint(error) === 'custom_field_name_taken' ? taken(String(name)) : error

/** What the constraint refuses, where nothing is written. @throws {AppError} 422 `taken` */
function checkNameFree(
  { customFields }: Directory,
  { id, workspace_id }: CustomField,
  name: string | undefined,
): void {
  for (const field of customFields.values())
    if (
      field.name === name &&
      field.id !== id &&
      field.workspace_id === workspace_id &&
      field.archived_at === null
    )
      throw taken(field.name)
}

function outcome(
  name: DirectoryOutcome['name'],
  status: 200 | 201,
  id: number,
  others: readonly Entry[] = [],
): DirectoryOutcome {
  return {
    name,
    changed: [{ type: 'custom_field', id }, ...others],
    tell: (after, request) => tell(request, status, after.customFields.get(id) as CustomField, after),
  }
}

/** The field as it would be, and what would become of its values; nothing is changed. */
async function rehearseUpdate(request: Update) {
  const { db } = request.services.database
  const { after, directory, report } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const directory = await readDirectory(trx)
      const before = getField(request, directory)
      checkMatch(request, before.id, before.changed_seq)
      const write = await readFieldWrite(trx, request.write, directory, before, {
        workspace_id: before.workspace_id,
        access: request.caller.access,
      })
      checkNameFree(directory, before, write.patch.name)
      const options = write.optionNames?.map(
        (name, at) =>
          before.options.find((option) => option.name === name) ?? {
            id: 0,
            custom_field_id: before.id,
            name,
            color: null,
            order: at + 1,
            archived_at: null,
            changed_seq: 0,
          },
      )
      const report = await reportValues(trx, before, conversionOf(before, write))
      return { after: { ...before, ...write.patch, ...(options ? { options } : {}) }, directory, report }
    })
  const rendered = renderCustomField(
    { ...after, options: after.options.filter(({ id }) => id > 0) },
    request.caller.access,
    directory,
  )
  const attributes = {
    ...rendered.attributes,
    field_options: after.options.flatMap(({ name, archived_at }) => (archived_at === null ? [name] : [])),
  }
  const included = await includedFor(request, loaders, [rendered])
  return resourceAnswer(200, renderResource({ ...rendered, attributes }, request.query.fields), {
    included,
    etag: after.changed_seq,
    meta: { dry_run: true, values: report },
  })
}

export const customFieldHandlers: HandlersFor<Endpoints> = {
  async listCustomFields(request) {
    const { values, sort, page } = request.query
    const { archived, apply_to } = values
    const directory = await directoryOf(request)
    const sees = seesScoped(request)
    const isWanted = inScope(values)
    const found = [...directory.customFields.values()].filter(
      (field) =>
        sees(field) &&
        isWanted(field) &&
        (archived === undefined || archived === (field.archived_at !== null)) &&
        (apply_to === undefined || apply_to.some((scope) => scope === field.apply_to)),
    )
    const fields = sorted(found, sort, (field, name) => (name === 'order' ? field.order : field.name))
    const { access } = request.caller
    return pageAnswer(request, pageOf(fields, page, byId), (field) =>
      renderCustomField(field, access, directory),
    )
  },

  async getCustomField(request) {
    const directory = await directoryOf(request)
    return tell(request, 200, getField(request, directory), directory)
  },

  async createCustomField(request) {
    const { relationships, attributes } = request.write
    const { db } = request.services.database
    const workspace_id = await readNewScope(db, request, relationships.workspace, 'custom_field.manage')
    try {
      return await actOnDirectory(request, async (action) => {
        const { trx, seq, at, directory } = action
        const { patch, optionNames } = await readFieldWrite(trx, request.write, directory, null, {
          workspace_id,
          access: request.caller.access,
        })
        const { id } = await insertField(trx, {
          name: '',
          display_name: null,
          field_type: 'text',
          apply_to: 'task_add_edit',
          parent_id: null,
          group_id: null,
          default_value: null,
          help_text: null,
          ...(patch as object),
          workspace_id,
          changed_seq: seq,
          created_at: sqlTime(at),
          updated_at: sqlTime(at),
        })
        const options = optionNames ? await writeOptions(action, id, [], optionNames) : []
        return outcome('custom_field.created', 201, id, options)
      })
    } catch (error) {
      throw nameTaken(error, attributes.name)
    }
  },

  async updateCustomField(request) {
    if (request.query.values.dry_run) return rehearseUpdate(request)
    const id = request.params['id'] ?? 0
    const { accept_loss = false } = request.write.meta
    const isOfValues = 'field_type' in request.write.attributes || 'apply_to' in request.write.attributes
    let carried: readonly CarriedRunbook[] = []
    try {
      const answer = await actOnDirectory(
        request,
        async (action) => {
          const { trx, seq, at, directory } = action
          const before = getField(request, directory)
          checkMatch(request, id, before.changed_seq)
          const write = await readFieldWrite(trx, request.write, directory, before, {
            workspace_id: before.workspace_id,
            access: request.caller.access,
          })
          const convert = conversionOf(before, write)
          if (convert) {
            checkLoss(before, await reportValues(trx, before, convert), accept_loss)
            carried = await carryValues(request, action, before, convert)
          }
          await changeField(trx, id, {
            ...(write.patch as object),
            changed_seq: seq,
            updated_at: sqlTime(at),
          })
          const options = write.optionNames
            ? await writeOptions(action, id, before.options, write.optionNames)
            : []
          return outcome('custom_field.updated', 200, id, options)
        },
        isOfValues ? (trx) => lockRunbooksWith(trx, id) : undefined,
      )
      tellOfCarried(request, carried)
      return answer
    } catch (error) {
      throw nameTaken(error, request.write.attributes.name)
    }
  },

  archiveCustomField: (request) =>
    actOnDirectory(request, async ({ trx, seq, at, directory }) => {
      const before = getField(request, directory)
      checkMatch(request, before.id, before.changed_seq)
      if (before.archived_at !== null)
        throw refuse('already_archived', { type: 'custom_field', id: String(before.id) })
      const children = dependentsOf(before, directory, null)
      const patch = { archived_at: sqlTime(at), changed_seq: seq, updated_at: sqlTime(at) }
      await changeFields(trx, [before.id, ...children], patch)
      return outcome('custom_field.archived', 200, before.id, children.map(entryOf))
    }),

  async restoreCustomField(request) {
    let name: string | undefined
    try {
      return await actOnDirectory(request, async ({ trx, seq, at, directory }) => {
        const before = getField(request, directory)
        name = before.name
        checkMatch(request, before.id, before.changed_seq)
        if (before.archived_at === null)
          throw refuse('not_archived', { type: 'custom_field', id: String(before.id) })
        if (before.parent_id !== null && directory.customFields.get(before.parent_id)?.archived_at !== null)
          throw new AppError(problem('validation_failed', {}, { meta: { reason: 'parent_archived' } }))
        // Those that were archived with it, at the same instant.
        const children = dependentsOf(before, directory, before.archived_at)
        const patch = { archived_at: null, changed_seq: seq, updated_at: sqlTime(at) }
        await changeFields(trx, [before.id, ...children], patch)
        return outcome('custom_field.restored', 200, before.id, children.map(entryOf))
      })
    } catch (error) {
      throw nameTaken(error, name)
    }
  },
}

const entryOf = (id: number): Entry => ({ type: 'custom_field', id })

/** Ids of the fields that depend on one, and that were archived at an instant, or are not. */
function dependentsOf({ id }: CustomField, { customFields }: Directory, archivedAt: number | null): number[] {
  return [...customFields.values()].flatMap((field) =>
    field.parent_id === id && field.archived_at === archivedAt ? [field.id] : [],
  )
}
