import { expect, test } from 'vitest'
import { en } from '../language/en/index.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { causeOf } from './cause-of.ts'

const plan = testPlan({ tasks: [testTask(17, 10), testTask(18, 10)], run: { start_actual: START } })

test('of several tasks that add delay the worst is named and the others are counted', () => {
  const delays = [
    { at: 1, kind: 'over', seconds: 300 },
    { at: 0, kind: 'not_started', seconds: 60 },
  ] as const
  expect(causeOf({ kind: 'late', delays }, plan, en)).toEqual({ text: '#18 Task 18', taskId: 18, others: 1 })
})

test('a run that waits for a fixed start names the task that has it', () => {
  expect(causeOf({ kind: 'held', at: 1 }, plan, en)).toEqual({
    text: 'Held by the fixed start of #18',
    taskId: 18,
    others: 0,
  })
})

test('a run that is ahead names the task with which it got ahead', () => {
  expect(causeOf({ kind: 'ahead', since: 0, next: 1 }, plan, en)).toEqual({
    text: 'Ahead since #17',
    taskId: 17,
    others: 0,
  })
})

test('a run that is on time names what comes next on its critical path', () => {
  expect(causeOf({ kind: 'on_time', next: 1 }, plan, en).text).toBe('#18 Task 18')
  expect(causeOf({ kind: 'on_time', next: null }, plan, en).text).toBe('Nothing is open')
})
