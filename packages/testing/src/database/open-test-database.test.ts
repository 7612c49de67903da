import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './index.ts'

const open: TestDatabase[] = []

afterEach(async () => {
  for (const database of open.splice(0)) await database.drop()
})

async function opened(): Promise<TestDatabase> {
  const database = await openTestDatabase()
  open.push(database)
  return database
}

async function query({ connectionString }: TestDatabase, sql: string): Promise<unknown[][]> {
  const client = new Client(connectionString)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

test('a database comes migrated', async () => {
  expect(await query(await opened(), `select to_regclass('migration') is not null`)).toEqual([[true]])
})

test('databases that are opened at the same time know nothing of each other', async () => {
  const [one, other] = await Promise.all([opened(), opened(), opened(), opened()])
  await query(one, 'create table own_table (id integer)')
  expect(await query(other, `select to_regclass('own_table')`)).toEqual([[null]])
})

test('a database can be dropped while sessions are open', async () => {
  const database = await openTestDatabase()
  const client = new Client(database.connectionString)
  // It says twice that it was cut off; the first time with the server's reason.
  const cut = new Promise<Error>((resolve) => client.on('error', resolve))
  await client.connect()
  await database.drop()
  await expect(cut).resolves.toMatchObject({ code: '57P01' })
  await expect(query(database, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})
