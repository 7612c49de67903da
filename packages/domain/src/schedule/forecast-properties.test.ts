import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLETE, forecastTasks, IN_PROGRESS, type RunFacts } from './forecast.ts'
import { lateFlags } from './lateness.ts'
import { sampleRun } from './test-builders.ts'
import { anyPermutation, anyRun, movePositions, type SampleRun } from './test-samples.ts'

function factsOf({ tasks, pauses, enforceFixed }: SampleRun): RunFacts {
  return sampleRun(tasks, { pauses: Float64Array.from(pauses), enforceFixed })
}

const columns = [
  'start',
  'end',
  'ready',
  'latestStart',
  'latestEnd',
  'totalFloat',
  'freeFloat',
  'critical',
] as const

/** The rules one by one, without order or memory. */
function naiveForecast({ tasks, pauses, enforceFixed, now }: SampleRun) {
  const paused = (since: number) => {
    let seconds = 0
    for (let second = since; second < now; second += 1) {
      if (pauses.some((from, at) => at % 2 === 0 && second >= from && !(second >= pauses[at + 1]!)))
        seconds += 1
    }
    return seconds
  }
  const alive = (task: number) => (tasks[task]!.after ?? []).filter((p) => !tasks[p]!.abandoned)
  /** A fixed start ahead of the actual one was overridden, or the task skipped before it: it held nobody. */
  const fixed = (task: number) => {
    const { started, ended, startFixed } = tasks[task]!
    return enforceFixed && startFixed !== undefined && startFixed <= (started ?? ended ?? startFixed)
      ? startFixed
      : 0
  }
  const ready = (task: number): number => Math.max(0, fixed(task), ...alive(task).map(end))
  const start = (task: number): number => {
    const { started, ended } = tasks[task]!
    return started ?? ended ?? Math.max(now, ready(task))
  }
  const end = (task: number): number => {
    const { started, ended, duration } = tasks[task]!
    if (ended !== undefined) return ended
    return started === undefined
      ? start(task) + duration!
      : Math.max(now, started + duration! + paused(started))
  }
  const all = tasks.map((_, task) => task)
  const counting = all.filter((task) => !tasks[task]!.abandoned && !tasks[task]!.offEnd)
  const runbookEnd = Math.max(0, ...counting.map(end))
  /** A task may end so much later that no chain of what waits for it, hands included, ends after the runbook. */
  const float = (task: number): number => {
    const own = tasks[task]!.offEnd ? Number.POSITIVE_INFINITY : runbookEnd - end(task)
    const following = all.filter((s) => !tasks[s]!.abandoned && tasks[s]!.after?.includes(task))
    return Math.min(own, ...following.map((s) => Math.min(start(s), ready(s)) - end(task) + float(s)))
  }
  return { all, start, end, float, runbookEnd }
}

const skippedBeforeFixedStart: SampleRun = {
  tasks: [
    { duration: 0, after: [1], startFixed: 2, ended: 1 },
    { duration: 0, after: [], started: 0, ended: 0 },
  ],
  pauses: [],
  enforceFixed: true,
  now: 1,
}

test('times, end and floats are those of the rules taken one by one', () => {
  fc.assert(
    fc.property(anyRun(7), (run) => {
      const forecast = forecastTasks(factsOf(run), run.now)
      const naive = naiveForecast(run)
      expect(forecast.runbookEnd).toBe(naive.runbookEnd)
      for (const task of naive.all) {
        if (run.tasks[task]!.abandoned) continue
        expect(forecast.start[task]).toBe(naive.start(task))
        expect(forecast.end[task]).toBe(naive.end(task))
        const float = naive.float(task)
        const isBound = float < Number.POSITIVE_INFINITY
        expect(forecast.totalFloat[task]).toBe(
          isBound ? float : Math.max(0, naive.runbookEnd - naive.end(task)),
        )
        expect(forecast.critical[task]).toBe(float === 0 ? 1 : 0)
      }
    }),
    { numRuns: 400, examples: [[skippedBeforeFixedStart]] },
  )
})

test('the order of the tasks makes no difference', () => {
  const runAndOrder = anyRun().chain((run) => fc.tuple(fc.constant(run), anyPermutation(run.tasks.length)))
  fc.assert(
    fc.property(runAndOrder, ([run, to]) => {
      const forecast = forecastTasks(factsOf(run), run.now)
      const moved = forecastTasks(factsOf({ ...run, tasks: movePositions(run.tasks, to) }), run.now)
      for (const column of columns) {
        expect(to.map((position) => moved[column][position])).toEqual([...forecast[column]])
      }
      expect([moved.runbookEnd, moved.validUntil]).toEqual([forecast.runbookEnd, forecast.validUntil])
    }),
  )
})

test('before validUntil the clock changes nothing', () => {
  fc.assert(
    fc.property(anyRun(), fc.nat(99), (run, percent) => {
      const facts = factsOf(run)
      const forecast = forecastTasks(facts, run.now)
      expect(forecast.validUntil).toBeGreaterThanOrEqual(run.now)
      const span = Math.min(forecast.validUntil - run.now, 1_000_000)
      fc.pre(span > 0)
      const later = run.now + Math.floor((span * percent) / 100)
      const again = forecastTasks(facts, later)
      expect(again).toEqual(forecast)
      expect(lateFlags(facts, again, later)).toEqual(lateFlags(facts, forecast, run.now))
    }),
    { numRuns: 400 },
  )
})

test('after validUntil the clock changes something', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const facts = factsOf(run)
      const { validUntil } = forecastTasks(facts, run.now)
      fc.pre(Number.isFinite(validUntil))
      const at = forecastTasks(facts, validUntil)
      const after = forecastTasks(facts, validUntil + 1)
      expect([...after.start, ...after.end]).not.toEqual([...at.start, ...at.end])
    }),
  )
})

test('no task that has not started starts in the past or before its predecessors end', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const facts = factsOf(run)
      const { start, end } = forecastTasks(facts, run.now)
      for (const [position, task] of run.tasks.entries()) {
        if (facts.stage[position]! >= IN_PROGRESS || task.abandoned) continue
        expect(start[position]).toBeGreaterThanOrEqual(run.now)
        const alive = task.after!.filter((p) => !run.tasks[p]!.abandoned)
        for (const p of alive) expect(start[position]).toBeGreaterThanOrEqual(end[p]!)
      }
    }),
  )
})

test('a complete run is forecast as it was, at any later instant', () => {
  fc.assert(
    fc.property(anyRun(), fc.nat(1000), (run, later) => {
      const tasks = run.tasks
        .filter((task) => task.ended !== undefined)
        .map((task) => ({ ...task, after: [] }))
      const facts = factsOf({ ...run, tasks })
      const forecast = forecastTasks(facts, run.now + later)
      expect([...facts.stage].every((stage) => stage === COMPLETE)).toBe(true)
      expect([...forecast.start]).toEqual(tasks.map((task) => task.started ?? task.ended))
      expect([...forecast.end]).toEqual(tasks.map((task) => task.ended))
      const counting = tasks.filter((task) => !task.abandoned && !task.offEnd)
      expect(forecast.runbookEnd).toBe(Math.max(0, ...counting.map((task) => task.ended!)))
      expect(forecast.validUntil).toBe(Number.POSITIVE_INFINITY)
    }),
  )
})

test('critical tasks form chains from the start of the run, or from a fixed start, to its end', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const { critical, end, ready, totalFloat, runbookEnd } = forecastTasks(factsOf(run), run.now)
      const isReached = run.tasks.some((_, task) => critical[task] === 1 && end[task] === runbookEnd)
      expect(isReached).toBe(run.tasks.some((task) => !task.offEnd && !task.abandoned))
      for (const [position, task] of run.tasks.entries()) {
        if (critical[position] !== 1) continue
        expect(totalFloat[position]).toBe(0)
        const from = ready[position]
        const isHeld = from === 0 || from === task.startFixed
        expect(isHeld || task.after!.some((p) => critical[p] === 1 && end[p] === from)).toBe(true)
      }
    }),
  )
})

test('what is not complete may take its total float longer and the run ends as before; one second more, later', () => {
  fc.assert(
    fc.property(anyRun(), fc.nat(), ({ tasks, enforceFixed, now }, pick) => {
      const position = pick % tasks.length
      const task = tasks[position]!
      fc.pre(task.ended === undefined && !task.offEnd)
      const forecastWith = (duration: number) =>
        forecastTasks(
          factsOf({ tasks: tasks.with(position, { ...task, duration }), pauses: [], enforceFixed, now }),
          now,
        )
      const forecast = forecastWith(task.duration!)
      // What runs over lasts until now; only from there on does it take longer.
      const lasts = forecast.end[position]! - forecast.start[position]!
      const float = forecast.totalFloat[position]!
      expect(forecastWith(lasts + float).runbookEnd).toBe(forecast.runbookEnd)
      expect(forecastWith(lasts + float + 1).runbookEnd).toBe(forecast.runbookEnd + 1)
    }),
    { numRuns: 400 },
  )
})

test('a forecast written over an old one is the same as a fresh one', () => {
  fc.assert(
    fc.property(anyRun(4), anyRun(4), (one, other) => {
      fc.pre(one.tasks.length === other.tasks.length)
      const old = forecastTasks(factsOf(one), one.now)
      const facts = factsOf(other)
      expect(forecastTasks(facts, other.now, old)).toEqual(forecastTasks(facts, other.now))
    }),
  )
})
