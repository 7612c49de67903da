import { expect, test } from 'vitest'
import type { Task } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { testPlan, testTask } from '../room/test-plan.ts'
import { barOf, firstShifted, type LabelFacts, type LabelWords, labelOf } from './bar.ts'

const task = (id: number, given: Partial<Task> = {}) => testTask(id, 10, [], given)
const run = { start_planned: 0, start_actual: 0 }
const planned = (start: number, end: number): Partial<Task> => ({ start_planned: start, end_planned: end })

// #1 ran 0 to 600 as planned; #2 runs since 600, planned to 1200; #3 follows; now is 1440: #2 is 4 minutes over.
const plan = testPlan({
  tasks: [
    task(1, {
      ...planned(0, 600),
      stage: 'complete',
      completion_type: 'complete_normal',
      start_actual: 0,
      end_actual: 600,
    }),
    task(2, { ...planned(600, 1200), stage: 'in_progress', start_actual: 600, predecessors: [1] }),
    task(3, { ...planned(1200, 1800), predecessors: [2] }),
    task(4, {
      ...planned(600, 720),
      duration: 120,
      stage: 'startable',
      start_ready: 1260,
      predecessors: [1],
    }),
    task(5, { ...planned(1800, 1800), duration: 0, task_type_id: 2, predecessors: [3] }),
  ],
  run,
})
const NOW = 1440
const schedule = scheduleAt(plan, NOW)
const bar = (at: number) => barOf(plan, schedule, at, NOW)

const words: LabelWords = {
  over: (seconds) => `${seconds / 60} over`,
  ready: (minutes, isMine) => `${isMine ? 'mine ' : ''}${minutes}`,
  waitsFor: (id) => `waits #${id}`,
  fixedStart: (instant) => `fixed ${instant}`,
  tookMore: (minutes) => `more ${minutes}`,
  length: (seconds) => `${seconds} s`,
}
const facts: LabelFacts = { isMine: false, isInHand: false, isFirstShifted: false, delta: 0 }
const label = (at: number, given: Partial<LabelFacts> = {}) =>
  labelOf(plan, at, bar(at), NOW, { ...facts, ...given }, words)

test('what was done lies from its actual start to its actual end', () => {
  expect(bar(0)).toMatchObject({
    kind: 'done',
    start: 0,
    end: 600,
    railStart: 0,
    railEnd: 600,
    isCritical: false,
  })
})

test('what runs over is filled to the end of its length, and late from there to now', () => {
  expect(bar(1)).toMatchObject({ kind: 'running', start: 600, end: 1440, filledUntil: 1200, overFrom: 1200 })
})

test('a forecast lies where the delay has pushed it, its rail where it was planned', () => {
  expect(bar(2)).toMatchObject({
    kind: 'forecast',
    start: 1440,
    end: 2040,
    railStart: 1200,
    railEnd: 1800,
    isCritical: true,
  })
})

test('what can start lies from now on, with float to the last moment without harm', () => {
  expect(bar(3)).toMatchObject({ kind: 'startable', start: 1440, end: 1560, floatUntil: 2040 })
})

test('a milestone is a point', () => {
  expect(bar(4)).toMatchObject({ isDiamond: true, start: 2040 })
})

test('a plan without a run has one bar and no rail', () => {
  const alone = testPlan({ tasks: [task(1, { start_fixed: 300 })], runbook: { start_scheduled: 0 } })
  const only = barOf(alone, scheduleAt(alone, 0), 0, 0)
  expect(only).toMatchObject({ kind: 'plan', start: 300, end: 900, fixedStart: 300 })
  expect(only.railStart).toBeNaN()
})

test('only the delay that is made here is loud', () => {
  expect(label(1)).toEqual({ text: '4 over', tone: 'late' })
  expect(label(2, { delta: 4 })).toEqual({ text: 'waits #2', tone: 'quiet' })
})

test('mine and ready says for how long', () => {
  expect(label(3, { isMine: true })).toEqual({ text: 'mine 3', tone: 'accent' })
  expect(label(3)).toEqual({ text: '3', tone: 'quiet' })
})

test('an inherited delay is said once per stream, and of what is in hand', () => {
  const later = testPlan({
    tasks: [...plan.tasks.slice(0, 3), task(6, { ...planned(1800, 2400), predecessors: [3] })],
    run,
  })
  const then = scheduleAt(later, NOW)
  const given = { ...facts, delta: 4 }
  const of = (more: Partial<LabelFacts>) =>
    labelOf(later, 3, barOf(later, then, 3, NOW), NOW, { ...given, ...more }, words)
  expect(of({})).toBeUndefined()
  expect(of({ isFirstShifted: true })).toEqual({ text: '+4', tone: 'quiet' })
  expect(of({ isInHand: true, delta: -2 })).toEqual({ text: '−2', tone: 'quiet' })
})

test('the first of a stream is the first critical task that waits and is shifted', () => {
  const critical = Uint8Array.from([0, 1, 1, 0, 1])
  expect([...firstShifted([0, 1, 2, 3, 4], plan, critical, () => 4)]).toEqual([2])
})
