import { expect, test } from 'vitest'
import { deltaMinutes, taskLook } from './look.ts'
import { scheduleAt } from './schedule.ts'
import { START, testPlan, testTask } from './test-plan.ts'

const minutes = (count: number) => START + count * 60

/** #1 ran 0–8 of 0–10; #2 was to run 10–21 and began at 8; #3 follows it, 4 min. */
const plan = testPlan({
  tasks: [
    testTask(1, 10, [], {
      stage: 'complete',
      completion_type: 'complete_normal',
      start_planned: minutes(0),
      end_planned: minutes(10),
      start_actual: minutes(0),
      end_actual: minutes(8),
    }),
    testTask(2, 11, [1], {
      stage: 'in_progress',
      start_planned: minutes(10),
      end_planned: minutes(21),
      start_actual: minutes(8),
    }),
    testTask(3, 4, [2], { start_planned: minutes(21), end_planned: minutes(25) }),
  ],
  run: {},
})

test('a running task fills its ring by elapsed over duration, and is not over while it is within it', () => {
  const now = minutes(8) + 330
  expect(taskLook(plan, scheduleAt(plan, now), 1, now)).toMatchObject({
    look: 'progress',
    progress: 0.5,
    elapsed: 330,
    over: 0,
    ownEndLate: false,
  })
})

test('a task that runs over makes the delay; the one that waits for it only inherits it', () => {
  const now = minutes(23) + 17
  const schedule = scheduleAt(plan, now)
  // 23:17 − 8:00 = 15:17 elapsed of 11:00, so 4:17 over.
  expect(taskLook(plan, schedule, 1, now)).toMatchObject({ over: 257, progress: 1, ownEndLate: true })
  expect(taskLook(plan, schedule, 2, now)).toMatchObject({
    look: 'waiting',
    ownStartLate: false,
    ownEndLate: false,
  })
  // Expected end of #3: 23:17 + 4:00 = 27:17, shown as 27 against 25.
  expect(deltaMinutes(schedule, 2)).toBe(2)
  expect(deltaMinutes(schedule, 0)).toBe(-2)
})

test('pauses do not count as time that a task took', () => {
  const paused = testPlan({
    tasks: [
      testTask(1, 10, [], {
        stage: 'in_progress',
        start_actual: minutes(0),
        start_planned: minutes(0),
        end_planned: minutes(10),
      }),
    ],
    run: { pauses: [[minutes(2), minutes(5)]] },
  })
  expect(taskLook(paused, scheduleAt(paused, minutes(9)), 0, minutes(9))).toMatchObject({
    elapsed: 360,
    over: 0,
  })
})

test('what can start and was to start before is late by its own doing', () => {
  const ready = testPlan({
    tasks: [testTask(1, 5, [], { stage: 'startable', start_planned: minutes(0), end_planned: minutes(5) })],
    run: {},
  })
  expect(taskLook(ready, scheduleAt(ready, minutes(3)), 0, minutes(3)).ownStartLate).toBe(true)
  expect(taskLook(ready, scheduleAt(ready, minutes(0)), 0, minutes(0)).ownStartLate).toBe(false)
})
