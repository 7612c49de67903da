import { type CoreAnswer, type PageEnd, type ParsedQuery, pageLinks, pageMeta } from '@runsheet/contract'
import type { Rendered } from './wire.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** What a resource of a page looks like as text, with only the members that `fields` asks for. */
export function renderResource(resource: Rendered, fields: ParsedQuery['fields']): string {
  const wanted = Object.hasOwn(fields, resource.type) ? fields[resource.type] : undefined
  if (!wanted) return JSON.stringify(resource)
  const pick = (members: object) =>
    Object.fromEntries(Object.entries(members).filter(([name]) => wanted.includes(name)))
  return JSON.stringify({
    ...resource,
    attributes: pick(resource.attributes),
    relationships: pick(resource.relationships),
  })
}

export interface Extras {
  /** Rendered resources for `included`; undefined leaves the member out. */
  readonly included?: readonly string[] | undefined
  readonly meta?: Readonly<Record<string, unknown>> | undefined
  readonly etag?: number | undefined
}

const includedMember = (included: readonly string[] | undefined) =>
  included ? `,"included":[${included.join(',')}]` : ''

/** An answer with one resource. */
export function resourceAnswer(
  status: 200 | 201,
  data: string,
  { included, meta, etag }: Extras = {},
): CoreAnswer {
  const headers: Record<string, string> = { 'content-type': JSON_TYPE }
  if (etag !== undefined) headers['etag'] = `"${etag}"`
  return {
    status,
    headers,
    body: `{"data":${data}${includedMember(included)}${meta ? `,"meta":${JSON.stringify(meta)}` : ''}}`,
  }
}

/** An answer with several resources, which are all that there is to tell. */
export function resourcesAnswer(data: readonly string[]): CoreAnswer {
  return { status: 200, headers: { 'content-type': JSON_TYPE }, body: `{"data":[${data.join(',')}]}` }
}

/**
 * An answer with a page of resources.
 *
 * @param counted how many there are in all, counted a moment before or after: at least as many as are shown
 */
export function listAnswer(
  address: string,
  query: ParsedQuery,
  data: readonly string[],
  { total: counted, ...end }: PageEnd & { readonly total: number },
  { included, meta }: Extras = {},
): CoreAnswer {
  const before = query.page.after === undefined ? query.page.offset : 0
  const total = Math.max(counted, data.length > 0 ? before + data.length : 0)
  const links = pageLinks(address, query.others, query.page, total, end)
  const body = `{"data":[${data.join(',')}]${includedMember(included)},"links":${JSON.stringify(links)},"meta":${JSON.stringify({ ...pageMeta(query.page, total), ...meta })}}`
  return { status: 200, headers: { 'content-type': JSON_TYPE }, body }
}

/** An answer with every resource on one page, whatever page was asked for. */
export function wholeListAnswer(
  address: string,
  query: ParsedQuery,
  data: readonly string[],
  { included, meta }: Extras = {},
): CoreAnswer {
  const self =
    query.others.length === 0
      ? address
      : `${address}?${query.others.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
  const links = { self, first: self, prev: null, next: null, last: self }
  const page = { number: 1, size: data.length, total: data.length, pages: 1 }
  const body = `{"data":[${data.join(',')}]${includedMember(included)},"links":${JSON.stringify(links)},"meta":${JSON.stringify({ page, ...meta })}}`
  return { status: 200, headers: { 'content-type': JSON_TYPE }, body }
}

/** 204. */
export const emptyAnswer: CoreAnswer = { status: 204, headers: {}, body: null }

/** A document that is not a resource or a page of them. */
export function jsonAnswer(status: 200 | 201, document: unknown): CoreAnswer {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(document) }
}
