import { expect, test } from 'vitest'
import { missedFixedEnds, planTasks } from './planned.ts'
import { samplePlan } from './test-builders.ts'

test('a task starts when the last of its predecessors ends', () => {
  const plan = planTasks(
    samplePlan([{ duration: 60 }, { duration: 300 }, { duration: 30, after: [0, 1] }], 1000),
  )
  expect([...plan.start]).toEqual([1000, 1000, 1300])
  expect([...plan.end]).toEqual([1060, 1300, 1330])
  expect([plan.runbookStart, plan.runbookEnd]).toEqual([1000, 1330])
})

test('total float is what a task may slip before the runbook ends later, free float before a successor starts later', () => {
  // 0 (2) → 1 (3) → 4 (1), 0 → 2 (4) → 3 (5) → 4: the long way takes 2 + 4 + 5 + 1 = 12.
  const plan = planTasks(
    samplePlan([
      { duration: 2 },
      { duration: 3, after: [0] },
      { duration: 4, after: [0] },
      { duration: 5, after: [2] },
      { duration: 1, after: [1, 3] },
      { duration: 4 },
    ]),
  )
  expect([...plan.latestStart]).toEqual([0, 8, 2, 6, 11, 8])
  expect([...plan.latestEnd]).toEqual([2, 11, 6, 11, 12, 12])
  expect([...plan.totalFloat]).toEqual([0, 6, 0, 0, 0, 8])
  expect([...plan.freeFloat]).toEqual([0, 6, 0, 0, 0, 8])
  expect([...plan.critical]).toEqual([1, 0, 1, 1, 1, 0])
})

test('free float is smaller than total float where a successor has float of its own', () => {
  // 0 (1) → 1 (1) beside 2 (10).
  const plan = planTasks(samplePlan([{ duration: 1 }, { duration: 1, after: [0] }, { duration: 10 }]))
  expect([...plan.totalFloat]).toEqual([8, 8, 0])
  expect([...plan.freeFloat]).toEqual([0, 8, 0])
})

test('a fixed start holds its task back and gives those before it float', () => {
  const plan = planTasks(samplePlan([{ duration: 10 }, { duration: 5, after: [0], startFixed: 60 }]))
  expect([...plan.start]).toEqual([0, 60])
  expect(plan.runbookEnd).toBe(65)
  expect([...plan.totalFloat]).toEqual([50, 0])
  expect([...plan.critical]).toEqual([0, 1])
})

test('a fixed start never lets a task start before its predecessors end, nor before the runbook', () => {
  const plan = planTasks(
    samplePlan(
      [
        { duration: 10, startFixed: 50 },
        { after: [0], startFixed: 105, duration: 1 },
      ],
      100,
    ),
  )
  expect([...plan.start]).toEqual([100, 110])
})

test('a fixed end moves nothing; it is missed when the task ends after it', () => {
  const facts = samplePlan([{ duration: 10, endFixed: 9 }, { duration: 10, endFixed: 10 }, { duration: 10 }])
  const plan = planTasks(facts)
  expect([...plan.end]).toEqual([10, 10, 10])
  expect([...missedFixedEnds(plan.end, facts.endFixed)]).toEqual([1, 0, 0])
})

test('a task that does not extend the end is not critical and leaves its predecessors the whole float', () => {
  // The checklist item 1 comes long after the end of task 0 and of task 2.
  const plan = planTasks(
    samplePlan([{ duration: 4 }, { after: [0], startFixed: 90, offEnd: true }, { duration: 10 }]),
  )
  expect(plan.runbookEnd).toBe(10)
  expect([...plan.totalFloat]).toEqual([6, 0, 0])
  expect([...plan.freeFloat]).toEqual([6, 0, 0])
  expect([...plan.latestEnd]).toEqual([10, 90, 10])
  expect([...plan.critical]).toEqual([0, 0, 1])
})

test('a task that does not extend the end is critical when a critical task waits for it', () => {
  const plan = planTasks(
    samplePlan([{ duration: 4 }, { after: [0], offEnd: true }, { after: [1], duration: 6 }]),
  )
  expect([...plan.critical]).toEqual([1, 1, 1])
})

test('the floats of a task that can never move the end reach to the end of the runbook', () => {
  const plan = planTasks(samplePlan([{ duration: 4, offEnd: true }, { duration: 10 }]))
  expect([plan.totalFloat[0], plan.freeFloat[0], plan.latestEnd[0]]).toEqual([6, 6, 10])
})

test('a runbook without tasks ends when it starts', () => {
  const plan = planTasks(samplePlan([], 500))
  expect([plan.runbookStart, plan.runbookEnd]).toEqual([500, 500])
})

test('a milestone takes no time and passes the start on', () => {
  const plan = planTasks(samplePlan([{ duration: 7 }, { after: [0] }, { after: [1], duration: 2 }]))
  expect([...plan.start]).toEqual([0, 7, 7])
})

test('a plan written over an old one is the same as a fresh one', () => {
  const before = planTasks(
    samplePlan(
      [
        { duration: 1, startFixed: 9 },
        { duration: 8, offEnd: true },
      ],
      3,
    ),
  )
  const facts = samplePlan([{ duration: 5 }, { duration: 2, after: [0] }])
  expect(planTasks(facts, before)).toEqual(planTasks(facts))
})

test('a chain of 200 000 tasks is planned', () => {
  const size = 200_000
  const chain = Array.from({ length: size }, (_, task) =>
    task > 0 ? { after: [task - 1], duration: 2 } : { duration: 2 },
  )
  const plan = planTasks(samplePlan(chain))
  expect(plan.runbookEnd).toBe(400_000)
  expect(plan.critical.indexOf(0)).toBe(-1)
})
