import type { Core } from '@runsheet/core'
import { sql } from 'kysely'

/** Where ids come from, where that is not the `id` of the table that is called as the type. */
const sequences: Readonly<Record<string, string>> = {
  user: `pg_get_serial_sequence('app_user', 'id')`,
  stream: `'stream_id'`,
}

/** Lets the next resource of a type have this id, whoever makes it; a Core that fetches ids in blocks may have some left. */
export async function reachId({ database }: Core, type: string, id: number): Promise<void> {
  const sequence = sequences[type] ?? `pg_get_serial_sequence('${type}', 'id')`
  await sql`select setval(${sql.raw(sequence)}::regclass, ${id}, false)`.execute(database.writes)
}

type InBlocks = Parameters<Core['services']['ids']['take']>[0]

/** The same for a type whose ids Core fetches in blocks: they have to be beyond those that it handed out. */
export async function reachIdInBlock({ services }: Core, type: InBlocks, id: number): Promise<void> {
  const next = await services.ids.next(type)
  if (next >= id) throw new Error(`The id ${id} of a ${type} is taken; ${next} comes next.`)
  await services.ids.take(type, id - 1 - next)
}
