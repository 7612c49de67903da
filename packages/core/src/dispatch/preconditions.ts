import { AppError, problem } from '@runsheet/contract'
import type { RequestBase } from './request.ts'

/**
 * Holds `If-Match` against the resource as it stands.
 *
 * @param changedSeq sequence at which the resource last changed: its ETag
 * @throws {AppError} 422 `stale_resource`
 */
export function checkMatch(
  { call, endpoint }: Pick<RequestBase, 'call' | 'endpoint'>,
  id: number | string,
  changedSeq: number,
): void {
  const wanted = call.ifMatch
  if (wanted === undefined || wanted.trim() === '*') return
  const tags = wanted.split(',').map((tag) => tag.trim())
  if (tags.includes(`"${changedSeq}"`)) return
  throw new AppError(
    problem(
      'stale_resource',
      { type: endpoint.resource.type, id: String(id) },
      { header: 'If-Match', meta: { etag: `"${changedSeq}"` } },
    ),
  )
}
