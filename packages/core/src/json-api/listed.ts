import type { ParsedQuery } from '@runsheet/contract'

/** One page of a list, and how many records there are in all. */
export interface Listed<T> {
  readonly rows: readonly T[]
  readonly total: number
  /** The list ends with this page. */
  readonly isLast: boolean
}

/** The part of a list in memory that is asked for. */
export function pageOf<T>(
  rows: readonly T[],
  { offset, size, after }: ParsedQuery['page'],
  idOf: (row: T) => number | string,
): Listed<T> {
  const last = after === undefined ? -1 : rows.findIndex((row) => String(idOf(row)) === after)
  const from = last < 0 ? offset : last + 1
  return { rows: rows.slice(from, from + size), total: rows.length, isLast: from + size >= rows.length }
}

/** How most records are named. */
export const byId = ({ id }: { readonly id: number }): number => id

const collator = new Intl.Collator('en')

/**
 * A list in memory in the order that is asked for; rows that are equal stay in their order.
 *
 * @param valueOf the value of a row by which a field sorts; nothing sorts last
 */
export function sorted<T>(
  rows: readonly T[],
  sort: ParsedQuery['sort'],
  valueOf: (row: T, field: string) => string | number | null,
): T[] {
  return [...rows].sort((a, b) => {
    for (const { field, descending } of sort) {
      const order = compare(valueOf(a, field), valueOf(b, field))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
