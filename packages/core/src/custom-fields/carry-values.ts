import type { DirectoryAction } from '../directory/act-on-directory.ts'
import type { CustomField } from '../directory/directory.ts'
import type { RequestBase } from '../dispatch/request.ts'
import type { NewEvent } from '../events/event.ts'
import { type CarriedRunbook, type ChangedValue, changeValues, countValues } from './carry-queries.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldKind } from './offered-fields.ts'

/** What becomes of a value of a runbook or a task; undefined when nothing does. */
export type Convert = (value: FieldValue, kind: FieldKind) => FieldValue | undefined

/**
 * Changes the values of a field wherever they are, with an event in each runbook that has one, in the transaction that
 * changes the field: whoever reads the new field reads the new values, and each runbook tells what became of its own.
 *
 * @returns the runbooks, to be told of when the transaction is committed
 */
export async function carryValues(
  { caller, call }: RequestBase,
  { trx, at }: DirectoryAction,
  { id, name }: CustomField,
  convert: Convert,
): Promise<CarriedRunbook[]> {
  const changes = (await countValues(trx, id)).flatMap(({ kind, value }): ChangedValue[] => {
    const after = convert(value, kind) ?? null
    return JSON.stringify(after) === JSON.stringify(value) ? [] : [{ kind, before: value, after }]
  })
  if (changes.length === 0) return []
  return changeValues(trx, id, changes, {
    name: 'custom_field_values.updated',
    at,
    actor_id: caller.userId,
    request_id: call.requestId,
    resource: { type: 'custom_field', id: String(id), name },
  })
}

/** Tells those who watch the runbooks whose values were carried along. */
export function tellOfCarried({ services }: RequestBase, carried: readonly CarriedRunbook[]): void {
  for (const { runbook_id, seq, event } of carried)
    services.live.committed(runbook_id, seq, [event satisfies NewEvent])
}
