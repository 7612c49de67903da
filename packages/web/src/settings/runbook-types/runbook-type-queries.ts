import type { ItemOf } from '@runsheet/client'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'

export type RunbookType = ItemOf<'listRunbookTypes'>

/** Every runbook type that the person sees, of the instance and of workspaces, those out of use included. */
export const allRunbookTypesQuery = (archived: boolean) =>
  queryOptions({
    queryKey: ['runbook-types', 'all', archived],
    queryFn: async ({ signal }): Promise<readonly RunbookType[]> => {
      const found: RunbookType[] = []
      for (const disabled of [false, true]) {
        const query = { archived, disabled, page: { size: 100 } } as const
        for await (const { data } of client().pages('listRunbookTypes', { query, signal }))
          found.push(...data)
      }
      return found
    },
  })

/** After a change of a runbook type. */
export const readRunbookTypesAgain = () => queryClient.invalidateQueries({ queryKey: ['runbook-types'] })
