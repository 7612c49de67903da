import { buildNetwork, type Network } from '../schedule/network.ts'
import { type Plan, planTasks } from '../schedule/planned.ts'
import type { DraftStream, PlanDraft } from './plan-draft.ts'

export interface PreviewOptions {
  /** Whole seconds since the epoch: when the plan begins. */
  origin: number
  /** The streams that the runbook has. */
  streams?: readonly DraftStream[]
  /** Names of the teams that the runbook has. */
  teams?: readonly string[]
  /** Types whose tasks take no time or do not extend the end, by name and by key, as files may name them. */
  taskTypes?: readonly PreviewTaskType[]
}

export interface PreviewTaskType {
  name: string
  key: string
  zero_duration: boolean
  off_end: boolean
}

/** What a file would make. Entries of lists are by the position of the task in the draft. */
export interface PlanPreview {
  network: Network
  /** Planned times, as if these tasks were the whole plan. */
  plan: Plan
  /** Whole seconds from the origin to the end. */
  length: number
  /** How many tasks are on a critical path. */
  criticalCount: number
  /** Of each task the number of tasks before it on the longest way through its predecessors. */
  layers: Int32Array
  layerCount: number
  /** The streams of the first level that tasks name, in the order of the file. */
  streams: PreviewStream[]
  /** Of each task its place in `streams`; -1 for the standard stream of the runbook. */
  streamOf: Int32Array
  /** Streams and sub-streams that the runbook does not have yet. */
  newStreams: DraftStream[]
  /** Teams that the runbook does not have yet, once each. */
  newTeams: string[]
}

export interface PreviewStream {
  name: string
  isNew: boolean
  taskCount: number
}

/**
 * Computes what a file would make: its planned times, the places of its tasks in a small map, and the streams and
 * teams that are not there yet. Names are the same whatever the case of their letters, as for the import.
 *
 * @param draft without circles, as `readPlan` and `reviewPlan` make it
 */
export function previewPlan(draft: PlanDraft, options: PreviewOptions): PlanPreview {
  const { tasks } = draft
  const network = networkOf(draft)
  const types = new Map(
    options.taskTypes?.flatMap((type) => [
      [type.key.toLowerCase(), type] as const,
      [type.name.toLowerCase(), type] as const,
    ]),
  )
  const typeOf = ({ task_type }: { task_type: string | null }) => types.get(task_type?.toLowerCase() ?? '')
  const plan = planTasks({
    network,
    origin: options.origin,
    durations: Float64Array.from(tasks, (task) => (typeOf(task)?.zero_duration ? 0 : (task.duration ?? 0))),
    startFixed: Float64Array.from(tasks, (task) => secondsOf(task.start_fixed)),
    endFixed: Float64Array.from(tasks, (task) => secondsOf(task.end_fixed)),
    offEnd: Uint8Array.from(tasks, (task) => (typeOf(task)?.off_end ? 1 : 0)),
  })
  const layers = layersOf(network)
  return {
    network,
    plan,
    length: plan.runbookEnd - plan.runbookStart,
    criticalCount: plan.critical.reduce((sum, flag) => sum + flag, 0),
    layers,
    layerCount: layers.reduce((most, layer) => Math.max(most, layer + 1), 0),
    ...streamsOf(draft, options.streams ?? []),
    newTeams: newTeamsOf(draft, options.teams ?? []),
  }
}

/** The longest way through predecessors to each task, counted in links. */
function layersOf({ size, order, predecessorOffsets, predecessors }: Network): Int32Array {
  const layers = new Int32Array(size)
  for (const task of order) {
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1)
      layers[task] = Math.max(layers[task]!, layers[predecessors[link]!]! + 1)
  }
  return layers
}

function networkOf({ tasks }: PlanDraft): Network {
  const offsets = new Int32Array(tasks.length + 1)
  for (const [at, { predecessors }] of tasks.entries()) offsets[at + 1] = offsets[at]! + predecessors.length
  const links = Int32Array.from(tasks.flatMap(({ predecessors }) => predecessors))
  const built = buildNetwork(tasks.length, offsets, links)
  if ('cycle' in built)
    throw new RangeError(`Tasks ${built.cycle.join(', ')} of the draft wait for each other.`)
  return built.network
}

function streamsOf({ tasks, streams }: PlanDraft, existing: readonly DraftStream[]) {
  const keyOf = ({ name, parent }: DraftStream) =>
    JSON.stringify([parent?.toLowerCase() ?? null, name.toLowerCase()])
  const known = new Set(existing.map(keyOf))
  const newStreams = new Map<string, DraftStream>()
  const shown = new Map<string, PreviewStream>()
  for (const stream of streams) {
    const key = keyOf(stream)
    const isNew = !known.has(key)
    if (isNew && !newStreams.has(key)) newStreams.set(key, stream)
    if (stream.parent === null && !shown.has(key)) shown.set(key, { name: stream.name, isNew, taskCount: 0 })
  }
  const places = new Map([...shown.keys()].map((key, place) => [key, place]))
  const listed = [...shown.values()]
  const streamOf = Int32Array.from(tasks, ({ stream }) => {
    const place = stream === null ? undefined : places.get(keyOf({ name: stream, parent: null }))
    if (place !== undefined) listed[place]!.taskCount += 1
    return place ?? -1
  })
  return { streams: listed, streamOf, newStreams: [...newStreams.values()] }
}

function newTeamsOf({ tasks }: PlanDraft, existing: readonly string[]): string[] {
  const known = new Set(existing.map((name) => name.toLowerCase()))
  const found = new Map<string, string>()
  for (const { teams } of tasks) {
    for (const name of teams) {
      const key = name.toLowerCase()
      if (!known.has(key) && !found.has(key)) found.set(key, name)
    }
  }
  return [...found.values()]
}

function secondsOf(instant: string | null): number {
  return instant === null ? Number.NaN : Date.parse(instant) / 1_000
}
