import { ORDER_AT_MOST } from '@runsheet/contract'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'

type Field = Tables['custom_field']
type Option = Tables['custom_field_option']
type Group = Tables['custom_field_group']

/** Breaks `custom_field_name_taken` when the name is in use. */
export function insertField(trx: Trx, field: Insertable<Field>): Promise<Row<'custom_field'>> {
  return trx.insertInto('custom_field').values(field).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `custom_field_name_taken` when the name is in use. */
export async function changeField(trx: Trx, id: number, patch: Updateable<Field>): Promise<void> {
  await trx.updateTable('custom_field').set(patch).where('id', '=', id).execute()
}

/** Breaks `custom_field_name_taken` when a name is in use. */
export async function changeFields(
  trx: Trx,
  ids: readonly number[],
  patch: Updateable<Field>,
): Promise<void> {
  await trx
    .updateTable('custom_field')
    .set(patch)
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute()
}

/**
 * Adds options, last of their fields and in their order; those that are there are left as they are.
 *
 * @returns those that were added
 */
export async function insertOptions(
  trx: Trx,
  options: readonly { custom_field_id: number; name: string }[],
  seq: number,
): Promise<Row<'custom_field_option'>[]> {
  const { rows } = await sql<Row<'custom_field_option'>>`
    insert into custom_field_option (custom_field_id, name, "order", changed_seq)
    select n.field, n.name, least(${ORDER_AT_MOST}, coalesce((select max(o."order") from custom_field_option o where o.custom_field_id = n.field), 0) + n.place), ${seq}
    from unnest(${options.map(({ custom_field_id }) => custom_field_id)}::bigint[], ${options.map(({ name }) => name)}::text[])
      with ordinality as n (field, name, place)
    on conflict on constraint custom_field_option_name_taken do nothing
    returning *`.execute(trx)
  return rows
}

/** Breaks `custom_field_option_name_taken` when the field has an option of that name. */
export function insertOption(trx: Trx, option: Insertable<Option>): Promise<Row<'custom_field_option'>> {
  return trx.insertInto('custom_field_option').values(option).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `custom_field_option_name_taken` when the field has an option of that name. */
export async function changeOption(trx: Trx, id: number, patch: Updateable<Option>): Promise<void> {
  await trx.updateTable('custom_field_option').set(patch).where('id', '=', id).execute()
}

/** Gives the named options their places, 1, 2, 3 …, and takes them out of the archive. */
export async function placeOptions(
  trx: Trx,
  fieldId: number,
  names: readonly string[],
  seq: number,
): Promise<void> {
  await sql`
    update custom_field_option o set "order" = n.place, archived_at = null, changed_seq = ${seq}
    from unnest(${[...names]}::text[]) with ordinality as n (name, place)
    where o.custom_field_id = ${fieldId} and o.name = n.name
      and (o."order" <> n.place or o.archived_at is not null)`.execute(trx)
}

export async function archiveOptions(
  trx: Trx,
  ids: readonly number[],
  at: string,
  seq: number,
): Promise<void> {
  await trx
    .updateTable('custom_field_option')
    .set({ archived_at: at, changed_seq: seq })
    .where(sql<boolean>`id = any(${[...ids]})`)
    .where('archived_at', 'is', null)
    .execute()
}

export async function deleteOptions(trx: Trx, ids: readonly number[]): Promise<void> {
  await trx
    .deleteFrom('custom_field_option')
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute()
}

/** Breaks `custom_field_group_name_taken` when the name is in use. */
export function insertGroup(trx: Trx, group: Insertable<Group>): Promise<Row<'custom_field_group'>> {
  return trx.insertInto('custom_field_group').values(group).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `custom_field_group_name_taken` when the name is in use. */
export async function changeGroup(trx: Trx, id: number, patch: Updateable<Group>): Promise<void> {
  await trx.updateTable('custom_field_group').set(patch).where('id', '=', id).execute()
}

export async function deleteGroup(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('custom_field_group').where('id', '=', id).execute()
}
