import { queryOptions } from '@tanstack/react-query'

interface Wanted {
  readonly archived: boolean
  readonly disabled: boolean
  readonly page: { readonly size: number }
}

/** Every type of a kind that the person sees, of the instance and of workspaces, those out of use included. */
export const typesQuery = <T>(
  key: string,
  archived: boolean,
  pages: (query: Wanted, signal: AbortSignal) => AsyncIterable<{ readonly data: readonly T[] }>,
) =>
  queryOptions({
    queryKey: [key, 'all', archived],
    queryFn: async ({ signal }): Promise<readonly T[]> => {
      const found: T[] = []
      for (const disabled of [false, true])
        for await (const { data } of pages({ archived, disabled, page: { size: 100 } }, signal))
          found.push(...data)
      return found
    },
  })
