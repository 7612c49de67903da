import { expect, test } from 'vitest'
import { forecastTasks } from './forecast.ts'
import { planTasks } from './planned.ts'
import { sampleRun } from './test-builders.ts'

const ONGOING = Number.NaN

test('what is complete keeps its actual times, and what follows moves earlier with it', () => {
  const run = sampleRun([
    { duration: 60, started: 0, ended: 40 },
    { duration: 30, after: [0], isStartable: true },
  ])
  const forecast = forecastTasks(run, 40)
  expect([...forecast.start]).toEqual([0, 40])
  expect([...forecast.end]).toEqual([40, 70])
  expect(forecast.runbookEnd).toBe(70)
})

test('a task in progress ends its duration after its start, and from then on with the clock', () => {
  const run = sampleRun([
    { duration: 60, started: 5 },
    { duration: 30, after: [0] },
  ])
  const onTime = forecastTasks(run, 20)
  expect([...onTime.end]).toEqual([65, 95])
  expect(onTime.validUntil).toBe(65)

  const over = forecastTasks(run, 100)
  expect([...over.end]).toEqual([100, 130])
  expect(over.validUntil).toBe(100)
})

test('a task that waits for somebody slides with the clock, and with it what follows', () => {
  const run = sampleRun([
    { duration: 10, isStartable: true },
    { duration: 5, after: [0] },
  ])
  const forecast = forecastTasks(run, 30)
  expect([...forecast.start]).toEqual([30, 40])
  expect([...forecast.ready]).toEqual([0, 40])
  expect(forecast.validUntil).toBe(30)
})

test('a task whose lock has opened, but which nobody has made startable yet, does not start in the past', () => {
  const run = sampleRun([{ duration: 10, startFixed: 50 }])
  expect(forecastTasks(run, 52).start[0]).toBe(52)
})

test('a fixed start ahead absorbs early gains; nothing moves until it is reached', () => {
  const run = sampleRun([
    { duration: 60, started: 0, ended: 20 },
    { duration: 10, after: [0], startFixed: 90 },
  ])
  const forecast = forecastTasks(run, 25)
  expect(forecast.start[1]).toBe(90)
  expect(forecast.validUntil).toBe(90)
})

test('a fixed start does not bind a rehearsal', () => {
  const run = sampleRun([{ duration: 10, startFixed: 90, isStartable: true }], { enforceFixed: false })
  expect(forecastTasks(run, 25).start[0]).toBe(25)
})

test('a task started before its fixed start keeps its actual start', () => {
  const run = sampleRun([{ duration: 10, startFixed: 90, started: 30 }])
  const forecast = forecastTasks(run, 31)
  expect([forecast.start[0], forecast.end[0]]).toEqual([30, 40])
})

test('a task skipped before its start takes place at that moment; skipped in progress, it ends there', () => {
  const run = sampleRun([
    { duration: 60, ended: 12 },
    { duration: 60, started: 3, ended: 15 },
    { duration: 5, after: [0, 1], isStartable: true },
  ])
  const forecast = forecastTasks(run, 15)
  expect([...forecast.start]).toEqual([12, 3, 15])
  expect([...forecast.end]).toEqual([12, 15, 20])
})

test('an abandoned task holds nobody back, does not count for the end and is not critical', () => {
  const run = sampleRun([
    { duration: 5, started: 0, ended: 5 },
    { duration: 500, after: [0], ended: 9, abandoned: true },
    { duration: 20, after: [0], started: 6 },
    { duration: 4, after: [1, 2] },
  ])
  const forecast = forecastTasks(run, 10)
  expect([...forecast.start]).toEqual([0, 9, 6, 26])
  expect([...forecast.end]).toEqual([5, 9, 26, 30])
  expect([...forecast.critical]).toEqual([1, 0, 1, 1])
})

test('an abandoned task without actual times stands where it would have been ready', () => {
  const run = sampleRun([
    { duration: 5, started: 0 },
    { after: [0], duration: 7, abandoned: true },
  ])
  const forecast = forecastTasks(run, 1)
  expect([forecast.start[1], forecast.end[1]]).toEqual([5, 5])
  expect(forecast.runbookEnd).toBe(5)
})

test('work stands still in a pause: what is in progress ends later by the pauses since its start', () => {
  // Started at 10 for 30 s; paused 5–12 (2 s of it count), 20–25 (5 s), and from 38 on.
  const run = sampleRun([{ duration: 30, started: 10 }], {
    pauses: Float64Array.of(5, 12, 20, 25, 38, ONGOING),
  })
  expect(forecastTasks(run, 38)).toMatchObject({ runbookEnd: 47, validUntil: 38 })
  expect(forecastTasks(run, 45)).toMatchObject({ runbookEnd: 54, validUntil: 45 })
})

test('after a pause the forecast stands again', () => {
  const run = sampleRun([{ duration: 30, started: 10 }], { pauses: Float64Array.of(20, 25) })
  expect(forecastTasks(run, 26)).toMatchObject({ runbookEnd: 45, validUntil: 45 })
})

test('a paused run that only waits for a fixed start does not slide before it', () => {
  const run = sampleRun([{ duration: 5, startFixed: 80 }], { pauses: Float64Array.of(20, ONGOING) })
  expect(forecastTasks(run, 30)).toMatchObject({ runbookEnd: 85, validUntil: 80 })
})

test('the time that a task waited for a hand is part of it: the hand-over does not cut the critical path', () => {
  // 0 ends at 10, 1 starts at 14; beside them 2, which ended at 6.
  const run = sampleRun([
    { duration: 10, started: 0, ended: 10 },
    { duration: 20, after: [0, 2], started: 14 },
    { duration: 5, started: 1, ended: 6 },
  ])
  const forecast = forecastTasks(run, 15)
  expect([...forecast.critical]).toEqual([1, 1, 0])
  expect([...forecast.totalFloat]).toEqual([0, 0, 4])
  expect([...forecast.freeFloat]).toEqual([0, 0, 4])
})

test('a predecessor that has not ended binds nothing once its successor is started', () => {
  const run = sampleRun([
    { duration: 50, started: 0 },
    { duration: 10, after: [0], started: 5 },
  ])
  const forecast = forecastTasks(run, 6)
  expect([...forecast.start]).toEqual([0, 5])
  expect([...forecast.totalFloat]).toEqual([0, 35])
})

test('a task started early was ready when the last predecessor before its start ended', () => {
  const run = sampleRun([
    { duration: 50, started: 0 },
    { duration: 3, started: 0, ended: 3 },
    { duration: 10, after: [0, 1], started: 5 },
  ])
  const forecast = forecastTasks(run, 6)
  expect(forecast.ready[2]).toBe(3)
  expect([...forecast.freeFloat]).toEqual([0, 0, 35])
})

test('a task that was started before the run was ready then', () => {
  const run = sampleRun([{ duration: 10, started: 90 }], { origin: 100 })
  expect(forecastTasks(run, 100).ready[0]).toBe(90)
})

test('an item that does not extend the end slides alone, and nobody becomes critical by it', () => {
  const run = sampleRun([
    { duration: 5, started: 0, ended: 5 },
    { after: [0], isStartable: true, offEnd: true },
    { duration: 30, started: 0 },
  ])
  const forecast = forecastTasks(run, 50)
  expect(forecast.runbookEnd).toBe(50)
  expect([...forecast.start]).toEqual([0, 50, 0])
  expect([...forecast.critical]).toEqual([0, 0, 1])
})

test('an untouched run is its plan', () => {
  const run = sampleRun([
    { duration: 5, isStartable: true },
    { duration: 7, after: [0], startFixed: 20 },
  ])
  const plan = planTasks(run)
  const forecast = forecastTasks(run, 0)
  for (const column of [
    'start',
    'end',
    'latestStart',
    'latestEnd',
    'totalFloat',
    'freeFloat',
    'critical',
  ] as const) {
    expect([...forecast[column]]).toEqual([...plan[column]])
  }
})

test('a run of a chain of 200 000 tasks is forecast', () => {
  const size = 200_000
  const chain = Array.from({ length: size }, (_, task) =>
    task > 0 ? { after: [task - 1], duration: 2 } : { started: 0 },
  )
  expect(forecastTasks(sampleRun(chain), 10).runbookEnd).toBe(10 + 2 * (size - 1))
})
