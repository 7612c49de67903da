import { type Problem, problem } from '../errors/index.ts'

export type PageStyle = 'number' | 'plain' | 'offset' | 'cursor'

/** What part of a list is asked for. All four styles of the contract come down to an offset and a size. */
export interface Page {
  readonly style: PageStyle
  readonly size: number
  readonly offset: number
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
  if (styles.length > 1 || (has('page[size]') && has('page[limit]'))) {
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

  if (style === 'cursor') {
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
  return { style, size, offset: style === 'offset' ? from : (from - 1) * size }
}

/** An opaque cursor: where the next page begins, and its size. */
export function writeCursor(offset: number, size: number): string {
  return `o${offset.toString(36)}s${size.toString(36).padStart(2, '0')}`
}

function readCursor(cursor: string): { offset: number; size: number } | undefined {
  const match = /^o([0-9a-z]{1,7})s([0-9a-z]{2})$/.exec(cursor)
  if (!match) return undefined
  const [offset, size] = [Number.parseInt(match[1] ?? '', 36), Number.parseInt(match[2] ?? '', 36)]
  return size >= 1 && offset <= MAX_OFFSET ? { offset, size } : undefined
}

/** The parameters that say the same page at another offset, in the style of the request. */
export function pageParametersAt(page: Page, offset: number): [PageParameter, string][] {
  if (page.style === 'offset')
    return [
      ['page[limit]', String(page.size)],
      ['page[offset]', String(offset)],
    ]
  if (page.style === 'cursor') return [['cursor', writeCursor(offset, page.size)]]
  const number = String(Math.floor(offset / page.size) + 1)
  return page.style === 'plain'
    ? [
        ['page', number],
        ['page[size]', String(page.size)],
      ]
    : [
        ['page[number]', number],
        ['page[size]', String(page.size)],
      ]
}

export interface PageLinks {
  readonly self: string
  readonly first: string
  readonly prev: string | null
  readonly next: string | null
  readonly last: string
}

/**
 * Links of a page. Every other parameter of the request is kept as it was sent.
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
): PageLinks {
  const at = (offset: number) =>
    `${address}?${[...others, ...pageParametersAt(page, offset)].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
  const last =
    total === 0
      ? 0
      : Math.floor((total - 1) / page.size) * page.size +
        (page.style === 'offset' ? page.offset % page.size : 0)
  const lastOffset = last >= total && last > 0 ? last - page.size : last
  return {
    self: at(page.offset),
    first: at(0),
    prev: page.offset > 0 ? at(Math.max(0, Math.min(page.offset, lastOffset + page.size) - page.size)) : null,
    next: page.offset + page.size < total ? at(page.offset + page.size) : null,
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
