import { expect, test } from 'vitest'
import type { Task } from '../room/plan.ts'
import { testPlan, testStream, testTask } from '../room/test-plan.ts'
import { type Row, rowKey, rowsOf } from './rows.ts'

const task = (id: number, given: Partial<Task> = {}) => testTask(id, 10, [], given)
const plan = testPlan({
  tasks: [task(1, { stream_id: 2 }), task(2), task(3, { stream_id: 3, stage: 'complete' }), task(4)],
  streams: [
    testStream(1, 'A'),
    testStream(3, 'In A', { parent_id: 1 }),
    testStream(2, 'B'),
    testStream(4, 'C'),
  ],
})
const planned = Float64Array.from([0, 900, 300, 600])
const all = new Uint8Array(4).fill(1)
const keys = (rows: { list: readonly Row[] }) => rows.list.map((row) => rowKey(row, plan))

test('streams stand in their order, sub-streams within, tasks by planned start, empty streams not at all', () => {
  expect(keys(rowsOf(plan, planned, all, new Set()))).toEqual(['s1', 't4', 't2', 's3', 't3', 's2', 't1'])
})

test('a folded stream holds its tasks and those of its sub-streams in one row', () => {
  const rows = rowsOf(plan, planned, all, new Set([1]))
  expect(keys(rows)).toEqual(['s1', 's2', 't1'])
  expect(rows.list[0]).toMatchObject({ isFolded: true, positions: [2, 3, 1], done: 1, total: 3 })
  expect([...rows.rowOf]).toEqual([2, 0, 0, 0])
})

test('what filters hide has no row, but counts in its stream', () => {
  const rows = rowsOf(plan, planned, Uint8Array.from([0, 1, 0, 0]), new Set())
  expect(keys(rows)).toEqual(['s1', 't2'])
  expect(rows.list[0]).toMatchObject({ done: 1, total: 3 })
  expect([...rows.rowOf]).toEqual([-1, 1, -1, -1])
})

test('a task without planned start stands last, by its number', () => {
  const rows = rowsOf(plan, Float64Array.from([0, Number.NaN, 300, 600]), all, new Set())
  expect(keys(rows).slice(0, 3)).toEqual(['s1', 't4', 't2'])
})
