import { expect, test } from 'vitest'
import { criticalPathTo } from './critical-path.ts'
import { forecastTasks } from './forecast.ts'
import { planTasks } from './planned.ts'
import { type SampleTask, samplePlan, sampleRun } from './test-builders.ts'

function pathTo(target: number, tasks: SampleTask[]) {
  const facts = samplePlan(tasks)
  return [...criticalPathTo(facts.network, planTasks(facts), target)]
}

test('the path to a task is the chain whose ends are the starts of what follows', () => {
  const tasks = [{ duration: 2 }, { duration: 3, after: [0] }, { duration: 4, after: [0] }, { after: [1, 2] }]
  expect(pathTo(3, tasks)).toEqual([0, 2, 3])
  expect(pathTo(1, tasks)).toEqual([0, 1])
})

test('chains of the same length are all shown', () => {
  expect(pathTo(2, [{ duration: 4 }, { duration: 4 }, { after: [0, 1] }])).toEqual([0, 1, 2])
})

test('a task that its fixed start holds begins its path', () => {
  expect(pathTo(1, [{ duration: 4 }, { after: [0], startFixed: 9, duration: 1 }])).toEqual([1])
})

test('the target need not be critical for the runbook', () => {
  expect(pathTo(1, [{ duration: 1 }, { after: [0], duration: 1 }, { duration: 99 }])).toEqual([0, 1])
})

test('in a run the path leads through what is complete, across the wait for a hand, and not through what is abandoned', () => {
  const run = sampleRun([
    { duration: 5, started: 0, ended: 6 },
    { duration: 5, after: [0, 2], started: 9 },
    { duration: 5, ended: 6, abandoned: true },
    { duration: 1, after: [1, 2] },
  ])
  expect([...criticalPathTo(run.network, forecastTasks(run, 10), 3)]).toEqual([0, 1, 3])
})
