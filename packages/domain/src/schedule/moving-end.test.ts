import { expect, test } from 'vitest'
import { forecastTasks, type RunFacts } from './forecast.ts'
import { endMovesFrom } from './moving-end.ts'
import { sampleRun } from './test-builders.ts'

const ONGOING = Number.NaN

function atEvent(run: RunFacts, now: number) {
  const end = forecastTasks(run, now).runbookEnd
  return { end, from: endMovesFrom(run, end, now) }
}

test('the end moves from the instant at which a running task runs over', () => {
  const run = sampleRun([
    { duration: 60, started: 5 },
    { duration: 30, after: [0] },
  ])
  expect(atEvent(run, 20)).toEqual({ end: 95, from: 65 })
})

test('a task that waits for somebody moves the end when its float is used up', () => {
  // The long chain ends at 100; the one that is not started takes 30: it may begin at 70.
  const run = sampleRun([
    { duration: 100, started: 0 },
    { duration: 30, isStartable: true },
  ])
  expect(atEvent(run, 10)).toEqual({ end: 100, from: 70 })
})

test('a task that is startable and critical moves the end at once', () => {
  const run = sampleRun([
    { duration: 10, isStartable: true },
    { duration: 5, after: [0] },
  ])
  expect(atEvent(run, 30)).toEqual({ end: 45, from: 30 })
})

test('the end of a paused run moves at once, and that of a run in which all is complete never', () => {
  const paused = sampleRun([{ duration: 60, started: 0 }], { pauses: Float64Array.of(20, ONGOING) })
  expect(atEvent(paused, 30)).toEqual({ end: 70, from: 30 })
  expect(atEvent(sampleRun([{ duration: 60, started: 0, ended: 50 }]), 50)).toEqual({
    end: 50,
    from: undefined,
  })
})

test('what it tells is the forecast, at every later instant', () => {
  const run = sampleRun([
    { duration: 60, started: 5 },
    { duration: 30, after: [0], startFixed: 120 },
    { duration: 80, isStartable: true },
    { duration: 20, after: [1, 2] },
    { duration: 500, started: 1, offEnd: true },
  ])
  const { end, from } = atEvent(run, 10)
  // 120 + 30 + 20 by the fixed start; the startable chain of 80 + 20 reaches that from 70 on.
  expect([end, from]).toEqual([170, 70])
  for (let now = 10; now < 400; now += 7)
    expect(forecastTasks(run, now).runbookEnd).toBe(end + Math.max(0, now - (from ?? now)))
})
