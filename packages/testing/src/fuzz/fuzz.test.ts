import { randomBytes } from 'node:crypto'
import { startTestServer, type TestServer } from '@runsheet/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, test, vi } from 'vitest'
import { noteChanges } from '../database/index.ts'
import { act, actAtOnce } from './act.ts'
import { anyRequest } from './any-request.ts'
import { FUZZ_TIMEOUT_MS, fuzzRuns, fuzzSeeds } from './settings.ts'
import { makeCommonGround, makeWorld, type World } from './world.ts'

let server: TestServer
let common: World

vi.setConfig({ testTimeout: FUZZ_TIMEOUT_MS })

beforeAll(async () => {
  server = await startTestServer()
  common = await makeCommonGround(server)
  await noteChanges(server.core.database.writes)
})
afterAll(() => server.close())

test.each(fuzzSeeds)(
  'seed %i: whatever is sent is answered as the contract says, and a refusal changes nothing',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { minLength: 1, maxLength: 30, size: 'max' }), async (story) => {
        const world = await makeWorld(server, common)
        for (const drawn of story) await act(server, drawn, world)
      }),
      { seed, numRuns: fuzzRuns(15) },
    )
  },
)

test.each(fuzzSeeds)(
  'seed %i: what is sent several times at once under one key is done once',
  async (seed) => {
    const writes = anyRequest.filter(({ method }) => method !== 'GET')
    await fc.assert(
      fc.asyncProperty(fc.array(writes, { minLength: 1, maxLength: 10, size: 'max' }), async (story) => {
        const world = await makeWorld(server, common)
        for (const drawn of story) await actAtOnce(server, drawn, world, randomBytes(8).toString('hex'))
      }),
      { seed, numRuns: fuzzRuns(5) },
    )
  },
)
