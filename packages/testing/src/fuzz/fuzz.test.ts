import { startTestServer, type TestServer } from '@runsheet/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { act } from './act.ts'
import { anyRequest } from './any-request.ts'
import { makeCommonGround, makeWorld, type World } from './world.ts'

let server: TestServer
let common: World

beforeAll(async () => {
  server = await startTestServer()
  common = await makeCommonGround(server)
})
afterAll(() => server.close())

/** A seed that failed once stays. Each takes some four seconds, and a slow machine tells fewer stories. */
test.each([20261122, 1, 2])(
  'seed %i: whatever is sent is answered as the contract says, and a refusal changes nothing',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { minLength: 1, maxLength: 30, size: 'max' }), async (story) => {
        const world = await makeWorld(server, common)
        for (const drawn of story) await act(server, drawn, world)
      }),
      { seed, numRuns: 60, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false },
    )
  },
)
