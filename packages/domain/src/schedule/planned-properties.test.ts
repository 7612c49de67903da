import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planTasks } from './planned.ts'
import { type SampleTask, samplePlan } from './test-builders.ts'
import { anyPermutation, anyPlan, movePositions } from './test-samples.ts'

/** The definition, without order or memory: a task starts when all chains before it have ended. */
function naiveStart(tasks: readonly SampleTask[], task: SampleTask): number {
  const ends = (task.after ?? []).map((p) => naiveStart(tasks, tasks[p]!) + (tasks[p]!.duration ?? 0))
  return Math.max(0, task.startFixed ?? 0, ...ends)
}

test('starts and the end of the runbook are those of the longest chains', () => {
  fc.assert(
    fc.property(anyPlan(), (tasks) => {
      const plan = planTasks(samplePlan(tasks))
      const starts = tasks.map((task) => naiveStart(tasks, task))
      const ends = tasks.map((task, position) => (task.offEnd ? 0 : starts[position]! + task.duration!))
      expect([...plan.start]).toEqual(starts)
      expect(plan.runbookEnd).toBe(Math.max(0, ...ends))
    }),
  )
})

test('the order of the tasks makes no difference', () => {
  const planAndOrder = anyPlan().chain((tasks) => fc.tuple(fc.constant(tasks), anyPermutation(tasks.length)))
  fc.assert(
    fc.property(planAndOrder, ([tasks, to]) => {
      const plan = planTasks(samplePlan(tasks))
      const moved = planTasks(samplePlan(movePositions(tasks, to)))
      for (const column of [
        'start',
        'end',
        'latestStart',
        'latestEnd',
        'totalFloat',
        'freeFloat',
        'critical',
      ] as const) {
        expect(to.map((position) => moved[column][position])).toEqual([...plan[column]])
      }
    }),
  )
})

/** The same plan with one task that takes so much longer. */
function planWith(tasks: readonly SampleTask[], position: number, longer: number) {
  const task = tasks[position]!
  return planTasks(samplePlan(tasks.with(position, { ...task, duration: task.duration! + longer })))
}

test('total float is exact: a task may take that much longer, and a second more moves the end by a second', () => {
  fc.assert(
    fc.property(anyPlan(), fc.nat(), (tasks, pick) => {
      const position = pick % tasks.length
      fc.pre(!tasks[position]!.offEnd)
      const plan = planTasks(samplePlan(tasks))
      const float = plan.totalFloat[position]!
      expect(plan.critical[position]).toBe(float === 0 ? 1 : 0)
      expect(planWith(tasks, position, float).runbookEnd).toBe(plan.runbookEnd)
      expect(planWith(tasks, position, float + 1).runbookEnd).toBe(plan.runbookEnd + 1)
    }),
  )
})

test('a task that does not extend the end is critical exactly when a second more moves the end', () => {
  fc.assert(
    fc.property(anyPlan(), fc.nat(), (drafts, pick) => {
      const position = pick % drafts.length
      const tasks = drafts.with(position, { ...drafts[position]!, offEnd: true })
      const plan = planTasks(samplePlan(tasks))
      const isMoved = planWith(tasks, position, 1).runbookEnd > plan.runbookEnd
      expect(plan.critical[position]).toBe(isMoved ? 1 : 0)
      expect(planWith(tasks, position, plan.totalFloat[position]!).runbookEnd).toBe(plan.runbookEnd)
    }),
  )
})

test('free float is exact: a task may take that much longer and no other task moves, nor the end', () => {
  fc.assert(
    fc.property(anyPlan(), fc.nat(), (tasks, pick) => {
      const position = pick % tasks.length
      fc.pre(!tasks[position]!.offEnd)
      const plan = planTasks(samplePlan(tasks))
      const float = plan.freeFloat[position]!
      expect(float).toBeLessThanOrEqual(plan.totalFloat[position]!)
      const within = planWith(tasks, position, float)
      expect([...within.start, within.runbookEnd]).toEqual([...plan.start, plan.runbookEnd])
      const beyond = planWith(tasks, position, float + 1)
      expect([...beyond.start, beyond.runbookEnd]).not.toEqual([...plan.start, plan.runbookEnd])
    }),
  )
})

test('critical tasks form chains from the start, or from a fixed start, to the end of the runbook', () => {
  fc.assert(
    fc.property(anyPlan(), (tasks) => {
      const plan = planTasks(samplePlan(tasks))
      const isReached = tasks.some((_, t) => plan.critical[t] === 1 && plan.end[t] === plan.runbookEnd)
      expect(isReached).toBe(tasks.some((task) => !task.offEnd))
      for (const [position, task] of tasks.entries()) {
        if (plan.critical[position] !== 1) continue
        expect(plan.totalFloat[position]).toBe(0)
        const start = plan.start[position]
        const isHeld = start === 0 || start === task.startFixed
        expect(isHeld || task.after!.some((p) => plan.critical[p] === 1 && plan.end[p] === start)).toBe(true)
      }
    }),
  )
})

test('adding a task never moves an earlier one: only what waits for the new task can move, and only later', () => {
  const grown = anyPlan().chain((tasks) =>
    fc.record({
      tasks: fc.constant(tasks),
      after: fc.nat(tasks.length - 1),
      before: fc.nat(tasks.length - 1),
    }),
  )
  fc.assert(
    fc.property(grown, fc.nat(9), ({ tasks, after, before }, duration) => {
      const plan = planTasks(samplePlan(tasks))
      const leaf = planTasks(samplePlan([...tasks, { after: [after], duration }]))
      expect([...leaf.start.subarray(0, tasks.length)]).toEqual([...plan.start])

      const waiting = { ...tasks[before]!, after: [...tasks[before]!.after!, tasks.length] }
      const first = planTasks(samplePlan([...tasks.with(before, waiting), { duration }]))
      for (const [position, start] of plan.start.entries()) {
        expect(first.start[position]).toBeGreaterThanOrEqual(start)
      }
    }),
  )
})
