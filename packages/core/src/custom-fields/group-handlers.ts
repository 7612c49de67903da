import {
  AppError,
  type customFieldGroupEndpoints,
  type Identifier,
  type Problem,
  problem,
  refuse,
} from '@runsheet/contract'
import { brokenConstraint } from '../db/database-error.ts'
import {
  actOnDirectory,
  type DirectoryAction,
  type DirectoryOutcome,
  type Entry,
} from '../directory/act-on-directory.ts'
import type { Directory, FieldGroup } from '../directory/directory.ts'
import { mentions } from '../directory/scoped.ts'
import { seesScoped } from '../directory/sees-scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { sqlTime } from '../json-api/wire.ts'
import { changeFields, changeGroup, deleteGroup, insertGroup } from './custom-field-queries.ts'
import { renderFieldGroup } from './render-field-group.ts'

type Endpoints = typeof customFieldGroupEndpoints
type Write = CoreRequest<Endpoints['createCustomFieldGroup' | 'updateCustomFieldGroup']>

function tell(request: RequestBase, status: 200 | 201, group: FieldGroup, directory: Directory) {
  const rendered = renderFieldGroup(group, request.caller.access, directory)
  return oneAnswer(request, status, rendered, group.changed_seq)
}

function getHere(request: RequestBase, { fieldGroups }: Directory): FieldGroup {
  const group = fieldGroups.get(request.params['id'] ?? 0)
  if (!group) throw refuse('not_found', { type: 'custom_field_group', id: request.call.params['id'] ?? '' })
  return group
}

function outcome(
  name: DirectoryOutcome['name'],
  status: 200 | 201,
  id: number,
  fields: readonly number[],
): DirectoryOutcome {
  return {
    name,
    changed: [
      { type: 'custom_field_group', id },
      ...fields.map((field): Entry => ({ type: 'custom_field', id: field })),
    ],
    tell: (after, request) => tell(request, status, after.fieldGroups.get(id) as FieldGroup, after),
  }
}

const nameTaken = (error: unknown, name: unknown) =>
  brokenConstraint(error) === 'custom_field_group_name_taken'
    ? new AppError(
        problem('taken', { name: 'name', value: String(name) }, { pointer: '/data/attributes/name' }),
      )
    : error

/** The fields that a write puts into the group; undefined when it does not say. @throws {AppError} 422 `related_not_found` */
function readFields(request: Write, { customFields }: Directory): number[] | undefined {
  const sent = request.write.relationships.custom_fields as readonly Identifier[] | undefined
  const sees = seesScoped(request)
  const problems: Problem[] = []
  const ids = sent?.map(({ id: text }, index) => {
    const id = readId(text)
    const field = customFields.get(id)
    if (!field || !sees(field))
      problems.push(
        problem(
          'related_not_found',
          { type: 'custom_field', id: text },
          { pointer: `/data/relationships/custom_fields/data/${index}` },
        ),
      )
    return id
  })
  if (problems.length > 0) throw new AppError(problems)
  return ids
}

/**
 * Makes the fields of a group those that are named.
 *
 * @param isMeant false for a field that stays although it is not named: whoever does not see it cannot name it
 * @returns the fields that came or went
 */
async function moveFields(
  { trx, seq, at, directory }: DirectoryAction,
  groupId: number,
  wanted: readonly number[] | undefined,
  isMeant: (id: number) => boolean = () => true,
): Promise<number[]> {
  if (!wanted) return []
  const inIt = fieldsOf(directory, groupId)
  const came = [...new Set(wanted)].filter((id) => !inIt.includes(id))
  const went = inIt.filter((id) => !wanted.includes(id) && isMeant(id))
  const times = { changed_seq: seq, updated_at: sqlTime(at) }
  await changeFields(trx, came, { group_id: groupId, ...times })
  await changeFields(trx, went, { group_id: null, ...times })
  return [...came, ...went]
}

const fieldsOf = ({ customFields }: Directory, groupId: number): number[] =>
  [...customFields.values()].flatMap(({ id, group_id }) => (group_id === groupId ? [id] : []))

export const customFieldGroupHandlers: HandlersFor<Endpoints> = {
  async listCustomFieldGroups(request) {
    const { values, sort, page } = request.query
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    const found = [...directory.fieldGroups.values()].filter(({ name }) => mentions(values.query, name))
    const groups = sorted(found, sort, (group, name) => (name === 'order' ? group.order : group.name))
    const { access } = request.caller
    return pageAnswer(request, pageOf(groups, page, byId), (group) =>
      renderFieldGroup(group, access, directory),
    )
  },

  async getCustomFieldGroup(request) {
    const directory = await request.services.directories.at(request.standing.instanceRevision)
    return tell(request, 200, getHere(request, directory), directory)
  },

  async createCustomFieldGroup(request) {
    const { name = '', order = 0 } = request.write.attributes
    try {
      return await actOnDirectory(request, async (action) => {
        const { trx, seq, at, directory } = action
        const fields = readFields(request, directory)
        const times = { created_at: sqlTime(at), updated_at: sqlTime(at) }
        const { id } = await insertGroup(trx, { name, order, changed_seq: seq, ...times })
        return outcome('custom_field_group.created', 201, id, await moveFields(action, id, fields))
      })
    } catch (error) {
      throw nameTaken(error, name)
    }
  },

  async updateCustomFieldGroup(request) {
    const { attributes } = request.write
    try {
      return await actOnDirectory(request, async (action) => {
        const { trx, seq, at, directory } = action
        const before = getHere(request, directory)
        checkMatch(request, before.id, before.changed_seq)
        const fields = readFields(request, directory)
        await changeGroup(trx, before.id, { ...attributes, changed_seq: seq, updated_at: sqlTime(at) })
        const sees = seesScoped(request)
        const isSeen = (id: number) => sees(directory.customFields.get(id) ?? { workspace_id: null })
        const moved = await moveFields(action, before.id, fields, isSeen)
        return outcome('custom_field_group.updated', 200, before.id, moved)
      })
    } catch (error) {
      throw nameTaken(error, attributes.name)
    }
  },

  deleteCustomFieldGroup: (request) =>
    actOnDirectory(request, async (action) => {
      const before = getHere(request, action.directory)
      checkMatch(request, before.id, before.changed_seq)
      const fields = await moveFields(action, before.id, [])
      await deleteGroup(action.trx, before.id)
      return {
        ...outcome('custom_field_group.deleted', 200, before.id, fields),
        tell: () => emptyAnswer,
      }
    }),
}
