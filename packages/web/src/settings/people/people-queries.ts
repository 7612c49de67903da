import type { ItemOf } from '@runsheet/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import type { PeopleSearch } from './people-search.ts'

const PAGE = 50

/** A person as the list shows one. */
export type PersonLine = ItemOf<'listUsers'>['attributes'] & {
  readonly id: string
  /** Ids of the types of their roles, each once. */
  readonly roleTypes: readonly string[]
}

export interface RoleType {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly may: string
}

/** Every role by its id. */
export const roleTypesQuery = queryOptions({
  queryKey: ['role-types'],
  staleTime: 60 * 60_000,
  queryFn: async ({ signal }): Promise<readonly RoleType[]> => {
    const { data } = await client().listRoleTypes({ query: { page: { size: 100 } }, signal })
    return data.map(({ id, attributes: { key, name, description } }) => ({ id, key, name, may: description }))
  },
})

/** People by name, page by page, each with the ids of the types of their roles. */
export const peopleQuery = ({ q, archived, programs }: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', q ?? '', archived ?? false, programs ?? false],
    initialPageParam: 1,
    queryFn: async ({ signal, pageParam }) => {
      const { data, included, meta } = await client().listUsers({
        query: {
          ...(q === undefined ? {} : { query: q }),
          ...(archived ? { archived: true } : {}),
          ...(programs ? { non_interactive: true } : {}),
          sort: 'last_name',
          include: 'roles',
          page: { number: pageParam, size: PAGE },
        },
        signal,
      })
      const typeOf = new Map(
        included?.flatMap((one) =>
          one.type === 'role' ? [[one.id, one.relationships.role_type.data?.id ?? ''] as const] : [],
        ),
      )
      const people = data.map(
        ({ id, attributes, relationships }): PersonLine => ({
          ...attributes,
          id,
          roleTypes: [...new Set(relationships.roles.data.flatMap((role) => typeOf.get(role.id) ?? []))],
        }),
      )
      return { people, total: meta.page.total, next: pageParam < meta.page.pages ? pageParam + 1 : undefined }
    },
    getNextPageParam: (last: { next: number | undefined }) => last.next,
  })

/** One person. @throws {ApiError} 404 when the caller does not see them */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: async ({ signal }) => {
      const { data } = await client().getUser({ params: { id }, query: { archived: true }, signal })
      return data
    },
  })

export interface HeldRole {
  readonly id: string
  readonly roleTypeId: string
  /** Null for the whole instance. */
  readonly scope: {
    readonly type: 'workspace' | 'folder' | 'team'
    readonly id: string
    readonly name: string
  } | null
}

/** The roles of a person, as far as the caller may see them, with the names of what they are held on. */
export const rolesQuery = (userId: string) =>
  queryOptions({
    queryKey: ['people', 'roles', userId],
    queryFn: async ({ signal }): Promise<readonly HeldRole[]> => {
      const query = { user_id: userId, include: 'scope', page: { size: 100 } } as const
      const { data, included } = await client().listRoles({ query, signal })
      const names = new Map(
        included?.map((one) => [
          `${one.type} ${one.id}`,
          'name' in one.attributes && typeof one.attributes.name === 'string' ? one.attributes.name : '',
        ]),
      )
      return data.map(({ id, relationships: { role_type, scope } }) => ({
        id,
        roleTypeId: role_type.data?.id ?? '',
        scope: scope.data
          ? { ...scope.data, name: names.get(`${scope.data.type} ${scope.data.id}`) ?? `#${scope.data.id}` }
          : null,
      }))
    },
  })
