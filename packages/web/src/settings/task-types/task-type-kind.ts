import { theWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { typeSign } from '../../signs/sign-paths.ts'
import { changesOf } from '../forms/changes-of.ts'
import type { TypeDraft, TypeKind } from '../types/type-kind.ts'
import { TaskTypeFields, type TaskTypeOwn } from './task-type-fields.tsx'
import { TaskTypeIcon } from './task-type-icon.tsx'
import { allTaskTypesQuery, readTaskTypesAgain, type TaskType } from './task-type-queries.ts'

/** The types of tasks. */
export const taskTypeKind: TypeKind<TaskType, TaskTypeOwn> = {
  resource: 'task_type',
  words: () => theWords().types.task,
  icon: TaskTypeIcon,
  list: allTaskTypesQuery,
  async read(id) {
    const { body, etag } = await client().send('getTaskType', { params: { id } })
    return { data: body.data, etag }
  },
  readAgain: readTaskTypesAgain,
  archive: (id) => client().archiveTaskType({ params: { id } }),
  restore: (id) => client().restoreTaskType({ params: { id } }),
  create: (draft, where) =>
    client().createTaskType({
      attributes: attributesOf(draft),
      ...(where === null ? {} : { relationships: { workspace: { type: 'workspace', id: where } } }),
    }),
  change: (id, before, after, ifMatch) =>
    client().updateTaskType({
      params: { id },
      attributes: changesOf(attributesOf(before), attributesOf(after)),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    }),
  iconOf: ({ attributes }) => typeSign(attributes),
  doesOf({ attributes }) {
    const { short } = theWords().types.task
    return flags.filter((flag) => attributes[flag]).map((flag) => short[flag])
  },
  columns: () => [],
  blank: {
    zero_duration: false,
    off_end: false,
    auto_start: false,
    auto_finish: false,
    fixed_start: true,
  },
  draftOf({ attributes }) {
    const { name, key, description, color, icon, default: isDefault, disabled } = attributes
    const { zero_duration, off_end, auto_start, auto_finish, fixed_start } = attributes
    return {
      common: { name, key, description, color, icon, default: isDefault, disabled },
      own: { zero_duration, off_end, auto_start, auto_finish, fixed_start },
    }
  },
  isKeyRequired: true,
  members: ['zero_duration', 'off_end', 'auto_start', 'auto_finish', 'fixed_start'],
  fields: TaskTypeFields,
}

const flags = ['zero_duration', 'off_end', 'auto_start', 'auto_finish', 'fixed_start'] as const

const attributesOf = ({ common, own }: TypeDraft<TaskTypeOwn>) => ({ ...common, ...own })
