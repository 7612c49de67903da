import { expect, test } from 'vitest'
import { forecastTasks } from './forecast.ts'
import { planTasks } from './planned.ts'
import { actualRecovery, plannedRecovery } from './recovery.ts'
import { sampleRun } from './test-builders.ts'

test('the planned recovery time runs from the planned start of one task to the planned end of another', () => {
  const run = sampleRun([{ duration: 5 }, { after: [0], duration: 10 }, { after: [1], duration: 20 }])
  expect(plannedRecovery(planTasks(run), 1, 2)).toBe(30)
})

test('the recovery time of a run takes the forecast where facts are missing, and is final when both are there', () => {
  const begun = sampleRun([
    { duration: 5, started: 2, ended: 9 },
    { after: [0], duration: 10 },
  ])
  expect(actualRecovery(begun, forecastTasks(begun, 9), 0, 1)).toEqual({ seconds: 17, is_final: false })

  const done = sampleRun([
    { duration: 5, started: 2, ended: 9 },
    { after: [0], duration: 10, started: 11, ended: 13 },
  ])
  expect(actualRecovery(done, forecastTasks(done, 50), 0, 1)).toEqual({ seconds: 11, is_final: true })
})

test('a skipped start task counts from the moment it was skipped', () => {
  const run = sampleRun([
    { duration: 5, ended: 4 },
    { after: [0], duration: 10, started: 6, ended: 16 },
  ])
  expect(actualRecovery(run, forecastTasks(run, 20), 0, 1)).toEqual({ seconds: 12, is_final: true })
})

test('an end task that is complete before the start task has begun is not final', () => {
  const run = sampleRun([
    { duration: 5, isStartable: true },
    { duration: 1, started: 0, ended: 1 },
  ])
  expect(actualRecovery(run, forecastTasks(run, 1), 0, 1).is_final).toBe(false)
})
