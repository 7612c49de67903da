import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import type { Folder } from './documents.ts'

const MINUTE = 60_000

/** The workspaces that the person can see, by name. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  staleTime: MINUTE,
  queryFn: async ({ signal }) => {
    const query = { sort: 'name', page: { size: 100 } } as const
    return (await client().listWorkspaces({ query, signal })).data
  },
})

/** All folders of a workspace, flat and by name. */
export const foldersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['folders', workspaceId],
    staleTime: MINUTE,
    queryFn: async ({ signal }): Promise<readonly Folder[]> => {
      const found: Folder[] = []
      const query = { sort: 'name', page: { size: 100 } } as const
      const input = { params: { workspace_id: workspaceId }, query, signal }
      for await (const { data } of client().pages('listFolders', input)) found.push(...data)
      return found
    },
  })

export const runbookTypesQuery = queryOptions({
  queryKey: ['runbook-types'],
  staleTime: 10 * MINUTE,
  queryFn: async ({ signal }) =>
    (await client().listRunbookTypes({ query: { page: { size: 100 } }, signal })).data,
})

/** Templates that a new runbook can be made from. */
export const templatesQuery = queryOptions({
  queryKey: ['runbooks', 'templates'],
  staleTime: MINUTE,
  queryFn: async ({ signal }) => {
    const query = { is_template: true, sort: 'name', page: { size: 100 } } as const
    return (await client().listRunbooks({ query, signal })).data
  },
})

/** Runbooks whose name has a text, those that were touched last first. */
export const foundRunbooksQuery = (text: string) =>
  queryOptions({
    queryKey: ['runbooks', 'found', text],
    staleTime: 15_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = {
        ...(text === '' ? {} : { query: text }),
        sort: '-touched_at',
        page: { size: 8 },
        include: 'workspace',
      } as const
      return client().listRunbooks({ query, signal })
    },
  })
