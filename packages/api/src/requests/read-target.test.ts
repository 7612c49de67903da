import { AppError } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { codeOf, raw, startApi } from '../test-support.ts'
import { readTarget } from './read-target.ts'

test('names and values are decoded in their order; plus is a space', () => {
  expect(readTarget('/core/runbooks?a%5Bb%5D=1&a=x+y%2B&&c&d==%C3%A9')).toEqual({
    path: '/core/runbooks',
    query: [
      ['a[b]', '1'],
      ['a', 'x y+'],
      ['c', ''],
      ['d', '=é'],
    ],
  })
})

test.each([
  '/core/%',
  '/core/%zz',
  '/core/%ff',
  '/core/%C3',
  '/core/%00',
  '/core/runbooks?x=%e0%a4',
  '/core/runbooks?%=1',
  '/core/runbooks?x=%00',
  '/core/runbooks#top',
  '/core/é',
  'core/runbooks',
  `/core/${'a'.repeat(8192)}`,
])('%s is malformed', (url) => {
  expect(() => readTarget(url)).toThrow(AppError)
})

test.each(['/core/%ff', '/core/runbooks/%', '/%', '/healthz?%zz', `/core/${'a'.repeat(9000)}`])(
  'the server refuses %s with its envelope, whatever lies there',
  async (url) => {
    const { port } = await startApi()
    const answer = await raw(port, `GET ${url} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_request'])
  },
)
