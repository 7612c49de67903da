import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** People whose name or address has a text. */
export const foundPeopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', 'found', text],
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
