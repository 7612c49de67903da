import * as fc from 'fast-check'
import type { SampleRunTask, SampleTask } from './test-builders.ts'

/** Plans of up to `maxTasks` tasks whose positions are in no particular order. */
export function anyPlan(maxTasks = 9): fc.Arbitrary<SampleTask[]> {
  const task = fc.record({
    duration: fc.integer({ min: 0, max: 9 }),
    startFixed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.integer({ min: 0, max: 40 })),
    offEnd: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    links: fc.array(fc.nat(maxTasks), { maxLength: 3 }),
  })
  return fc.array(task, { minLength: 1, maxLength: maxTasks }).chain((drafts) => {
    const inOrder = drafts.map(({ duration, startFixed, offEnd, links }, position): SampleTask => {
      const after = position === 0 ? [] : links.map((link) => link % position)
      return { duration, offEnd, after, ...(startFixed === undefined ? {} : { startFixed }) }
    })
    return anyPermutation(drafts.length).map((to) => movePositions(inOrder, to))
  })
}

export function anyPermutation(size: number): fc.Arbitrary<number[]> {
  const positions = Array.from({ length: size }, (_, position) => position)
  return fc.shuffledSubarray(positions, { minLength: size, maxLength: size })
}

/** The same tasks, the one at position p now at `to[p]`. */
export function movePositions<T extends SampleTask>(tasks: readonly T[], to: readonly number[]): T[] {
  const moved: T[] = []
  for (const [from, task] of tasks.entries()) {
    moved[to[from]!] = { ...task, after: (task.after ?? []).map((predecessor) => to[predecessor]!) }
  }
  return moved
}

export interface SampleRun {
  tasks: SampleRunTask[]
  pauses: number[]
  enforceFixed: boolean
  now: number
}

/**
 * Runs as the rules let them happen: a task starts when its predecessors have ended and, where enforced, its fixed
 * start is reached or overridden, then waits for a hand and takes the time it takes, or is skipped; some are
 * abandoned.
 */
export function anyRun(maxTasks = 9): fc.Arbitrary<SampleRun> {
  return fc
    .record({
      plan: anyPlan(maxTasks),
      fates: fc.array(
        fc.record({
          wait: fc.nat(5),
          took: fc.nat(12),
          fate: fc.constantFrom('ends', 'ends', 'ends', 'early', 'runs', 'waits', 'skipped', 'abandoned'),
        }),
        { minLength: maxTasks, maxLength: maxTasks },
      ),
      pauses: fc.uniqueArray(fc.nat(60), { maxLength: 3 }),
      enforceFixed: fc.boolean(),
      later: fc.nat(20),
    })
    .map(({ plan, fates, pauses, enforceFixed, later }) => {
      const tasks = plan.map((task): SampleRunTask => ({ ...task }))
      const settled = new Set<number>()
      let now = 0
      for (let progress = true; progress; ) {
        progress = false
        for (const [position, task] of tasks.entries()) {
          const before = (task.after ?? []).map((predecessor) => tasks[predecessor]!)
          if (
            settled.has(position) ||
            !before.every((predecessor) => settled.has(tasks.indexOf(predecessor)))
          )
            continue
          settled.add(position)
          progress = true
          if (!before.every((predecessor) => predecessor.ended !== undefined)) continue
          const { wait, took, fate } = fates[position]!
          const ready = Math.max(0, ...before.map((predecessor) => predecessor.ended!))
          const released = Math.max(ready, (enforceFixed ? task.startFixed : undefined) ?? 0)
          if (fate === 'abandoned' || fate === 'skipped') {
            task.ended = ready + wait
            task.abandoned = fate === 'abandoned'
          } else if (fate !== 'waits') {
            task.started = (fate === 'early' ? ready : released) + wait
            if (fate !== 'runs') task.ended = task.started + took
          }
          now = Math.max(now, task.started ?? 0, task.ended ?? 0)
        }
      }
      now += later
      for (const task of tasks) {
        const isReady = (task.after ?? []).every((predecessor) => tasks[predecessor]!.ended !== undefined)
        task.isStartable = isReady && (!enforceFixed || (task.startFixed ?? 0) <= now)
      }
      const instants = pauses.filter((instant) => instant <= now).sort((a, b) => a - b)
      if (instants.length % 2 === 1) instants.push(Number.NaN)
      return { tasks, pauses: instants, enforceFixed, now }
    })
}
