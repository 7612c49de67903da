import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** All of a runbook, beside its people, by which it is decided who may see it. */
export interface WatchedPlace {
  readonly folder_id: number | null
  /** The runbook is a template that others may be created from. */
  readonly is_offered: boolean
  /** Instants, milliseconds since the epoch. */
  readonly archived_at: number | null
  readonly workspace_archived_at: number | null
}

/** The same text as long as it is the same place. */
export function placeText(place: WatchedPlace): string {
  const { folder_id, is_offered, archived_at, workspace_archived_at } = place
  return [folder_id, is_offered, archived_at !== null, workspace_archived_at !== null].join(' ')
}

/** Where some runbooks lie, as `placeText`, by their ids. */
export async function listPlaces(
  db: Db,
  runbookIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<WatchedPlace & { id: number }>`
    select r.id, r.folder_id, coalesce(r.is_template and r.template_status = 'approved', false) as is_offered, r.archived_at,
      w.archived_at as workspace_archived_at
    from runbook r join workspace w on w.id = r.workspace_id
    where r.id = any (${[...runbookIds]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, placeText(row)]))
}
