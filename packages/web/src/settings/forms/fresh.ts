import { queryOptions } from '@tanstack/react-query'

/** What was read for a form. */
export interface Fresh<T> {
  readonly data: T
  /** For `ifMatch` of the change. */
  readonly etag: string | undefined
}

/** One resource as it is now, for a form: read when the form opens, and not again behind its back. */
export const freshQuery = <T>(key: readonly string[], read: () => Promise<Fresh<T>>) =>
  queryOptions({
    queryKey: ['fresh', ...key],
    queryFn: read,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
