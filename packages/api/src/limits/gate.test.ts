import { AppError, endpointNamed, refuse } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { constantCore, refusal, startApi, token } from '../test-support.ts'
import { createBoundedMap } from './bounded-map.ts'
import { createGate, networkOf } from './gate.ts'
import { createTokenBuckets } from './token-bucket.ts'

test('a bucket is full at first and refills evenly: 6 in 60 seconds are one each 10 seconds', () => {
  let now = 0
  const buckets = createTokenBuckets({ requests: 6, seconds: 60 }, () => now)
  for (let left = 5; left >= 0; left--) expect(buckets.take('a', 1).remaining).toBe(left)
  expect(buckets.take('a', 1)).toEqual({ limit: 6, remaining: 0, resetSeconds: 60, retrySeconds: 10 })
  expect(buckets.take('b', 1).retrySeconds).toBe(0)
  now = 9
  expect(buckets.take('a', 1).retrySeconds).toBe(1)
  now = 10
  expect(buckets.take('a', 1)).toEqual({ limit: 6, remaining: 0, resetSeconds: 60, retrySeconds: 0 })
  now = 1000
  expect(buckets.take('a', 1).remaining).toBe(5)
})

test('what costs more waits longer, and what costs more than everything takes everything', () => {
  const buckets = createTokenBuckets({ requests: 12, seconds: 12 }, () => 0)
  expect(buckets.take('a', 10).remaining).toBe(2)
  expect(buckets.take('a', 10)).toMatchObject({ remaining: 2, retrySeconds: 8 })
  expect(buckets.take('b', 100)).toMatchObject({ remaining: 0, retrySeconds: 0 })
})

test('a limit is shared: of 6 among 3 processes each lets 2 pass, and 3 when one of them has gone', () => {
  let now = 0
  let processes = 3
  const buckets = createTokenBuckets(
    { requests: 6, seconds: 60 },
    () => now,
    () => processes,
  )
  expect(buckets.take('a', 1)).toMatchObject({ limit: 2, remaining: 1 })
  expect(buckets.take('a', 1).remaining).toBe(0)
  expect(buckets.take('a', 1).retrySeconds).toBe(30)
  processes = 2
  now = 60
  expect(buckets.take('a', 1)).toMatchObject({ limit: 3, remaining: 2 })
})

test('a bounded map forgets what was not used for longest', () => {
  const map = createBoundedMap<number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('c', 3)
  expect(map.get('a')).toBe(1)
  map.set('d', 4)
  map.set('e', 5)
  expect(['b', 'e', 'd'].map((key) => map.get(key))).toEqual([undefined, 5, 4])
})

test('only requests without a valid token are paid by the address', () => {
  const limit = { requests: 2, seconds: 60 }
  const gate = createGate({ rateLimit: 'off', addressLimit: limit, now: () => 0 })
  for (let n = 0; n < 5; n++) {
    const paid = gate.enterAddress('a', 'good') !== undefined
    gate.settle('a', 'good', 'valid', paid)
  }
  gate.enterAddress('a', undefined)
  gate.enterAddress('a', 'guess')
  gate.settle('a', 'guess', 'unknown', true)
  expect(() => gate.enterAddress('a', 'another guess')).toThrow(AppError)
  expect(gate.enterAddress('a', 'good')).toBeUndefined()
  expect(gate.enterAddress('b', 'guess')).toMatchObject({ remaining: 1 })
})

test('a token that is no longer valid is paid by the address again', () => {
  const gate = createGate({
    rateLimit: 'off',
    addressLimit: { requests: 2, seconds: 60 },
    now: () => 0,
  })
  gate.settle('a', 'old', 'valid', false)
  gate.settle('a', 'old', 'unknown', false)
  expect(gate.enterAddress('a', 'old')).toMatchObject({ remaining: 0 })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('guessing tokens ends at the limit of the address, and costs a valid token nothing', async () => {
  const core = constantCore((call) =>
    call.credential?.secret === 'good'
      ? { status: 200, headers: {}, body: '{}' }
      : Promise.reject(refuse('invalid_token')),
  )
  const { url } = await startApi(core, { addressLimit: { requests: 2, seconds: 3600 } })
  const ask = (bearer: string) =>
    fetch(`${url}/core/runbooks`, { headers: { authorization: `Bearer ${bearer}` } }).then(
      ({ status }) => status,
    )
  expect(await ask('good')).toBe(200)
  expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([401, 401, 429])
  expect(await ask('good')).toBe(200)
})

test.each([
  ['importTasks', 'POST', '/import', { 'content-type': 'text/csv' }, 'id,name\n1,a\n'],
  ['deleteTasks', 'DELETE', '?task_ids=1,2', {}, null],
])(
  'what writes many things at once costs what its endpoint says: %s',
  async (name, method, rest, more, body) => {
    expect(endpointNamed(name)?.cost).toBe(10)
    const { url } = await startApi(constantCore(), { rateLimit: { requests: 15, seconds: 3600 } })
    const send = { method, headers: { ...token, ...more }, body }
    const first = await fetch(`${url}/core/runbooks/7/tasks${rest}`, send)
    expect([first.status, first.headers.get('ratelimit-remaining')]).toEqual([200, '5'])
    expect(await refusal(`${url}/core/runbooks/7/tasks${rest}`, send)).toMatchObject({ status: 429 })
  },
)

const refusing = (refused: AppError) => () => Promise.reject(refused)

test.each([
  [200, '/core/runbooks', undefined],
  [400, '/core/runbooks?x=1', undefined],
  [401, '/core/runbooks', refusing(refuse('invalid_token'))],
  [403, '/core/runbooks', refusing(refuse('insufficient_role', { required: [] }))],
  [404, '/core/runbooks', refusing(refuse('not_found', { type: 'runbook', id: '7' }))],
  [405, '/core/nothing', undefined],
  [422, '/core/runbooks', refusing(refuse('blank', { name: 'name' }))],
  [500, '/core/runbooks', refusing(new TypeError('fault') as AppError)],
  [501, '/core/runbooks', refusing(refuse('route_not_found', { path: '/core/runbooks' }))],
  [503, '/core/runbooks', refusing(refuse('core_unavailable'))],
  [504, '/core/runbooks', refusing(refuse('core_timeout'))],
])('whoever has a token is told what is left, also with a %i', async (status, path, answer) => {
  const { url } = await startApi(constantCore(answer), { rateLimit: { requests: 6, seconds: 60 } })
  const answered = await fetch(url + path, { headers: token })
  const told = ['limit', 'remaining', 'reset'].map((name) => answered.headers.get(`ratelimit-${name}`))
  expect([answered.status, ...told]).toEqual([status, '6', '5', '10'])
  expect(answered.headers.get('retry-after')).toBe(status === 503 ? '2' : null)
})

test('a 429 by the address tells when to come back as well', async () => {
  const { url } = await startApi(constantCore(), { addressLimit: { requests: 1, seconds: 60 } })
  await fetch(`${url}/core/runbooks`)
  const { status, headers } = await fetch(`${url}/core/runbooks`)
  const told = ['retry-after', 'ratelimit-limit', 'ratelimit-remaining'].map((name) => headers.get(name))
  expect([status, ...told]).toEqual([429, '60', '1', '0'])
})

test('health, metrics and pages cost nothing', async () => {
  const one = { requests: 1, seconds: 3600 }
  const { url } = await startApi(constantCore(), { rateLimit: one, addressLimit: one })
  for (let n = 0; n < 3; n++) expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('limits can be switched off', async () => {
  const { url } = await startApi(constantCore(), { rateLimit: 'off', addressLimit: 'off' })
  const response = await fetch(`${url}/core/runbooks`, { headers: token })
  expect([response.status, response.headers.get('ratelimit-limit')]).toEqual([200, null])
})
