import { sweepBackward } from './backward.ts'
import type { Network } from './network.ts'
import { allocateTimes, type Times } from './times.ts'

/** What the plan says, one entry per position; instants in whole seconds UTC, NaN = none. */
export interface PlanFacts {
  network: Network
  /** The instant at which tasks without predecessors may start: the scheduled start, or the start of the run. */
  origin: number
  /** Whole seconds, 0 or more; 0 for the types that take no time. */
  durations: Float64Array
  startFixed: Float64Array
  endFixed: Float64Array
  /** 1 = does not extend the end of the runbook (checklist items without duration). */
  offEnd?: Uint8Array
}

/** Planned times. `runbookStart` is the origin, `runbookEnd` the latest end of the tasks that extend it. */
export interface Plan extends Times {
  runbookStart: number
  runbookEnd: number
}

/**
 * Critical path method over finish-to-start links without lag: forward pass, then backward pass with floats.
 *
 * A task starts when the last of its predecessors ends, not before the origin, not before its fixed start. A fixed
 * start never pulls a task forward, and a fixed end never stretches or shortens the plan (`missedFixedEnds` tells).
 *
 * @param into a plan of the same network that nobody reads any more: its arrays are written over
 */
export function planTasks(facts: PlanFacts, into?: Plan): Plan {
  const { network, origin, durations, startFixed, offEnd } = facts
  const { size, order, predecessorOffsets, predecessors } = network
  const plan: Plan =
    into?.start.length === size
      ? into
      : { ...allocateTimes(size, false), runbookStart: origin, runbookEnd: origin }
  const { start, end } = plan
  let runbookEnd = origin
  for (let k = 0; k < size; k += 1) {
    const task = order[k]!
    let from = origin
    for (let link = predecessorOffsets[task]!, last = predecessorOffsets[task + 1]!; link < last; link += 1) {
      const ended = end[predecessors[link]!]!
      if (ended > from) from = ended
    }
    const fixed = startFixed[task]!
    if (fixed > from) from = fixed
    const taskEnd = from + durations[task]!
    start[task] = from
    end[task] = taskEnd
    if (taskEnd > runbookEnd && (offEnd === undefined || offEnd[task] !== 1)) runbookEnd = taskEnd
  }
  plan.runbookStart = origin
  plan.runbookEnd = runbookEnd
  sweepBackward(network, plan, runbookEnd, offEnd)
  return plan
}

/** 1 for each task that is planned or forecast to end after its fixed end. */
export function missedFixedEnds(end: Float64Array, endFixed: Float64Array): Uint8Array {
  const missed = new Uint8Array(end.length)
  for (let task = 0; task < end.length; task += 1) if (end[task]! > endFixed[task]!) missed[task] = 1
  return missed
}
