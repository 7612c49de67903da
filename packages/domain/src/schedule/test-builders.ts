import { COMPLETE, IN_PROGRESS, NOT_STARTABLE, type RunFacts, STARTABLE } from './forecast.ts'
import { buildNetwork, type Network } from './network.ts'
import { type PlanFacts, planTasks } from './planned.ts'

/** A task of a test: only what matters to its rule is given. Predecessors are positions. */
export interface SampleTask {
  after?: readonly number[]
  duration?: number
  startFixed?: number
  endFixed?: number
  offEnd?: boolean
}

/** The same in a run. `started` and `ended` are the actual times; the stage follows from them. */
export interface SampleRunTask extends SampleTask {
  isStartable?: boolean
  started?: number
  ended?: number
  abandoned?: boolean
}

/** Predecessors per position in the form that `buildNetwork` takes. */
export function packLinks(predecessorsOf: readonly (readonly number[])[]): {
  offsets: Int32Array
  predecessors: Int32Array
} {
  const offsets = new Int32Array(predecessorsOf.length + 1)
  for (const [task, list] of predecessorsOf.entries()) offsets[task + 1] = offsets[task]! + list.length
  return { offsets, predecessors: Int32Array.from(predecessorsOf.flat()) }
}

export function sampleNetwork(predecessorsOf: readonly (readonly number[])[]): Network {
  const { offsets, predecessors } = packLinks(predecessorsOf)
  const result = buildNetwork(predecessorsOf.length, offsets, predecessors)
  if ('cycle' in result) throw new Error(`These tasks wait for each other: ${result.cycle.join(', ')}.`)
  return result.network
}

export function samplePlan(tasks: readonly SampleTask[], origin = 0): PlanFacts {
  return {
    network: sampleNetwork(tasks.map((task) => task.after ?? [])),
    origin,
    durations: Float64Array.from(tasks, (task) => task.duration ?? 0),
    startFixed: Float64Array.from(tasks, (task) => task.startFixed ?? Number.NaN),
    endFixed: Float64Array.from(tasks, (task) => task.endFixed ?? Number.NaN),
    offEnd: Uint8Array.from(tasks, (task) => (task.offEnd ? 1 : 0)),
  }
}

/** A live run whose baseline is its plan. */
export function sampleRun(tasks: readonly SampleRunTask[], given: Partial<RunFacts> = {}): RunFacts {
  const facts = samplePlan(tasks, given.origin)
  const plan = planTasks(facts)
  return {
    ...facts,
    stage: Uint8Array.from(tasks, stageOf),
    startActual: Float64Array.from(tasks, (task) => task.started ?? Number.NaN),
    endActual: Float64Array.from(tasks, (task) => task.ended ?? Number.NaN),
    abandoned: Uint8Array.from(tasks, (task) => (task.abandoned ? 1 : 0)),
    pauses: new Float64Array(0),
    enforceFixed: true,
    plannedStart: plan.start,
    plannedEnd: plan.end,
    ...given,
  }
}

function stageOf(task: SampleRunTask): number {
  if (task.ended !== undefined) return COMPLETE
  if (task.started !== undefined) return IN_PROGRESS
  return task.isStartable ? STARTABLE : NOT_STARTABLE
}
