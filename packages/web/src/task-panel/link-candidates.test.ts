import { buildNetwork } from '@runsheet/domain'
import { expect, test } from 'vitest'
import { following, preceding } from '../room/reach.ts'
import { accessIn } from '../room/rights.ts'
import { testPlan, testTask } from '../room/test-plan.ts'
import { linkCandidates } from './link-candidates.ts'
import { neighboursIn } from './task-facts.ts'

/** 1 → 2 → 3, and 4 apart. */
const tasks = [
  testTask(1, 5, [], { name: 'Freeze the ledger' }),
  testTask(2, 5, [1], { name: 'Drain the queue' }),
  testTask(3, 5, [2], { name: 'Switch the ledger' }),
  testTask(4, 5, [], { name: 'Tell the desk' }),
]
const plan = testPlan({ tasks })
const built = buildNetwork(4, Int32Array.of(0, 0, 1, 2, 2), Int32Array.of(0, 1))
if (!('network' in built)) throw new Error('this plan has no cycle')
const schedule = { network: built.network }

const found = (id: number, direction: 'before' | 'after', text: string) =>
  linkCandidates(plan, schedule, id - 1, direction, text, 7).map(({ task, circle }) => [task.id, circle])

test('what waits for a task cannot be its predecessor, and the circle is named', () => {
  expect(found(1, 'before', 'ledger')).toEqual([[3, [1, 2, 3, 1]]])
})

test('what a task waits for cannot be its successor', () => {
  expect(found(3, 'after', 'freeze')).toEqual([[1, [1, 2, 3, 1]]])
})

test('the task itself and what is linked already are not offered', () => {
  expect(found(2, 'before', '').map(([id]) => id)).toEqual([3, 4])
  expect(found(2, 'after', '').map(([id]) => id)).toEqual([1, 4])
})

test('a task that one may not change is not offered to follow, only to come before', () => {
  const { runbook, teams } = plan
  const access = accessIn({ ...runbook, permissions: new Set() }, 3, undefined, teams.values())
  const offered = (direction: 'before' | 'after') =>
    linkCandidates({ ...plan, access }, schedule, 1, direction, '', 7).map(({ task }) => task.id)
  expect([offered('before'), offered('after')]).toEqual([[3, 4], []])
})

test.each(['#4', '4'])('%s names a task by its number', (text) => {
  expect(found(1, 'before', text)).toEqual([[4, undefined]])
})

test('everything that follows or precedes a task is found once', () => {
  expect(following(schedule, 0)).toEqual([1, 2])
  expect(preceding(schedule, 2)).toEqual([1, 0])
  expect(following(schedule, 3)).toEqual([])
})

test('the way on through an order ends at its ends, and enters it at the first when the task is not in it', () => {
  const order = [3, 0, 2]
  expect(neighboursIn(plan, order, 0)).toEqual({ previous: 4, next: 3 })
  expect(neighboursIn(plan, order, 3)).toEqual({ previous: undefined, next: 1 })
  expect(neighboursIn(plan, order, 1)).toEqual({ previous: undefined, next: 4 })
})
