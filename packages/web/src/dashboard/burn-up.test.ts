import { expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { burnUpOf, countUntil, stepPath } from './burn-up.ts'

const at = (minute: number) => START + minute * 60

test('a task counts as planned at its planned end, as done when it ended, as forecast when it is expected to end', () => {
  // Planned 0–10 and 10–20; the first took 12, so the second is expected at 22.
  const plan = testPlan({
    run: {},
    tasks: [
      testTask(1, 10, [], {
        stage: 'complete',
        completion_type: 'complete_normal',
        start_planned: at(0),
        end_planned: at(10),
        start_actual: at(0),
        end_actual: at(12),
      }),
      testTask(2, 10, [1], {
        stage: 'in_progress',
        start_planned: at(10),
        end_planned: at(20),
        start_actual: at(12),
      }),
    ],
  })
  const series = burnUpOf(plan, scheduleAt(plan, at(15)))
  expect([...series.planned]).toEqual([at(10), at(20)])
  expect([...series.actual]).toEqual([at(12)])
  expect([...series.forecast]).toEqual([at(22)])
  expect([series.from, series.until, series.total]).toEqual([at(0), at(22), 2])
})

test('while planning there is only the plan', () => {
  const plan = testPlan({ tasks: [testTask(1, 10), testTask(2, 5, [1])] })
  const series = burnUpOf(plan, scheduleAt(plan, at(0)))
  expect([...series.planned]).toEqual([at(10), at(15)])
  expect([series.actual.length, series.forecast.length]).toEqual([0, 0])
})

test('an end counts from its own instant on', () => {
  const ends = Float64Array.of(10, 20, 20, 30)
  expect([9, 10, 19, 20, 30, 99].map((instant) => countUntil(ends, instant))).toEqual([0, 1, 1, 3, 4, 4])
})

test('a path goes right to an end and then up by one, and on to where it is asked to', () => {
  const place = { x: (instant: number) => instant, y: (count: number) => 100 - count * 10 }
  expect(stepPath(Float64Array.of(10, 20), place, { at: 0, count: 0 }, 25)).toBe('M0 100H10V90H20V80H25')
  expect(stepPath(Float64Array.of(30), place, { at: 25, count: 2 })).toBe('M25 80H30V70')
  expect(stepPath(new Float64Array(), place, { at: 0, count: 0 })).toBe('M0 100')
})

test('ends within half a pixel are one step: 10 000 of them make a short path', () => {
  const ends = Float64Array.from({ length: 10_000 }, (_, index) => index)
  const path = stepPath(ends, { x: (instant) => instant / 100, y: (count) => count }, { at: 0, count: 0 })
  expect(path.length).toBeLessThan(4_000)
  expect(path.endsWith('V10000')).toBe(true)
})
