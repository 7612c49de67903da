import { expect, test } from 'vitest'
import { buildRunbook } from '../runbooks/index.ts'
import { startTestServer } from '../server/index.ts'
import { takeOverClock } from './database-clock.ts'
import { openTestDatabase } from './open-test-database.ts'

test('a run of hours is played in an instant: all its times are those of the test', async () => {
  const database = await openTestDatabase()
  const start = Date.parse('2026-11-22T01:00:00Z')
  const clock = await takeOverClock(database.connectionString, start)
  const server = await startTestServer({ connectionString: clock.connectionString })
  try {
    const runbook = await buildRunbook(server, {
      tasks: [
        { name: 'Stop', duration: 600 },
        { name: 'Go', after: [1] },
      ],
    })
    await runbook.run('start')
    await runbook.move(1, 'start')
    await clock.set(start + 900_000)
    await runbook.tasks()
    await runbook.move(1, 'finish')
    const tasks = await runbook.tasks()
    expect(tasks[1]?.['attributes']).toMatchObject({
      start_actual: '2026-11-22T01:00:00Z',
      end_actual: '2026-11-22T01:15:00Z',
      elapsed_duration: 900,
      is_late: true,
    })
    expect(tasks[2]?.['attributes']).toMatchObject({ start_ready: '2026-11-22T01:15:00Z' })
  } finally {
    await server.close()
    await clock.close()
    await database.drop()
  }
})
