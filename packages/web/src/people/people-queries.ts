import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** People whose name or address has a text, who may take part in a workspace. */
export const foundPeopleQuery = (workspaceId: string, text: string) =>
  queryOptions({
    queryKey: ['people', 'found', workspaceId, text],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = {
        ...(text === '' ? {} : { query: text }),
        page: { size: 20 },
        sort: 'last_name',
      } as const
      const { data } = await client().listUsers({ query, signal })
      return data
    },
  })
