import { expect, test } from 'vitest'
import { forecastTasks } from './forecast.ts'
import { isLate, LATE_TO_FINISH, LATE_TO_START, lateFlags, RUNNING_OVER, WILL_BE_LATE } from './lateness.ts'
import { type SampleRunTask, sampleRun } from './test-builders.ts'

function flagsAt(now: number, tasks: SampleRunTask[], pauses: number[] = []) {
  const run = sampleRun(tasks, { pauses: Float64Array.from(pauses) })
  return lateFlags(run, forecastTasks(run, now), now)
}

test('a task that has not started is late once its planned start is past', () => {
  expect([...flagsAt(0, [{ duration: 10, isStartable: true }])]).toEqual([0])
  expect([...flagsAt(1, [{ duration: 10, isStartable: true }])]).toEqual([LATE_TO_START | WILL_BE_LATE])
})

test('a task that will start after its planned start, because something before it is late, is late', () => {
  const flags = flagsAt(12, [
    { duration: 10, started: 0 },
    { after: [0], duration: 5 },
  ])
  expect([...flags]).toEqual([WILL_BE_LATE | RUNNING_OVER, LATE_TO_START | WILL_BE_LATE])
  expect(isLate(flags, 1)).toBe(true)
})

test('started late it stays late until it is complete, then its end decides', () => {
  expect([...flagsAt(6, [{ duration: 10, started: 5 }])]).toEqual([LATE_TO_START | WILL_BE_LATE])
  expect([...flagsAt(10, [{ duration: 10, started: 5, ended: 10 }])]).toEqual([0])
  expect([...flagsAt(11, [{ duration: 10, started: 5, ended: 11 }])]).toEqual([LATE_TO_FINISH])
})

test('running longer than its duration is told, but is not late while the planned end is not reached', () => {
  // Planned 10 to 15; started at 0, because 0 was skipped at once.
  const tasks = [
    { duration: 10, ended: 0 },
    { after: [0], duration: 5, started: 0 },
  ]
  expect([...flagsAt(5, tasks)]).toEqual([0, 0])
  expect([...flagsAt(6, tasks)]).toEqual([0, RUNNING_OVER])
  expect(isLate(flagsAt(15, tasks), 1)).toBe(false)
  expect([...flagsAt(16, tasks)]).toEqual([0, RUNNING_OVER | WILL_BE_LATE])
})

test('time in a pause is not running over, but it is late', () => {
  expect([...flagsAt(14, [{ duration: 10, started: 0 }], [2, 6])]).toEqual([WILL_BE_LATE])
  expect([...flagsAt(15, [{ duration: 10, started: 0 }], [2, 6])]).toEqual([WILL_BE_LATE | RUNNING_OVER])
})

test('an abandoned task is never late', () => {
  expect([...flagsAt(50, [{ duration: 10, ended: 40, abandoned: true }])]).toEqual([0])
})

test('a task without planned times is not late', () => {
  const none = Float64Array.of(Number.NaN)
  const run = sampleRun([{ duration: 10, isStartable: true }], { plannedStart: none, plannedEnd: none })
  expect([...lateFlags(run, forecastTasks(run, 99), 99)]).toEqual([0])
})
