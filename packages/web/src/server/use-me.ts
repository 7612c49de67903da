import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { client } from './client.ts'

/** The person who is signed in. */
export interface Me {
  readonly id: string
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly name: string
  readonly timezone: string | null
  readonly language: string | null
  readonly theme: 'dark' | 'light' | 'auto'
  readonly density: 'compact' | 'regular' | 'comfortable'
  readonly single_key_shortcuts: boolean
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me> => {
    const answer: unknown = await client().call('getMe' as never, { signal } as never)
    const { data } = answer as { data: { id: string; attributes: Omit<Me, 'id'> } }
    const { first_name, last_name, email } = data.attributes
    const name = [first_name, last_name].filter(Boolean).join(' ')
    return { ...data.attributes, id: data.id, name: name === '' ? email : name }
  },
})

/** The person who is signed in; known before anything that asks for it is shown. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}
