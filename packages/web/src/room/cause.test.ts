import { accessOf } from '@runsheet/domain'
import { describe, expect, test } from 'vitest'
import { countWaiting, minutesLate, storyOf } from './cause.ts'
import { objectiveOf } from './objective.ts'
import { type Plan, positionsOf, type Run, type Runbook, type Task, type TaskType } from './plan.ts'
import { scheduleAt } from './schedule.ts'

/** 02:00 of some night; tasks are planned in minutes after it. */
const T0 = 1_763_776_800
const at = (minutes: number) => T0 + minutes * 60

const normal: TaskType = {
  id: 1,
  key: 'normal',
  name: 'Normal',
  default: true,
  icon: null,
  zero_duration: false,
  off_end: false,
  auto_start: false,
  auto_finish: false,
  fixed_start: true,
}

interface Sketch {
  readonly id: number
  /** Minutes. */
  readonly takes: number
  readonly after?: readonly number[]
  /** Minutes after the planned start of the run. */
  readonly planned: readonly [number, number]
  readonly started?: number
  readonly ended?: number
  readonly ready?: boolean
  readonly fixed?: number
}

const task = ({ id, takes, after = [], planned, started, ended, ready, fixed }: Sketch): Task =>
  ({
    id,
    name: `Task ${id}`,
    stage:
      ended !== undefined
        ? 'complete'
        : started !== undefined
          ? 'in_progress'
          : ready
            ? 'startable'
            : 'not_startable',
    completion_type: ended === undefined ? null : 'complete_normal',
    duration: takes * 60,
    start_planned: at(planned[0]),
    end_planned: at(planned[1]),
    start_actual: started === undefined ? null : at(started),
    end_actual: ended === undefined ? null : at(ended),
    start_fixed: fixed === undefined ? null : at(fixed),
    end_fixed: null,
    task_type_id: 1,
    predecessors: after,
    assignees: [],
  }) as unknown as Task

function planOf(sketches: readonly Sketch[], run: Partial<Run> = {}, runbook: Partial<Runbook> = {}): Plan {
  const tasks = sketches.map(task)
  return {
    seq: 1,
    runbook: {
      rto: null,
      rto_start_task_id: null,
      rto_end_task_id: null,
      created_at: T0,
      ...runbook,
    } as Runbook,
    run: {
      id: 1,
      run_type: 'live',
      start_planned: T0,
      start_actual: T0,
      end_actual: null,
      pauses: [],
      ...run,
    },
    tasks,
    positions: positionsOf(tasks),
    streams: [],
    taskTypes: new Map([[1, normal]]),
    people: new Map(),
    teams: new Map(),
    access: accessOf(1, [], new Map()),
  }
}

const story = (plan: Plan, minute: number) => storyOf(plan, scheduleAt(plan, at(minute)))

describe('the cause of a delay', () => {
  test('is the critical task that runs over, by what it runs over', () => {
    const plan = planOf([
      { id: 1, takes: 11, planned: [0, 11], started: 0 },
      { id: 2, takes: 4, after: [1], planned: [11, 15] },
      { id: 3, takes: 1, planned: [0, 1], started: 0 },
    ])
    expect(minutesLate(scheduleAt(plan, at(15)))).toBe(4)
    expect(story(plan, 15)).toEqual({ kind: 'late', delays: [{ at: 0, kind: 'over', seconds: 240 }] })
  })

  test('tells what a task runs over by its own duration, without what it was started late by', () => {
    const plan = planOf([{ id: 1, takes: 11, planned: [0, 11], started: 1 }])
    expect(minutesLate(scheduleAt(plan, at(16)))).toBe(5)
    expect(story(plan, 16)).toEqual({ kind: 'late', delays: [{ at: 0, kind: 'over', seconds: 240 }] })
  })

  test('is the task that can start and is not started', () => {
    const plan = planOf([
      { id: 1, takes: 5, planned: [0, 5], started: 0, ended: 5 },
      { id: 2, takes: 10, after: [1], planned: [5, 15], ready: true },
    ])
    expect(story(plan, 8)).toEqual({ kind: 'late', delays: [{ at: 1, kind: 'not_started', seconds: 180 }] })
  })

  test('is the task that was started late, while it keeps to its duration', () => {
    const plan = planOf([{ id: 1, takes: 10, planned: [0, 10], started: 3 }])
    expect(story(plan, 5)).toEqual({ kind: 'late', delays: [{ at: 0, kind: 'started_late', seconds: 180 }] })
  })

  test('is the task that takes longer than it was planned to', () => {
    const plan = planOf([{ id: 1, takes: 20, planned: [0, 10], started: 0 }])
    expect(story(plan, 5)).toEqual({ kind: 'late', delays: [{ at: 0, kind: 'longer', seconds: 600 }] })
  })

  test('is the worst first, where several critical tasks delay', () => {
    const plan = planOf([
      { id: 1, takes: 5, planned: [0, 5], started: 0, ended: 5 },
      { id: 2, takes: 10, after: [1], planned: [5, 15], started: 7 },
      { id: 3, takes: 9, after: [2], planned: [15, 20] },
    ])
    expect(story(plan, 8)).toEqual({
      kind: 'late',
      delays: [
        { at: 2, kind: 'longer', seconds: 240 },
        { at: 1, kind: 'started_late', seconds: 120 },
      ],
    })
  })

  test('is the past where nothing open delays: the task that took longer, with what comes next', () => {
    const plan = planOf([
      { id: 1, takes: 5, planned: [0, 5], started: 0, ended: 14 },
      { id: 2, takes: 10, after: [1], planned: [5, 15], started: 14 },
    ])
    expect(story(plan, 15)).toEqual({
      kind: 'lost',
      delay: { at: 0, kind: 'took_longer', seconds: 540 },
      beganLate: 0,
      paused: 0,
      next: 1,
    })
  })

  test('is the start of the run where that came late, and its pauses', () => {
    const plan = planOf([{ id: 1, takes: 10, planned: [0, 10], started: 6 }], {
      start_actual: at(6),
      pauses: [[at(7), at(9)]],
    })
    expect(story(plan, 10)).toEqual({ kind: 'lost', delay: null, beganLate: 360, paused: 120, next: 0 })
  })

  test('is no task with float left: it delays nobody', () => {
    const plan = planOf([
      { id: 1, takes: 60, planned: [0, 60], started: 0 },
      { id: 2, takes: 5, planned: [0, 5], started: 0 },
    ])
    expect(story(plan, 12)).toEqual({ kind: 'on_time', next: 0 })
  })
})

test('ahead: since the task whose end was before its planned end, and from which on all were', () => {
  const plan = planOf([
    { id: 1, takes: 5, planned: [0, 5], started: 0, ended: 6 },
    { id: 2, takes: 10, after: [1], planned: [5, 15], started: 6, ended: 12 },
    { id: 3, takes: 10, after: [2], planned: [15, 25], started: 12, ended: 21 },
    { id: 4, takes: 10, after: [3], planned: [25, 35], started: 21 },
  ])
  expect(story(plan, 22)).toEqual({ kind: 'ahead', since: 1, next: 3 })
})

test('on time, with a fixed start next: that is what holds', () => {
  const plan = planOf([
    { id: 1, takes: 5, planned: [0, 5], started: 0, ended: 4 },
    { id: 2, takes: 10, after: [1], planned: [30, 40], fixed: 30 },
  ])
  expect(story(plan, 6)).toEqual({ kind: 'held', at: 1 })
})

test('tasks that wait are counted once each, those that are complete left out', () => {
  // 1 → 2 → 4, 1 → 3 → 4, 1 → 5 (complete)
  const plan = planOf([
    { id: 1, takes: 5, planned: [0, 5], started: 0 },
    { id: 2, takes: 5, after: [1], planned: [5, 10] },
    { id: 3, takes: 5, after: [1], planned: [5, 10] },
    { id: 4, takes: 5, after: [2, 3], planned: [10, 15] },
    { id: 5, takes: 5, after: [1], planned: [5, 10], started: 1, ended: 2 },
  ])
  expect(countWaiting(plan, scheduleAt(plan, at(1)), 0)).toBe(3)
  expect(countWaiting(plan, scheduleAt(plan, at(1)), 3)).toBe(0)
})

describe('the objective', () => {
  const sketches: readonly Sketch[] = [
    { id: 1, takes: 5, planned: [0, 5], started: 2, ended: 7 },
    { id: 2, takes: 60, after: [1], planned: [5, 65], started: 7 },
  ]

  test('counts from the actual start of its first task to the forecast end of its last', () => {
    const plan = planOf(sketches, {}, { rto: 5_400, rto_start_task_id: 1, rto_end_task_id: 2 })
    expect(objectiveOf(plan, scheduleAt(plan, at(10)))).toEqual({
      at: 1,
      due: at(92),
      expected: at(67),
      isFact: false,
    })
  })

  test('is none where one of its tasks is missing', () => {
    const plan = planOf(sketches, {}, { rto: 5_400, rto_start_task_id: 1 })
    expect(objectiveOf(plan, scheduleAt(plan, at(10)))).toBeUndefined()
  })
})
