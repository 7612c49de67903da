import { type CustomFieldWrite, refuse } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { moveRevision } from '../directory/act-on-directory.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { commitInstance, type InstanceEvent, lockInstance } from '../instance/commit-instance.ts'
import { describeChange } from '../runbooks/changes.ts'
import { insertOptions } from './custom-field-queries.ts'
import { type FieldPlace, fieldsNamed, optionNames, optionTypes } from './offered-fields.ts'
import type { AddedOption } from './value-context.ts'

/** True when values would add options to their fields: then the action needs a transaction, to do both or nothing. */
export function asksForOptions(writes: readonly CustomFieldWrite[] | undefined, place: FieldPlace): boolean {
  return (writes ?? []).some((write) => {
    const values = typeof write.value === 'string' ? [write.value] : (write.value ?? [])
    if (write.custom_field_id === undefined && write.name === undefined) return false
    return fieldsNamed(write, place).some(
      (field) =>
        field.allow_field_creation &&
        optionTypes.includes(field.field_type) &&
        values.some((value) => value !== '' && !optionNames(field).includes(value)),
    )
  })
}

/**
 * Adds the options that values name, last of their fields, in the transaction that writes the values; each is an event of the
 * instance. Others may have added them meanwhile: then there is nothing to do.
 *
 * @throws {AppError} 422 `conflict` without a transaction: the fields were changed since it was judged that none is needed
 */
export async function addOptions(
  { caller, call, now }: RequestBase,
  trx: Trx | undefined,
  added: readonly AddedOption[],
): Promise<void> {
  const [first] = added
  if (!first) return
  if (!trx) throw refuse('conflict', { type: 'custom_field', id: String(first.field.id) })
  const { seq, last_event_at } = await lockInstance(trx)
  const options = await insertOptions(
    trx,
    added.map(({ field, name }) => ({ custom_field_id: field.id, name })),
    seq + 1,
  )
  if (options.length === 0) return
  const events = options.map((option): InstanceEvent => {
    const field = added.find(({ field: of }) => of.id === option.custom_field_id)?.field
    return {
      name: 'custom_field_option.created',
      workspaceId: field?.workspace_id ?? null,
      resource: { type: 'custom_field_option', id: String(option.id), name: option.name },
      things: [describeChange('custom_field_option', String(option.id), null, option)],
    }
  })
  await moveRevision(trx)
  const by = { actorId: caller.userId, requestId: call.requestId, at: Math.max(now, last_event_at) }
  await commitInstance(trx, by, events, null)
}
