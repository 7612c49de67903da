import type { CoreAnswer } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import { listAnswer, renderResource, resourceAnswer } from './document.ts'
import { includedFor } from './include.ts'
import type { Listed } from './listed.ts'
import { loaders } from './loaders.ts'
import type { Rendered } from './wire.ts'

/** An answer with one page of resources, and with what `include` asks for. */
export async function pageAnswer<T>(
  request: RequestBase,
  { rows, total, isLast }: Listed<T>,
  render: (row: T) => Rendered,
): Promise<CoreAnswer> {
  const { address, query } = request
  const page = rows.map(render)
  const included = await includedFor(request, loaders, page)
  const data = page.map((resource) => renderResource(resource, query.fields))
  return listAnswer(address, query, data, { total, isLast, lastId: page.at(-1)?.id }, { included })
}

/**
 * An answer with one resource, and with what `include` asks for.
 *
 * @param etag sequence at which the resource last changed
 */
export async function oneAnswer(
  request: RequestBase,
  status: 200 | 201,
  resource: Rendered,
  etag?: number,
): Promise<CoreAnswer> {
  const included = await includedFor(request, loaders, [resource])
  return resourceAnswer(status, renderResource(resource, request.query.fields), { included, etag })
}
