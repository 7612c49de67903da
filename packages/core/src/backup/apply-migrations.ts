import { readFile } from 'node:fs/promises'
import type { Client } from 'pg'
import { listMigrations } from '../db/migrate.ts'

const directory = new URL('../db/migrations/', import.meta.url)

/**
 * Applies the migrations after `from` up to `to` within the transaction that is open, where `migrate` would commit each of them.
 */
export async function applyMigrations(client: Client, from: number, to: number): Promise<void> {
  for (const { number, name } of await listMigrations()) {
    if (number <= from || number > to) continue
    await client.query(await readFile(new URL(name, directory), 'utf8'))
    await client.query('insert into migration (number, name) values ($1, $2)', [number, name])
  }
}
