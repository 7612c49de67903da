import type { CallInput } from '@runsheet/client'
import type { Permission } from '@runsheet/contract'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** Something that is asked about: a request, or a permission in a place; without a place, on the instance. */
export type Asked =
  | Required<Pick<NonNullable<CallInput<'listAccess'>['query']>, 'method' | 'path'>>
  | { readonly permission: Permission; readonly runbook_id?: string; readonly task_id?: string }

/** Names of some people who may do something, those with the nearest role first: whom one can ask. */
export const whoMayQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['access', asked],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const place = 'path' in asked ? asked : { ...asked, permission: [asked.permission] }
      const { data, included } = await client().listAccess({
        query: { ...place, include: ['able'] },
        signal,
      })
      const names = new Map(
        included?.flatMap((one) => (one.type === 'user' ? [[one.id, one.attributes.name] as const] : [])),
      )
      return data[0]?.relationships.able.data.flatMap(({ id }) => names.get(id) ?? []) ?? []
    },
  })
