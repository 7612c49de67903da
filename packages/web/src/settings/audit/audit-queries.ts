import type { ItemOf } from '@runsheet/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import { DAY, instantOfText } from '../../time/zone.ts'
import { type AuditSearch, auditKinds } from './audit-search.ts'

const PAGE = 50

export interface LogLine {
  readonly id: string
  readonly about: ItemOf<'listActionLogs'>['attributes']
  /** Undefined for somebody whom the caller may not know of. */
  readonly author: string | undefined
  /** It is about who did it. */
  readonly isOwn: boolean
  /** The runbook in which it happened; without a name when it is gone. Undefined for what is of no runbook. */
  readonly runbook: { readonly id: string; readonly name: string | undefined } | undefined
  /** The workspace in which it happened, where it is of no runbook; undefined for what is of the whole instance. */
  readonly workspace: string | undefined
}

type Ref = { readonly type: string; readonly id: string } | null

/** What is about a runbook is of its workspace, and happened in the runbook all the same. @param name of the place */
function runbookOf(
  { event, resource_name }: LogLine['about'],
  resource: Ref,
  place: Ref,
  name: string | undefined,
): LogLine['runbook'] {
  if (resource?.type === 'runbook')
    return { id: resource.id, name: event === 'runbook.deleted' ? undefined : (resource_name ?? undefined) }
  return place?.type === 'runbook' ? { id: place.id, name } : undefined
}

const startOf = (day: string, zone: string) => instantOfText(`${day}T00:00`, zone)
const wireOf = (instant: number) => new Date(instant * 1000).toISOString()

/** The log as far as the caller sees it, newest first, page by page. */
export const auditQuery = (search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', search, zone],
    initialPageParam: 1,
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal, pageParam }) => {
      const { person, kind, from, until } = search
      const after = from === undefined ? undefined : startOf(from, zone)
      const before = until === undefined ? undefined : startOf(until, zone)
      const { data, included, meta } = await client().listActionLogs({
        query: {
          ...(person === undefined ? {} : { user_id: person }),
          ...(kind === undefined ? {} : { event: auditKinds[kind].join(',') }),
          ...(after === undefined ? {} : { created_after: wireOf(after) }),
          ...(before === undefined ? {} : { created_before: wireOf(before + DAY) }),
          include: ['author', 'context'],
          page: { number: pageParam, size: PAGE },
        },
        signal,
      })
      const names = new Map(
        included?.map((one) => [
          `${one.type} ${one.id}`,
          'name' in one.attributes ? one.attributes.name : null,
        ]),
      )
      const nameOf = (ref: Ref) => (ref ? (names.get(`${ref.type} ${ref.id}`) ?? undefined) : undefined)
      const lines = data.map(({ id, attributes, relationships: { author, resource, context } }): LogLine => {
        const place = context.data
        return {
          id,
          about: attributes,
          author: nameOf(author.data),
          isOwn: resource.data?.type === 'user' && resource.data.id === author.data?.id,
          runbook: runbookOf(attributes, resource.data, place, nameOf(place)),
          workspace: place?.type === 'workspace' ? nameOf(place) : undefined,
        }
      })
      return { lines, total: meta.page.total, next: pageParam < meta.page.pages ? pageParam + 1 : undefined }
    },
    getNextPageParam: (last: { next: number | undefined }) => last.next,
  })
