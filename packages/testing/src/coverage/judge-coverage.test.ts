import { type Endpoint, endpoints } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { coveragePage } from './coverage-page.ts'
import { endpointIndex, shapeOf } from './endpoint-index.ts'
import { declaredAnswers, gapsIn } from './judge-coverage.ts'

const two: Readonly<Record<string, Endpoint>> = {
  getRunbook: endpoints.getRunbook,
  createWorkspace: endpoints.createWorkspace,
}
const seenOf = (name: string, file = 'packages/core/src/workspaces/workspaces.test.ts') =>
  declaredAnswers(two[name] as Endpoint).map((answer) => ({ endpoint: name, ...answer, file }))

test('an endpoint has to have given its success and every refusal that it declares', () => {
  const all = [...seenOf('getRunbook'), ...seenOf('createWorkspace')]
  expect(gapsIn(two, all)).toEqual([])
  expect(
    gapsIn(
      two,
      all.filter(({ endpoint, code }) => endpoint !== 'createWorkspace' || code !== 'taken'),
    ),
  ).toEqual([{ endpoint: 'createWorkspace', status: 422, code: 'taken' }])
  expect(
    gapsIn(
      two,
      all.filter(({ endpoint, code }) => endpoint !== 'getRunbook' || code !== null),
    ),
  ).toEqual([{ endpoint: 'getRunbook', status: 200, code: null }])
  // What another endpoint answered says nothing of this one.
  expect(gapsIn(two, seenOf('getRunbook')).every(({ endpoint }) => endpoint === 'createWorkspace')).toBe(true)
})

test('the page shows each endpoint with its own refusals and the tests that know it', () => {
  const page = coveragePage(two, [
    ...seenOf('createWorkspace'),
    ...seenOf('createWorkspace', 'packages/testing/src/refusals/refusals.test.ts'),
    {
      endpoint: 'createWorkspace',
      status: 201,
      code: null,
      file: 'packages/core/src/runs/start-run.test.ts',
    },
  ])
  expect(page).toContain(
    '| E-WS-3 | `POST /core/workspaces` | `createWorkspace` | 201, 400, 401, 403, 422 `taken`, 429, 500, 501, 503, 504 | `core/src/workspaces/workspaces.test.ts` |',
  )
  expect(page).toContain('| E-RB-1 | `GET /core/runbooks` | not yet | | |')
})

test('every row of the public API is served', () => {
  const served = new Set(
    Object.values<Endpoint>(endpoints).map(({ method, path }) => shapeOf(`${method} ${path}`)),
  )
  const missing = Object.values(endpointIndex)
    .flat()
    .filter((operation) => !served.has(shapeOf(operation)))
  expect(missing).toEqual([])
})
