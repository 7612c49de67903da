import { queryOptions, useQuery } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import { linkedId } from '../workspaces/documents.ts'
import type { DrawnTaskType } from './review-import.ts'

const MINUTE = 60_000

/** The types that tasks of a workspace may have. */
export const taskTypesQuery = (workspaceId: string | undefined) =>
  queryOptions({
    queryKey: ['task-types', 'of-workspace', workspaceId],
    staleTime: MINUTE,
    queryFn: async ({ signal }): Promise<readonly DrawnTaskType[]> => {
      const found: DrawnTaskType[] = []
      for await (const type of client().all('listTaskTypes', { signal })) {
        const owner = linkedId(type, 'workspace')
        if (!type.attributes.archived && (owner === undefined || owner === workspaceId))
          found.push(type.attributes)
      }
      return found
    },
  })

/** Names of the custom fields that tasks of a workspace may have, as headings of a file would say them. */
export function useCustomFieldNames(workspaceId: string | undefined): readonly string[] | undefined {
  const { data } = useQuery({
    queryKey: ['custom-fields', 'of-tasks', workspaceId],
    staleTime: MINUTE,
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const names = new Set<string>()
      const query = {
        apply_to: ['task_add_edit', 'task_edit'],
        archived: false,
        ...(workspaceId === undefined ? {} : { workspace_id: workspaceId, global: true }),
      } as const
      for await (const { attributes } of client().all('listCustomFields', { query, signal }))
        names.add(attributes.display_name ?? attributes.name)
      return [...names]
    },
  })
  return data
}
