import { expect, test } from 'vitest'
import type { Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { apiVersionFor, apiVersions, changesSince, NEWEST_API_VERSION } from './api-versions.ts'
import { takeEarlier, tellEarlier } from './convert-document.ts'

test.each([
  ['2022-02-21', undefined],
  ['2022-02-22', '2022-02-22'],
  ['2026-06-02', '2022-02-22'],
  ['2026-06-03', '2026-06-03'],
  ['9999-12-31', NEWEST_API_VERSION],
  ['2026-02-29', undefined],
  ['2026-06', undefined],
  ['', undefined],
])('the date %j means the version %s', (date, version) => {
  expect(apiVersionFor(date)).toBe(version)
})

test('versions follow each other, and what they change is an attribute of the contract', () => {
  const dates = apiVersions.map(({ date }) => date)
  expect(dates).toEqual([...new Set(dates)].toSorted())
  for (const { resource, attribute } of apiVersions.flatMap(({ changes }) => changes)) {
    const { attributes }: Resource = resources[resource]
    expect(Object.keys(attributes)).toContain(attribute)
  }
})

test('nothing has changed since the newest version, nor since one that nobody here knows', () => {
  expect(changesSince(NEWEST_API_VERSION)).toEqual([])
  expect(changesSince('9999-12-31')).toEqual([])
  expect(changesSince('2022-02-22')).toHaveLength(1)
})

const link = (id: unknown) => ({ id, link_type: 'runbook' })
const task = (...ids: unknown[]) => ({ type: 'task', id: '1', attributes: { task_links: ids.map(link) } })
const first = changesSince('2022-02-22')

test('ids of task links are numbers before 2026-06-03, wherever the task stands in the answer', () => {
  const document = {
    data: [task('5'), { type: 'task', id: '2', attributes: { name: 'without' } }],
    included: [task('6', '9007199254740993'), { type: 'runbook', id: '5', attributes: { task_links: 'x' } }],
  }
  expect(tellEarlier(document, first)).toEqual({
    data: [task(5), { type: 'task', id: '2', attributes: { name: 'without' } }],
    // What no number can hold is not told wrongly.
    included: [task(6, '9007199254740993'), { type: 'runbook', id: '5', attributes: { task_links: 'x' } }],
  })
})

test.each([[{ data: null }], [{ meta: {} }], [null], [{ data: { type: 'task', id: '1' } }]])(
  'an answer without attributes stays: %j',
  (document) => {
    expect(tellEarlier(document, first)).toEqual(document)
  },
)

test('a request to an older version may send numbers, and what neither version takes stays', () => {
  const sent = { data: task(5, '6', -1, 1.5, null) }
  expect(takeEarlier(sent, 'task', first)).toEqual({ data: task('5', '6', -1, 1.5, null) })
  expect(sent).toEqual({ data: task(5, '6', -1, 1.5, null) })
  expect(takeEarlier({ data: { attributes: { task_links: [7] } } }, 'task', first)).toEqual({
    data: { attributes: { task_links: [7] } },
  })
  expect(takeEarlier(sent, 'runbook', first)).toBe(sent)
  expect(takeEarlier(undefined, 'task', first)).toBeUndefined()
})
