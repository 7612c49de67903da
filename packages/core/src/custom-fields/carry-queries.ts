import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { EventName, EventPayload, NewEvent } from '../events/event.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldKind } from './offered-fields.ts'

/** A value of a field, and how many runbooks or tasks have it. */
export interface CountedValue {
  readonly kind: FieldKind
  readonly value: FieldValue
  readonly count: number
}

/** Every value that a field has, in runbooks and in the tasks of their current versions. */
export async function countValues(db: Db | Trx, fieldId: number): Promise<CountedValue[]> {
  const key = String(fieldId)
  const { rows } = await sql<CountedValue>`
    select 'runbook' as kind, custom_field_values -> ${key} as value, count(*) as count
    from runbook where custom_field_values ? ${key} group by 2
    union all
    select 'task', t.custom_field_values -> ${key}, count(*)
    from runbook r join task t on t.version_id = r.current_version_id
    where t.custom_field_values ? ${key} group by 2`.execute(db)
  return rows
}

/** Locks the runbooks that have values of a field, themselves or in their tasks, in ascending order. */
export async function lockRunbooksWith(trx: Trx, fieldId: number): Promise<void> {
  const key = String(fieldId)
  await sql`
    select 1 from runbook r
    where r.custom_field_values ? ${key}
      or exists (select from task t where t.version_id = r.current_version_id and t.custom_field_values ? ${key})
    order by r.id for no key update`.execute(trx)
}

/** What becomes of a value; null when it goes. */
export interface ChangedValue {
  readonly kind: FieldKind
  readonly before: FieldValue
  readonly after: FieldValue | null
}

/** A runbook whose values were changed, with its event. */
export interface CarriedRunbook {
  readonly runbook_id: number
  readonly seq: number
  readonly event: NewEvent
}

/**
 * Changes values of a field wherever they are, in one statement whatever their number: one event for each runbook that has
 * one of them. Locks those runbooks in ascending order.
 */
export async function changeValues(
  trx: Trx,
  fieldId: number,
  changes: readonly ChangedValue[],
  about: Omit<NewEvent, 'workspace_id' | 'payload'> & {
    readonly name: EventName
    readonly resource: EventPayload['resource']
  },
): Promise<CarriedRunbook[]> {
  const { rows } = await sql<CarriedRunbook>`
    select runbook_id, seq, event
    from carry_field_values(${fieldId}, ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(about)}::jsonb)`.execute(
    trx,
  )
  return rows
}
