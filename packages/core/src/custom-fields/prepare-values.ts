import type { CustomFieldWrite } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { CustomField } from '../directory/directory.ts'
import { listOutside } from '../workspaces/members.ts'
import { asksForOptions } from './added-options.ts'
import { isUserId } from './field-value.ts'
import { type FieldPlace, fieldsNamed } from './offered-fields.ts'
import type { ValueContext } from './value-context.ts'

/**
 * Looks up, in one statement and only where values name people, whom they may name.
 *
 * @returns also whether the values add options, so that the action needs a transaction
 */
export async function prepareValues(
  db: Db | Trx,
  writes: readonly CustomFieldWrite[] | undefined,
  place: FieldPlace,
): Promise<ValueContext & { readonly addsOptions: boolean }> {
  const people = (writes ?? []).flatMap((write) => {
    const isNamed = write.custom_field_id !== undefined || write.name !== undefined
    const ofPeople = isNamed && fieldsNamed(write, place).some(({ field_type }) => field_type === 'user')
    const { value } = write
    return ofPeople && typeof value === 'string' && isUserId(value) ? [Number(value)] : []
  })
  return {
    strangers: await listStrangers(db, people, place.workspaceId),
    added: [],
    addsOptions: asksForOptions(writes, place),
  }
}

/**
 * The same for the default that a field is to have.
 *
 * @param workspaceId of the field; null for a global one, whose default may name anybody
 */
export async function prepareDefault(
  db: Db | Trx,
  { field_type, default_value }: Pick<CustomField, 'field_type'> & { readonly default_value: string | null },
  workspaceId: number | null,
): Promise<ValueContext> {
  const isPerson = field_type === 'user' && default_value !== null && isUserId(default_value)
  return {
    strangers: await listStrangers(db, isPerson ? [Number(default_value)] : [], workspaceId),
    added: [],
  }
}

/** Which of some people are not there, are archived, or have no place in a workspace where one is named. */
async function listStrangers(
  db: Db | Trx,
  ids: readonly number[],
  workspaceId: number | null,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: number }>`
    select n.id from unnest(${[...ids]}::bigint[]) as n (id)
    where not exists (select from app_user u where u.id = n.id and u.archived_at is null)`.execute(db)
  const outside = workspaceId === null ? [] : await listOutside(db, ids, workspaceId)
  return new Set([...outside, ...rows.map(({ id }) => id)])
}
