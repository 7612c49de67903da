import type { ItemOf } from '@runsheet/client'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'
import { typesQuery } from '../types/types-query.ts'

export type TaskType = ItemOf<'listTaskTypes'>

const KEY = 'task-types'

export const allTaskTypesQuery = (archived: boolean) =>
  typesQuery<TaskType>(KEY, archived, (query, signal) => client().pages('listTaskTypes', { query, signal }))

/** After a change of a task type. */
export const readTaskTypesAgain = () => queryClient.invalidateQueries({ queryKey: [KEY] })
