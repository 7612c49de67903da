import type { ParsedQuery } from '@runsheet/contract'
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Listed } from './listed.ts'

/** One thing by which a list is ordered. */
export interface Order {
  readonly column: string
  readonly descending: boolean
  /** It may have no value: then it comes last, whichever the direction. */
  readonly nullable?: boolean
}

/** The order that a request asks for, in columns of a table. */
export function ordersOf(
  table: keyof Tables,
  sort: ParsedQuery['sort'],
  nullable: readonly string[] = [],
): Order[] {
  return sort.map(({ field, descending }) => ({
    column: `${table}.${field}`,
    descending,
    nullable: nullable.includes(field),
  }))
}

const inOrder = (order: readonly Order[]): RawBuilder<unknown> =>
  sql.join(
    order.map(
      ({ column, descending, nullable }) =>
        sql`${sql.ref(column)} ${sql.raw(descending ? 'desc' : 'asc')}${sql.raw(nullable ? ' nulls last' : '')}`,
    ),
  )

/**
 * One page of a list, and the number of all.
 *
 * A page that begins after a record is found by where that record stands now, in the statement that reads the page: what
 * is added meanwhile neither repeats a record nor leaves one out.
 *
 * @param query everything in the list, without columns
 * @param order after it comes the id, so that there is one order only
 * @param id the column by which records are named on the wire, and its direction
 * @param select adds the columns, and joins that neither add rows nor leave some out
 */
export async function listPage<TB extends keyof Tables, DB2, TB2 extends keyof DB2, O extends object>(
  query: SelectQueryBuilder<Tables, TB, object>,
  { order, id, page }: { order: readonly Order[]; id: Order; page: ParsedQuery['page'] },
  select: (query: SelectQueryBuilder<Tables, TB, object>) => SelectQueryBuilder<DB2, TB2, O>,
): Promise<Listed<O>> {
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const ordered = inOrder([...order, id])
  const isByIdOnly = order.length === 0
  const { after } = page
  const found = await select(after !== undefined && isByIdOnly ? query.where(isBeyond(id, after)) : query)
    .orderBy(ordered as RawBuilder<never>)
    .limit(page.size + 1)
    .offset(
      after === undefined ? page.offset : isByIdOnly ? 0 : placeOf(query, id, ordered, after, page.offset),
    )
    .execute()
  return { rows: found.slice(0, page.size), total, isLast: found.length <= page.size }
}

/** That a record comes after another, where ids alone make the order: the index of the table finds it. */
function isBeyond({ column, descending }: Order, after: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} ${sql.raw(descending ? '<' : '>')} ${after}::bigint`
}

/** How many records come before and with one; the page that was meant where it is no longer in the list. */
function placeOf<TB extends keyof Tables>(
  query: SelectQueryBuilder<Tables, TB, object>,
  id: Order,
  ordered: RawBuilder<unknown>,
  after: string,
  offset: number,
): RawBuilder<number> {
  const placed = query.select([
    sql`${sql.ref(id.column)}`.as('record'),
    sql`row_number() over (order by ${ordered})`.as('place'),
  ])
  return sql<number>`coalesce((select place from ${placed} as placed where record = ${after}::bigint), ${offset})`
}
