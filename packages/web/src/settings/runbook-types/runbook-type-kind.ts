import { theWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { changesOf } from '../forms/changes-of.ts'
import type { TypeDraft, TypeKind } from '../types/type-kind.ts'
import { RunbookTypeFields, type RunbookTypeOwn } from './runbook-type-fields.tsx'
import { RunbookTypeIcon } from './runbook-type-icon.tsx'
import { allRunbookTypesQuery, type RunbookType, readRunbookTypesAgain } from './runbook-type-queries.ts'

/** The types of runbooks. */
export const runbookTypeKind: TypeKind<RunbookType, RunbookTypeOwn> = {
  resource: 'runbook_type',
  words: () => theWords().types.runbook,
  icon: RunbookTypeIcon,
  list: allRunbookTypesQuery,
  async read(id) {
    const { body, etag } = await client().send('getRunbookType', { params: { id } })
    return { data: body.data, etag }
  },
  readAgain: readRunbookTypesAgain,
  archive: (id) => client().archiveRunbookType({ params: { id } }),
  restore: (id) => client().restoreRunbookType({ params: { id } }),
  create: (draft, where) =>
    client().createRunbookType({
      attributes: attributesOf(draft),
      relationships: {
        ...(where === null ? {} : { workspace: { type: 'workspace', id: where } }),
        ...linksOf(draft.own),
      },
    }),
  change: (id, before, after, ifMatch) =>
    client().updateRunbookType({
      params: { id },
      attributes: changesOf(attributesOf(before), attributesOf(after)),
      relationships: changesOf(linksOf(before.own), linksOf(after.own)),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    }),
  iconOf: ({ attributes }) => attributes.icon,
  doesOf({ attributes }) {
    const { short } = theWords().types.runbook
    return flags.filter((flag) => attributes[flag]).map((flag) => short[flag])
  },
  columns: () => [
    {
      head: theWords().types.runbook.allows,
      cell: ({ relationships: { task_types, custom_fields } }) =>
        theWords().types.runbook.allowed(task_types.data.length, custom_fields.data.length),
    },
  ],
  blank: {
    flags: { dynamic: false, incident: false, enable_rto: false, restrict_create_to_templates: false },
    taskTypes: [],
    fields: [],
  },
  draftOf({ attributes, relationships }) {
    const { name, key, description, color, icon, default: isDefault, disabled } = attributes
    const { dynamic, incident, enable_rto, restrict_create_to_templates } = attributes
    return {
      common: { name, key: key ?? '', description, color, icon, default: isDefault, disabled },
      own: {
        flags: { dynamic, incident, enable_rto, restrict_create_to_templates },
        taskTypes: relationships.task_types.data.map(({ id }) => id),
        fields: relationships.custom_fields.data.map(({ id }) => id),
      },
    }
  },
  isKeyRequired: false,
  members: [
    'dynamic',
    'incident',
    'enable_rto',
    'restrict_create_to_templates',
    'task_types',
    'custom_fields',
  ],
  fields: RunbookTypeFields,
}

const flags = ['dynamic', 'incident', 'enable_rto', 'restrict_create_to_templates'] as const

const attributesOf = ({ common, own }: TypeDraft<RunbookTypeOwn>) => ({
  ...common,
  ...own.flags,
  key: common.key === '' ? null : common.key,
})

const linksOf = ({ taskTypes, fields }: RunbookTypeOwn) => ({
  task_types: taskTypes.map((id) => ({ type: 'task_type' as const, id })),
  custom_fields: fields.map((id) => ({ type: 'custom_field' as const, id })),
})
