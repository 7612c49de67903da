import { expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { latenessOf } from './lateness.ts'

const at = (minute: number) => START + minute * 60
const planned = (from: number, until: number) => ({ start_planned: at(from), end_planned: at(until) })

test('what runs over is late by itself; what waits for it is late because of it', () => {
  const plan = testPlan({
    run: {},
    tasks: [
      testTask(1, 10, [], { ...planned(0, 10), stage: 'in_progress', start_actual: at(0) }),
      testTask(2, 10, [1], planned(10, 20)),
      testTask(3, 10, [2], planned(20, 30)),
    ],
  })
  const { own, inherited, inheritedCount, atRisk } = latenessOf(plan, scheduleAt(plan, at(14)))
  expect(own).toEqual([{ at: 0, kind: 'over', seconds: 240 }])
  expect(inheritedCount).toBe(2)
  expect(inherited.map(({ stream, count }) => [stream.name, count])).toEqual([['Main', 2]])
  expect(atRisk).toEqual([])
})

test('a task under way with less than 5 minutes of float is at risk, one with more is not', () => {
  const plan = testPlan({
    run: {},
    tasks: [
      testTask(1, 20, [], { ...planned(0, 20), stage: 'in_progress', start_actual: at(0) }),
      testTask(2, 17, [], { ...planned(0, 17), stage: 'in_progress', start_actual: at(0) }),
      testTask(3, 10, [], { ...planned(0, 10), stage: 'in_progress', start_actual: at(0) }),
    ],
  })
  expect(latenessOf(plan, scheduleAt(plan, at(5))).atRisk).toEqual([1])
})

test('while planning nothing is late', () => {
  const plan = testPlan({ tasks: [testTask(1, 10)] })
  expect(latenessOf(plan, scheduleAt(plan, at(99)))).toEqual({
    own: [],
    inherited: [],
    inheritedCount: 0,
    atRisk: [],
  })
})
