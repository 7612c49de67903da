import {
  AppError,
  type customFieldEndpoints,
  type Identifier,
  type Problem,
  problem,
  type WriteOf,
  type WritesOf,
} from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import type { CustomField, Directory } from '../directory/directory.ts'
import { isSeenBy } from '../directory/sees-scoped.ts'
import { readId } from '../json-api/read-id.ts'
import { readEntries } from '../runbook-types/read-scoped.ts'
import { convertValue } from './convert-value.ts'
import { readValue } from './field-value.ts'
import { optionNames, optionTypes, searchableTypes, severalValued } from './offered-fields.ts'
import { prepareDefault } from './prepare-values.ts'
import type { ValueContext } from './value-context.ts'

type Endpoints = typeof customFieldEndpoints
type Write = Pick<WriteOf<Endpoints['createCustomField']>, 'attributes' | 'relationships'>
type Attributes = WritesOf<Endpoints['createCustomField']['resource']>

/** What a write makes of a field, its options by their names. */
export interface FieldWrite {
  /** Columns that it sets. */
  readonly patch: Partial<Omit<CustomField, 'id' | 'options'>>
  /** Names of the options in their order, where the write sets them. */
  readonly optionNames: readonly string[] | undefined
}

const blank = {
  name: '',
  display_name: null,
  field_type: 'text',
  apply_to: 'task_add_edit',
  default_value: null,
  group_id: null,
  parent_id: null,
  help_text: null,
  allow_field_creation: false,
} as const

/**
 * What a write makes of a field; reads nothing but whom a default names.
 *
 * @param before null for a new field
 * @param workspace_id of the field; null for a global one
 * @throws {AppError} 422 with every problem
 */
export async function readFieldWrite(
  db: Db | Trx,
  write: Write,
  directory: Directory,
  before: CustomField | null,
  { workspace_id, access }: { workspace_id: number | null; access: Access },
): Promise<FieldWrite> {
  const problems: Problem[] = []
  const { field_options, ...plain } = write.attributes as Attributes
  const { group, parent, runbook_types } = write.relationships
  const types = readEntries(
    runbook_types,
    'runbook_types',
    directory.runbookTypes,
    { within: workspace_id, before: before?.runbook_type_ids ?? [], access },
    problems,
  )
  const group_id = readGroup(group as Identifier | null | undefined, directory, problems)
  const parent_id = readParent(
    parent as Identifier | null | undefined,
    directory,
    { workspace_id, access },
    problems,
  )
  const patch = {
    ...plain,
    ...(types ? { runbook_type_ids: types } : {}),
    ...(group_id === undefined ? {} : { group_id }),
    ...(parent_id === undefined ? {} : { parent_id }),
  }
  const after = { ...blank, ...before, ...patch }
  checkOptions(field_options, after.field_type, problems)
  checkDependents(before, after.field_type, directory, problems)
  const names = field_options ?? (before ? optionNames(before) : [])
  const sent = { field_type: after.field_type, default_value: patch.default_value ?? null }
  const context = { ...(await prepareDefault(db, sent, workspace_id)), problems }
  const default_value = readDefault(patch.default_value, before, { ...after, names }, context)
  if (problems.length > 0) throw new AppError(problems)
  return {
    patch: { ...patch, ...(default_value === undefined ? {} : { default_value }) },
    optionNames: field_options,
  }
}

function readGroup(
  sent: Identifier | null | undefined,
  { fieldGroups }: Directory,
  problems: Problem[],
): number | null | undefined {
  if (!sent) return sent
  const id = readId(sent.id)
  if (!fieldGroups.has(id))
    problems.push(
      problem(
        'related_not_found',
        { type: 'custom_field_group', id: sent.id },
        { pointer: '/data/relationships/group/data' },
      ),
    )
  return id
}

/** A field depends on a searchable one that holds where it does, and that depends on none itself. */
function readParent(
  sent: Identifier | null | undefined,
  { customFields }: Directory,
  { workspace_id, access }: { workspace_id: number | null; access: Access },
  problems: Problem[],
): number | null | undefined {
  if (!sent) return sent
  const id = readId(sent.id)
  const parent = customFields.get(id)
  const where = { pointer: '/data/relationships/parent/data' }
  const isHere = parent?.workspace_id === workspace_id
  if (!parent || parent.archived_at !== null || !(isHere || isSeenBy(access)(parent)))
    problems.push(problem('related_not_found', { type: 'custom_field', id: sent.id }, where))
  else if (!isHere)
    problems.push(
      problem('related_not_in_scope', { type: 'custom_field', id: sent.id, scope: 'workspace' }, where),
    )
  else if (!searchableTypes.includes(parent.field_type) || parent.parent_id !== null)
    problems.push(problem('validation_failed', {}, { ...where, meta: { reason: 'parent_not_searchable' } }))
  return id
}

/** Fields are filled from a searchable one only, so that it stays one while others depend on it. */
function checkDependents(
  before: CustomField | null,
  field_type: CustomField['field_type'],
  { customFields }: Directory,
  problems: Problem[],
): void {
  if (before === null || searchableTypes.includes(field_type)) return
  if (![...customFields.values()].some(({ parent_id }) => parent_id === before.id)) return
  const where = { pointer: '/data/attributes/field_type', meta: { reason: 'dependent_fields' } }
  problems.push(problem('validation_failed', {}, where))
}

function checkOptions(
  names: readonly string[] | undefined,
  field_type: CustomField['field_type'],
  problems: Problem[],
): void {
  const pointer = '/data/attributes/field_options'
  if (!names) return
  if (names.length > 0 && !optionTypes.includes(field_type))
    problems.push(problem('validation_failed', {}, { pointer, meta: { reason: 'field_type' } }))
  for (const [index, name] of names.entries())
    if (names.indexOf(name) !== index)
      problems.push(
        problem('taken', { name: 'field_options', value: name }, { pointer: `${pointer}/${index}` }),
      )
}

/** The default after a write: it is a value of the field. One that was not sent follows a change of the type. */
function readDefault(
  sent: string | null | undefined,
  before: CustomField | null,
  after: Pick<CustomField, 'field_type' | 'name' | 'allow_field_creation' | 'default_value'> & {
    readonly names: readonly string[]
  },
  context: ValueContext & { readonly problems: Problem[] },
): string | null | undefined {
  const { field_type, names } = after
  if (sent === undefined && before && before.field_type !== field_type && before.default_value !== null) {
    const shape = { field_type, options: names }
    const { value } = convertValue(before.field_type, before.default_value, shape)
    return typeof value === 'string' ? value : (value?.[0] ?? null)
  }
  const value = sent === undefined ? after.default_value : sent
  if (value === null || value === '') return sent
  const field = { ...after, options: names.map((name) => ({ name, archived_at: null })) }
  readValue(
    // A default is an option that is there: nobody writes it, so nobody adds it.
    { ...field, allow_field_creation: false } as unknown as CustomField,
    severalValued.includes(field_type) ? [value] : value,
    undefined,
    '/data/attributes/default_value',
    context,
  )
  return sent
}
