import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from '../server/client.ts'
import { namesOf } from './included.ts'
import { listQueryOf, type RunbooksSearch } from './runbooks-search.ts'

const PAGE = 60

/** The list of runbooks that the address asks for, page after page as it is scrolled. */
export function useRunbookList(search: RunbooksSearch, workspaceId: string | undefined) {
  const query = listQueryOf(search, workspaceId)
  const pages = useInfiniteQuery({
    queryKey: ['runbooks', 'list', query],
    initialPageParam: 1,
    staleTime: 10_000,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      client().listRunbooks({
        query: {
          ...query,
          page: { number: pageParam, size: PAGE },
          include: ['folder', 'workspace', 'author', 'runbook_type'],
        },
        signal,
      }),
    getNextPageParam: ({ meta: { page } }) => (page.number < page.pages ? page.number + 1 : undefined),
  })
  const { data } = pages
  return useMemo(() => {
    // A runbook that was touched while pages were read may stand on two of them.
    const rows = new Map((data?.pages ?? []).flatMap((page) => page.data).map((row) => [row.id, row]))
    return {
      ...pages,
      rows: [...rows.values()],
      names: namesOf((data?.pages ?? []).flatMap((page) => page.included ?? [])),
      total: data?.pages[0]?.meta.page.total ?? 0,
    }
  }, [data, pages])
}

export type RunbookList = ReturnType<typeof useRunbookList>
