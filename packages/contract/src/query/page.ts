import { type Problem, problem } from '../errors/index.ts'
import { isId } from './parameter.ts'

export type PageStyle = 'number' | 'plain' | 'offset' | 'cursor'

/** What part of a list is asked for. All four styles of the contract come down to an offset and a size. */
export interface Page {
  readonly style: PageStyle
  readonly size: number
  readonly offset: number
  /** Id of the record after which it begins, wherever that stands by now; `offset` holds where it is gone. */
  readonly after?: string
}

export interface PageLimits {
  readonly size: number
  readonly max: number
}

export const DEFAULT_PAGE: PageLimits = { size: 50, max: 100 }

export const pageParameters = [
  'page[number]',
  'page[size]',
  'page',
  'page[limit]',
  'page[offset]',
  'page[after]',
  'cursor',
] as const
export type PageParameter = (typeof pageParameters)[number]

/** The largest offset that is understood; beyond it a list has no rows anyway. */
const MAX_OFFSET = 2_147_483_647

/**
 * Reads the page parameters of a list.
 *
 * @throws nothing; a number out of range or a mixture of styles is returned as a problem
 */
export function parsePage(given: ReadonlyMap<PageParameter, string>, limits: PageLimits): Page | Problem {
  const has = (name: PageParameter) => given.has(name)
  const styles: PageStyle[] = []
  if (has('page[number]')) styles.push('number')
  if (has('page')) styles.push('plain')
  if (has('page[offset]') || has('page[limit]')) styles.push('offset')
  if (has('cursor')) styles.push('cursor')
  const [first = 'page', second = 'page'] = given.keys()
  const isMixed = has('page[size]') && has('page[limit]')
  // A cursor says all of its page; only the first, which is empty, leaves the size open.
  const isTwice = has('cursor') && (has('page[after]') || (has('page[size]') && given.get('cursor') !== ''))
  if (styles.length > 1 || isMixed || isTwice) {
    return problem('invalid_page', { parameter: first, mixed_with: second }, { parameter: first })
  }

  const style = styles[0] ?? 'number'
  const whole = (
    name: PageParameter,
    fallback: number,
    minimum: number,
    maximum: number,
  ): number | Problem => {
    const text = given.get(name)
    if (text === undefined) return fallback
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    return value >= minimum && value <= maximum
      ? value
      : problem(
          'invalid_page',
          { parameter: name, minimum, maximum },
          { parameter: name, meta: { minimum, maximum } },
        )
  }

  const after = given.get('page[after]')
  if (after !== undefined && !isId(after))
    return problem('invalid_page', { parameter: 'page[after]' }, { parameter: 'page[after]' })
  if (style === 'cursor' && given.get('cursor') !== '') {
    const cursor = readCursor(given.get('cursor') ?? '')
    if (!cursor || cursor.size > limits.max)
      return problem('invalid_page', { parameter: 'cursor' }, { parameter: 'cursor' })
    return { style, ...cursor }
  }
  const size = whole(has('page[limit]') ? 'page[limit]' : 'page[size]', limits.size, 1, limits.max)
  if (typeof size !== 'number') return size
  const from =
    style === 'offset'
      ? whole('page[offset]', 0, 0, MAX_OFFSET)
      : whole(style === 'plain' ? 'page' : 'page[number]', 1, 1, Math.floor(MAX_OFFSET / size))
  if (typeof from !== 'number') return from
  const offset = style === 'offset' ? from : (from - 1) * size
  return { style, size, offset, ...(after === undefined ? {} : { after }) }
}

/** An opaque cursor: where the page begins, its size, and after which record. */
export function writeCursor(offset: number, size: number, after?: string): string {
  const place = `o${offset.toString(36)}s${size.toString(36).padStart(2, '0')}`
  return after === undefined ? place : `${place}-${after}`
}

function readCursor(cursor: string): { offset: number; size: number; after?: string } | undefined {
  const match = /^o([0-9a-z]{1,7})s([0-9a-z]{2})(?:-([0-9]{1,19}))?$/.exec(cursor)
  if (!match) return undefined
  const [offset, size] = [Number.parseInt(match[1] ?? '', 36), Number.parseInt(match[2] ?? '', 36)]
  const after = match[3]
  if (size < 1 || offset > MAX_OFFSET || (after !== undefined && !isId(after))) return undefined
  return { offset, size, ...(after === undefined ? {} : { after }) }
}

/** The parameters that say the same page at another place, in the style of the request. */
export function pageParametersAt(
  { style, size }: Page,
  offset: number,
  after?: string,
): [PageParameter, string][] {
  if (style === 'cursor') return [['cursor', writeCursor(offset, size, after)]]
  const number = String(Math.floor(offset / size) + 1)
  const place: Record<Exclude<PageStyle, 'cursor'>, [PageParameter, string][]> = {
    number: [
      ['page[number]', number],
      ['page[size]', String(size)],
    ],
    plain: [
      ['page', number],
      ['page[size]', String(size)],
    ],
    offset: [
      ['page[limit]', String(size)],
      ['page[offset]', String(offset)],
    ],
  }
  return after === undefined ? place[style] : [...place[style], ['page[after]', after]]
}

export interface PageLinks {
  readonly self: string
  readonly first: string
  readonly prev: string | null
  readonly next: string | null
  readonly last: string
}

/** How a page ends: the id of its last record, where it has one, and whether the list ends with it. */
export interface PageEnd {
  readonly lastId: string | undefined
  readonly isLast: boolean
}

/**
 * Links of a page. Every other parameter of the request is kept as it was sent. `next` names the last record of the page:
 * what is added before it meanwhile does not push it onto the next page.
 *
 * @param address scheme, host and path of the request, without its query
 * @param others the parameters of the request that are not about the page, in their order
 * @param total number of records in the whole list
 */
export function pageLinks(
  address: string,
  others: readonly (readonly [string, string])[],
  page: Page,
  total: number,
  { lastId, isLast }: PageEnd,
): PageLinks {
  const at = (offset: number, after?: string) =>
    `${address}?${[...others, ...pageParametersAt(page, offset, after)].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
  const last =
    total === 0
      ? 0
      : Math.floor((total - 1) / page.size) * page.size +
        (page.style === 'offset' ? page.offset % page.size : 0)
  const lastOffset = last >= total && last > 0 ? last - page.size : last
  return {
    self: at(page.offset, page.after),
    first: at(0),
    prev: page.offset > 0 ? at(Math.max(0, Math.min(page.offset, lastOffset + page.size) - page.size)) : null,
    next: isLast ? null : at(page.offset + page.size, lastId),
    last: at(Math.max(0, lastOffset)),
  }
}

/** `meta` of a list: the number of records and pages, and the offset form where it was asked for. */
export function pageMeta(page: Page, total: number) {
  const meta = {
    number: Math.floor(page.offset / page.size) + 1,
    size: page.size,
    total,
    pages: Math.ceil(total / page.size),
  }
  return page.style === 'offset'
    ? { page: meta, total, limit: page.size, offset: page.offset }
    : { page: meta }
}
