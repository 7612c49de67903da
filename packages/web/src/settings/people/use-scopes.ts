import { useQueries, useQuery } from '@tanstack/react-query'
import { useWords } from '../../language/language.ts'
import { useMe } from '../../server/use-me.ts'
import { allows } from '../../workspaces/documents.ts'
import { foldersQuery, workspacesQuery } from '../../workspaces/queries.ts'
import { maySomewhere } from '../may-somewhere.ts'
import { teamsQuery } from '../teams/teams-queries.ts'

export type ScopeKind = 'instance' | 'workspace' | 'folder' | 'team'

/** Something on which a role can be granted by the person. */
export interface GrantScope {
  readonly kind: ScopeKind
  readonly id: string
  readonly name: string
}

/**
 * Everything on which the person may grant roles: the whole instance, workspaces, folders and central teams with the name of
 * theirs.
 */
export function useGrantScopes(): readonly GrantScope[] {
  const { settings } = useWords()
  const me = useMe()
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const folders = useQueries({
    queries: workspaces.map(({ id }) => foldersQuery(id)),
    combine: (results) => results.map(({ data }) => data ?? []),
  })
  const { data: teams = [] } = useQuery(teamsQuery(false))
  return [
    ...(maySomewhere(me, 'people.manage') ? [{ kind: 'instance' as const, id: '', name: '' }] : []),
    ...workspaces
      .filter((workspace) => allows(workspace, 'create', 'role'))
      .map(({ id, attributes }) => ({ kind: 'workspace' as const, id, name: attributes.name })),
    ...workspaces.flatMap((workspace, at) =>
      (folders[at] ?? [])
        .filter((folder) => allows(folder, 'create', 'role'))
        .map(({ id, attributes }) => ({
          kind: 'folder' as const,
          id,
          name: `${workspace.attributes.name} / ${attributes.name}`,
        })),
    ),
    // Who grants roles in a workspace does so on its teams.
    ...workspaces
      .filter((workspace) => allows(workspace, 'create', 'role'))
      .flatMap((workspace) =>
        teams
          .filter(({ workspaceId }) => workspaceId === workspace.id)
          .map(({ id, name }) => ({
            kind: 'team' as const,
            id,
            name: `${workspace.attributes.name} / ${settings.people.teamScope(name)}`,
          })),
      ),
  ]
}
