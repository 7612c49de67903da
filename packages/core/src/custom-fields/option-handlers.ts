import {
  AppError,
  type customFieldOptionEndpoints,
  OPTIONS_AT_MOST,
  ORDER_AT_MOST,
  problem,
  refuse,
} from '@runsheet/contract'
import { brokenConstraint } from '../db/database-error.ts'
import { actOnDirectory, type DirectoryOutcome } from '../directory/act-on-directory.ts'
import type { CustomField, Directory, FieldOption } from '../directory/directory.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { type CarriedRunbook, lockRunbooksWith } from './carry-queries.ts'
import { carryValues, tellOfCarried } from './carry-values.ts'
import { changeField, changeOption, deleteOptions, insertOption } from './custom-field-queries.ts'
import { getField } from './handlers.ts'
import { optionTypes } from './offered-fields.ts'
import { renderFieldOption } from './render-field-option.ts'
import { countUses } from './write-options.ts'

type Endpoints = typeof customFieldOptionEndpoints

const FIELD = 'custom_field_id'

/** The field and the option of the path, as they stand in a directory. @throws {AppError} 404 `not_found` */
function getHere(request: RequestBase, directory: Directory): { field: CustomField; option: FieldOption } {
  const field = getField(request, directory, FIELD)
  const option = field.options.find(({ id }) => id === request.params['id'])
  if (!option) throw refuse('not_found', { type: 'custom_field_option', id: request.call.params['id'] ?? '' })
  return { field, option }
}

const tell = (request: RequestBase, status: 200 | 201, field: CustomField, option: FieldOption) =>
  oneAnswer(request, status, renderFieldOption(option, field, request.caller.access), option.changed_seq)

function outcome(
  name: DirectoryOutcome['name'],
  status: 200 | 201,
  fieldId: number,
  id: number,
): DirectoryOutcome {
  return {
    name,
    changed: [
      { type: 'custom_field_option', id },
      { type: 'custom_field', id: fieldId },
    ],
    tell({ customFields }, request) {
      const field = customFields.get(fieldId) as CustomField
      return tell(request, status, field, field.options.find((option) => option.id === id) as FieldOption)
    },
  }
}

const nameTaken = (error: unknown, name: unknown) =>
  brokenConstraint(error) === 'custom_field_option_name_taken'
    ? new AppError(
        problem('taken', { name: 'name', value: String(name) }, { pointer: '/data/attributes/name' }),
      )
    : error

const wrong = (name: string, reason: string) =>
  new AppError(problem('validation_failed', {}, { pointer: `/data/attributes/${name}`, meta: { reason } }))

export const customFieldOptionHandlers: HandlersFor<Endpoints> = {
  async listCustomFieldOptions(request) {
    const { values, sort, page } = request.query
    const field = getField(
      request,
      await request.services.directories.at(request.standing.instanceRevision),
      FIELD,
    )
    const found = field.options.filter(
      ({ archived_at }) => (archived_at !== null) === (values.archived ?? false),
    )
    const options = sorted(found, sort, (option, name) => (name === 'order' ? option.order : option.name))
    const { access } = request.caller
    return pageAnswer(request, pageOf(options, page, byId), (option) =>
      renderFieldOption(option, field, access),
    )
  },

  async getCustomFieldOption(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const { field, option } = getHere(request, directory)
    return tell(request, 200, field, option)
  },

  async createCustomFieldOption(request) {
    const { name = '', color = null, order, default: isDefault, archived } = request.write.attributes
    try {
      return await actOnDirectory(request, async ({ trx, seq, at, directory }) => {
        const field = getField(request, directory, FIELD)
        if (!optionTypes.includes(field.field_type)) throw wrong('name', 'field_type')
        if (isDefault && archived) throw wrong('default', 'archived')
        if (field.options.length >= OPTIONS_AT_MOST)
          throw refuse('out_of_range', { name: 'custom_field_options', maximum: OPTIONS_AT_MOST })
        const last = Math.max(0, ...field.options.map((option) => option.order))
        const { id } = await insertOption(trx, {
          custom_field_id: field.id,
          name,
          color,
          order: order ?? Math.min(ORDER_AT_MOST, last + 1),
          archived_at: archived ? sqlTime(at) : null,
          changed_seq: seq,
        })
        await changeField(trx, field.id, {
          changed_seq: seq,
          updated_at: sqlTime(at),
          ...(isDefault ? { default_value: name } : {}),
        })
        return outcome('custom_field_option.created', 201, field.id, id)
      })
    } catch (error) {
      throw nameTaken(error, name)
    }
  },

  async updateCustomFieldOption(request) {
    const { default: isDefault, archived, ...plain } = request.write.attributes
    let carried: readonly CarriedRunbook[] = []
    try {
      const answer = await actOnDirectory(
        request,
        async (action) => {
          const { trx, seq, at, directory } = action
          const { field, option } = getHere(request, directory)
          checkMatch(request, option.id, option.changed_seq)
          const name = plain.name ?? option.name
          const isArchived = archived ?? option.archived_at !== null
          if (isDefault && isArchived) throw wrong('default', 'archived')
          if (name !== option.name)
            carried = await carryValues(request, action, field, (value) =>
              typeof value === 'string'
                ? renamed(value, option.name, name)
                : value.map((one) => renamed(one, option.name, name)),
            )
          const was = field.default_value === option.name
          const is = !isArchived && (isDefault ?? was)
          await changeOption(trx, option.id, {
            ...plain,
            ...(archived === undefined || isArchived === (option.archived_at !== null)
              ? {}
              : { archived_at: isArchived ? sqlTime(at) : null }),
            changed_seq: seq,
          })
          await changeField(trx, field.id, {
            changed_seq: seq,
            updated_at: sqlTime(at),
            ...(is ? { default_value: name } : was ? { default_value: null } : {}),
          })
          return outcome('custom_field_option.updated', 200, field.id, option.id)
        },
        plain.name === undefined ? undefined : (trx) => lockRunbooksWith(trx, request.params[FIELD] ?? 0),
      )
      tellOfCarried(request, carried)
      return answer
    } catch (error) {
      throw nameTaken(error, plain.name)
    }
  },

  deleteCustomFieldOption: (request) =>
    actOnDirectory(request, async (action) => {
      const { trx, seq, at, directory } = action
      const { field, option } = getHere(request, directory)
      checkMatch(request, option.id, option.changed_seq)
      const values = await countUses(action, field, option)
      if (values > 0)
        throw new AppError(problem('option_in_use', { option: option.name, values }, { meta: { values } }))
      await deleteOptions(trx, [option.id])
      await changeField(trx, field.id, {
        changed_seq: seq,
        updated_at: sqlTime(at),
        ...(field.default_value === option.name ? { default_value: null } : {}),
      })
      return {
        ...outcome('custom_field_option.deleted', 200, field.id, option.id),
        tell: () => emptyAnswer,
      }
    }),
}

const renamed = (value: string, from: string, to: string) => (value === from ? to : value)
