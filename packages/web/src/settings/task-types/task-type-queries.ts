import type { ItemOf } from '@runsheet/client'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'

export type TaskType = ItemOf<'listTaskTypes'>

/** Every task type that the person sees, of the instance and of workspaces, those out of use included. */
export const taskTypesQuery = (archived: boolean) =>
  queryOptions({
    queryKey: ['task-types', 'all', archived],
    queryFn: async ({ signal }): Promise<readonly TaskType[]> => {
      const found: TaskType[] = []
      for (const disabled of [false, true]) {
        const query = { archived, disabled, page: { size: 100 } } as const
        for await (const { data } of client().pages('listTaskTypes', { query, signal })) found.push(...data)
      }
      return found
    },
  })

/** After a change of a task type. */
export const readTaskTypesAgain = () => queryClient.invalidateQueries({ queryKey: ['task-types'] })
