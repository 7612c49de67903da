import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** People whose name or address has a text. @param workspaceId only those who may take part in its runbooks and teams */
export const foundPeopleQuery = (text: string, workspaceId?: string) =>
  queryOptions({
    queryKey: ['people', 'found', text, workspaceId ?? null],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = {
        ...(text === '' ? {} : { query: text }),
        ...(workspaceId === undefined ? {} : { workspace_id: workspaceId }),
        page: { size: 20 },
        sort: 'last_name',
      } as const
      const { data } = await client().listUsers({ query, signal })
      return data
    },
  })

/** The central teams of a workspace, by name. */
export const centralTeamsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['teams', workspaceId],
    staleTime: 30_000,
    queryFn: async ({ signal }) => {
      const query = { workspace_id: workspaceId, sort: 'name', page: { size: 100 } } as const
      return (await client().listTeams({ query, signal })).data
    },
  })
