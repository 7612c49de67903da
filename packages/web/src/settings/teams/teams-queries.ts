import { queryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'
import { allows } from '../../workspaces/documents.ts'

/** A central team with its members by name. */
export interface TeamLine {
  readonly id: string
  readonly name: string
  readonly workspaceId: string
  readonly isArchived: boolean
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly mayUpdate: boolean
  readonly mayArchive: boolean
}

/** The central teams of the workspaces that the person sees, by name. */
export const teamsQuery = (archived: boolean) =>
  queryOptions({
    queryKey: ['teams', 'all', archived],
    queryFn: async ({ signal }): Promise<readonly TeamLine[]> => {
      const found: TeamLine[] = []
      const query = { archived, include: 'users', sort: 'name', page: { size: 100 } } as const
      for await (const { data, included } of client().pages('listTeams', { query, signal })) {
        const names = new Map(
          included?.flatMap((one) => (one.type === 'user' ? [[one.id, one.attributes.name] as const] : [])),
        )
        for (const team of data)
          found.push({
            id: team.id,
            name: team.attributes.name,
            workspaceId: team.relationships.workspace.data?.id ?? '',
            isArchived: team.attributes.archived,
            members: team.relationships.users.data.map(({ id }) => ({ id, name: names.get(id) ?? `#${id}` })),
            mayUpdate: allows(team, 'update', 'team'),
            mayArchive: allows(team, 'archive', 'team'),
          })
      }
      return found
    },
  })

export const readTeamsAgain = () => queryClient.invalidateQueries({ queryKey: ['teams'] })
