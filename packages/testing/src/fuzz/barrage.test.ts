import { startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { noteChanges } from '../database/index.ts'
import type { Answer, Send } from '../server/index.ts'
import { anyRequestTo, drawnEndpoints, withAnyMethod } from './any-request.ts'
import { barrage, draw } from './barrage.ts'
import { FUZZ_TIMEOUT_MS, fuzzRuns, fuzzSeeds } from './settings.ts'
import { keysIn, MARK, makeTenants, type Tenants } from './tenants.ts'
import { makeCommonGround, makeWorld, type World } from './world.ts'

let server: TestServer
let common: World
let tenants: Tenants
let before: readonly string[]

vi.setConfig({ testTimeout: FUZZ_TIMEOUT_MS })

beforeAll(async () => {
  server = await startTestServer()
  common = await makeCommonGround(server)
  tenants = await makeTenants(server, common)
  before = await tenants.readHidden()
  await noteChanges(server.core.database.writes)
})
afterAll(() => server.close())

const cases = drawnEndpoints.map(([name, endpoint]) => ({ name, endpoint }))

test.each(cases)(
  'whatever the Owner sends to $name has an answer of the error page, and a refusal leaves no trace',
  async ({ name, endpoint }) => {
    // What only reads leaves the world as it is for others.
    const world = endpoint.method === 'GET' ? tenants.own : await makeWorld(server, common)
    const request = withAnyMethod(anyRequestTo(name, endpoint))
    const drawn = fuzzSeeds.flatMap((seed) => draw(request, seed, fuzzRuns(50)))
    expect(await barrage(server, server.send, drawn, world)).toEqual([])
  },
)

/** What an answer gives away of another tenant. */
function revealed({ document }: Answer): string | undefined {
  const text = JSON.stringify(document)
  if (text.includes(MARK)) return 'shows a text of another tenant'
  const key = keysIn(document).find((told) => tenants.hiddenKeys.has(told))
  return key === undefined ? undefined : `tells of ${key} of another tenant`
}

test.each(cases)(
  'whatever somebody sends to $name, nothing of another tenant comes back',
  async ({ name, endpoint }) => {
    const { headers } = tenants.person
    const send: Send = (method, path, body, own) => server.ask(method, path, body, { ...headers, ...own })
    const request = anyRequestTo(name, endpoint)
    const drawn = fuzzSeeds.flatMap((seed) => draw(request, seed + 1, fuzzRuns(25)))
    expect(await barrage(server, send, drawn, tenants.world, revealed)).toEqual([])
  },
)

test('what another tenant has is still as it was', async () => {
  expect(before.join('\n')).toContain(MARK)
  expect(await tenants.readHidden()).toEqual(before)
})
