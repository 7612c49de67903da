import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleWorld, makeExampleWorld } from '../examples/example-world.ts'
import type { TestServer } from '../server/index.ts'
import { codesOf, everyEndpoint } from './every-endpoint.ts'
import { spoilBody } from './spoil-body.ts'
import { spoilQuery } from './spoil-query.ts'

let world: ExampleWorld
let server: TestServer

beforeAll(async () => {
  world = await makeExampleWorld()
  server = await world.open()
})
afterAll(async () => {
  await server.close()
  await world.close()
})

test.each(everyEndpoint())(
  '$name refuses whatever is wrong by its declaration',
  async ({ endpoint, request }) => {
    const spoilt = [...spoilQuery(endpoint, request), ...spoilBody(endpoint, request)]
    const seen = new Set<string>()
    const passed: string[] = []
    for (const { code, mayBeOther, method, path, body, headers } of spoilt) {
      const answer = await server.send(method, path, body, headers)
      const codes = codesOf(answer)
      for (const own of codes) seen.add(own)
      const isRefused = codes.includes(code) || (mayBeOther === true && codes.length > 0)
      if (!isRefused)
        passed.push(
          `${code} wanted, ${answer.status} ${codes.join(', ')} for ${method} ${path} ${JSON.stringify(body ?? null).slice(0, 300)}`,
        )
    }
    expect(passed).toEqual([])
    expect([...seen]).toEqual(expect.arrayContaining(spoilt.map(({ code }) => code)))
  },
)
