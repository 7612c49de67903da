import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { criticalPathTo } from './critical-path.ts'
import { planTasks } from './planned.ts'
import { samplePlan } from './test-builders.ts'

/**
 * 960 project networks of 30 to 90 activities with their critical-path lengths (`mpm`), from PSPLIB: R. Kolisch and
 * A. Sprecher, "PSPLIB - A project scheduling problem library", European Journal of Operational Research 96 (1997),
 * 205–216. Successors are positions from 0; the first and the last activity are the start and the end of the project.
 */
const networks = readFileSync(new URL('psplib.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(
    (line) => JSON.parse(line) as { name: string; mpm: number; durations: number[]; successors: number[][] },
  )

test('there are 960 networks', () => {
  expect(networks).toHaveLength(960)
})

test.each(networks)('network $name is $mpm long, forward and backward', ({ mpm, durations, successors }) => {
  const after = durations.map((): number[] => [])
  for (const [task, list] of successors.entries()) for (const successor of list) after[successor]!.push(task)
  const tasks = durations.map((duration, task) => ({ duration, after: after[task]! }))
  const facts = samplePlan(tasks, 1_000_000)
  const plan = planTasks(facts)
  expect(plan.runbookEnd - plan.runbookStart).toBe(mpm)
  expect(plan.latestStart[0]).toBe(1_000_000)
  expect(Math.min(...plan.totalFloat)).toBe(0)

  // The critical tasks are those of the critical paths from the first activity to the last, and no others.
  const path = criticalPathTo(facts.network, plan, durations.length - 1)
  expect(path[0]).toBe(0)
  expect([...path].sort((a, b) => a - b)).toEqual(
    tasks.flatMap((_, task) => (plan.critical[task] === 1 ? [task] : [])),
  )
})
