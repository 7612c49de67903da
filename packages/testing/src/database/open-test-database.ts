import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-cluster.ts'

export type { TestDatabase }

/**
 * A fresh database for a test file: call it in `beforeAll`, and `drop` in `afterAll`. The first call of a test run starts the
 * run's cluster (about a second), every other takes some 30 ms.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  return createTestDatabase(await testClusterAddress())
}

/** The address of the test run's cluster, which starts when it is first asked for. */
export async function testClusterAddress(): Promise<string> {
  const answer = JSON.parse(await text(connect(inject('testClusterDoor')))) as
    | { connectionString: string }
    | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  return answer.connectionString
}
