import { ApiError, type CallInput } from '@runsheet/client'
import type { PlanMapping } from '@runsheet/domain'
import { client } from '../server/client.ts'

/** The rows to be sent, and what their columns mean. */
export interface Sending {
  readonly csv: string
  readonly mapping: PlanMapping
}

/**
 * Asks the server whether the rows would be taken; nothing is written.
 *
 * @throws {ApiError} with every row that would be refused
 */
export async function rehearseImport(runbookId: string, { csv, mapping }: Sending, signal: AbortSignal) {
  const query = { dry_run: true, mapping }
  await client().importTasks({ params: { runbook_id: runbookId }, query, body: csv, signal })
}

/** Keys under which the same rows may be sent again without coming in twice. */
export interface ImportKeys {
  readonly create: string
  readonly write: string
}

export const newImportKeys = (): ImportKeys => ({ create: crypto.randomUUID(), write: crypto.randomUUID() })

/** Writes the rows into a runbook: all of them, or none. */
export async function writeRows(
  runbookId: string,
  { csv, mapping }: Sending,
  keys: ImportKeys,
): Promise<void> {
  const params = { runbook_id: runbookId }
  await client().importTasks({ params, query: { mapping }, body: csv, idempotencyKey: keys.write })
}

/**
 * Makes a runbook of the rows. When they are refused, the runbook goes again, so that nothing is left.
 *
 * @returns the id of the runbook
 */
export async function writeNewRunbook(
  runbook: CallInput<'createRunbook'>,
  sending: Sending,
  keys: ImportKeys,
): Promise<string> {
  const { data } = await client().createRunbook({ ...runbook, idempotencyKey: keys.create })
  try {
    await writeRows(data.id, sending, keys)
    return data.id
  } catch (error) {
    if (error instanceof ApiError)
      await client()
        .deleteRunbook({ params: { id: data.id } })
        .catch(() => undefined)
    throw error
  }
}
