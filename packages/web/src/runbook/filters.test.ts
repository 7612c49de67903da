import { describe, expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testStream, testTask } from '../room/test-plan.ts'
import { type Filters, passing } from './filters.ts'
import { filtersOf, readRunbookSearch, searchOf } from './search.ts'

const plan = testPlan({
  tasks: [
    testTask(1, 10, [], { name: 'Stop the queue', assignees: [{ type: 'user', id: 3 }] }),
    testTask(2, 5, [1], {
      name: 'Drain',
      stream_id: 2,
      comments_count: 2,
      assignees: [{ type: 'runbook_team', id: 4 }],
    }),
    testTask(3, 1, [1], { name: 'Queue is empty', stream_id: 3, task_type_id: 2 }),
  ],
  streams: [testStream(1, 'Main'), testStream(2, 'Storage'), testStream(3, 'Disks', { parent_id: 2 })],
})
const schedule = scheduleAt(plan, START)
const ids = (filters: Filters, me = 3) =>
  [...passing(plan, schedule, filters, me)].flatMap((passes, at) => (passes ? [plan.tasks[at]?.id] : []))

describe('filters', () => {
  test('without any all tasks pass', () => expect(ids({})).toEqual([1, 2, 3]))
  test('a stream stands for its sub-streams as well', () => expect(ids({ stream: [2] })).toEqual([2, 3]))
  test('text is found whatever its case', () => expect(ids({ text: 'queue' })).toEqual([1, 3]))
  test('#id finds that task only', () => expect(ids({ text: '#2' })).toEqual([2]))
  test('mine are those given to me and to my teams', () => {
    expect(ids({ mine: true })).toEqual([1, 2])
    expect(ids({ mine: true }, 99)).toEqual([])
  })
  test('owners: people, teams, nobody', () => {
    expect(ids({ owner: ['user-3', 'nobody'] })).toEqual([1, 3])
    expect(ids({ owner: ['team-4'] })).toEqual([2])
  })
  test('all that are given must hold', () => expect(ids({ stream: [2], comments: true })).toEqual([2]))
  // The milestone takes no time, whatever its duration says; so #1 and #2 decide the end.
  test('critical are those without float', () => expect(ids({ critical: true })).toEqual([1, 2]))
})

test('an address gives back the filters it was made from', () => {
  const filters: Filters = {
    stream: [2, 3],
    stage: ['startable', 'progress'],
    type: [1],
    owner: ['user-3', 'nobody'],
    mine: true,
    late: true,
    critical: true,
    comments: true,
    text: '#17',
  }
  expect(filtersOf(readRunbookSearch({ ...searchOf(filters) }))).toEqual(filters)
})

test('what an address should not say is left out', () => {
  expect(readRunbookSearch({ task: '-3', late: 'perhaps', nonsense: 1 })).toEqual({})
  expect(filtersOf(readRunbookSearch({ stage: 'startable.bogus', stream: 'x.2' }))).toEqual({
    stage: ['startable'],
    stream: [2],
  })
})
