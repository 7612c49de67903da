import type { Permission } from '@runsheet/contract'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** Something that is asked about, in a runbook or about one of its tasks. */
export interface Asked {
  readonly runbookId: string
  readonly taskId: number | undefined
  readonly permission: Permission
}

/** Names of some people who may do something here, those with the nearest role first: whom one can ask. */
export const whoMayQuery = ({ runbookId, taskId, permission }: Asked) =>
  queryOptions({
    queryKey: ['access', runbookId, taskId ?? null, permission],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const query = {
        runbook_id: runbookId,
        ...(taskId === undefined ? {} : { task_id: String(taskId) }),
        permission: [permission],
        include: ['able'],
      } as const
      const { data, included } = await client().listAccess({ query, signal })
      const names = new Map(
        included?.flatMap((one) => (one.type === 'user' ? [[one.id, one.attributes.name] as const] : [])),
      )
      return data[0]?.relationships.able.data.flatMap(({ id }) => names.get(id) ?? []) ?? []
    },
  })
