import { planTasks } from '@runsheet/domain'
import { useEffect, useRef, useState } from 'react'
import type { Plan } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'
import type { Geometry } from './geometry.ts'
import type { Layout, LayoutInput } from './layout.ts'
import type { LayoutAnswer, LayoutQuestion } from './layout-worker.ts'

/** A laid-out map, with the input that it belongs to. */
export interface Picture {
  readonly input: LayoutInput
  readonly layout: Layout
  readonly geometry: Geometry
}

/** What the places of nodes follow from. Critical is what the plan says, so that nothing moves while a run is late. */
export function layoutInputOf(plan: Plan, { network }: Schedule): LayoutInput {
  const { tasks, streams, taskTypes, runbook, run } = plan
  const laneOf = new Map(streams.map(({ id }, lane) => [id, lane]))
  const planned = planTasks({
    network,
    origin: run?.start_planned ?? runbook.start_scheduled ?? runbook.created_at,
    durations: Float64Array.from(tasks, (task) => plannedDuration(task, taskTypes)),
    startFixed: Float64Array.from(tasks, ({ start_fixed }) => start_fixed ?? Number.NaN),
    endFixed: Float64Array.from(tasks, ({ end_fixed }) => end_fixed ?? Number.NaN),
    offEnd: Uint8Array.from(tasks, (task) => (taskTypes.get(task.task_type_id)?.off_end ? 1 : 0)),
  })
  return {
    ids: Int32Array.from(tasks, ({ id }) => id),
    order: network.order,
    predecessorOffsets: network.predecessorOffsets,
    predecessors: network.predecessors,
    lanes: Int32Array.from(tasks, ({ stream_id }) => laneOf.get(stream_id) ?? 0),
    laneCount: Math.max(1, streams.length),
    critical: planned.critical.slice(),
  }
}

function isSameInput(one: LayoutInput, other: LayoutInput): boolean {
  const isSame = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    if (a === b) return true
    if (a.length !== b.length) return false
    for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
    return true
  }
  return (
    one.laneCount === other.laneCount &&
    isSame(one.ids, other.ids) &&
    isSame(one.predecessorOffsets, other.predecessorOffsets) &&
    isSame(one.predecessors, other.predecessors) &&
    isSame(one.lanes, other.lanes) &&
    isSame(one.critical, other.critical)
  )
}

/** Lays a plan out in a worker, again whenever its places would change. Undefined until there is a first picture. */
export function useLayout(
  plan: Plan,
  schedule: Schedule,
): { picture: Picture | undefined; isCurrent: boolean } {
  const made = useRef<{ tasks: Plan['tasks']; streams: Plan['streams']; input: LayoutInput } | undefined>(
    undefined,
  )
  if (made.current?.tasks !== plan.tasks || made.current.streams !== plan.streams) {
    const input = layoutInputOf(plan, schedule)
    const before = made.current?.input
    made.current = {
      tasks: plan.tasks,
      streams: plan.streams,
      input: before && isSameInput(before, input) ? before : input,
    }
  }
  const { input } = made.current
  const worker = useRef<Worker | undefined>(undefined)
  const [picture, setPicture] = useState<Picture | undefined>(undefined)
  const latest = useRef({ number: 0, input })
  useEffect(() => {
    const opened = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      performance.measure('runsheet:map-layout', {
        start: performance.now() - data.tookMs,
        duration: data.tookMs,
      })
      if (data.number === latest.current.number)
        setPicture({ input: latest.current.input, layout: data.layout, geometry: data.geometry })
    })
    worker.current = opened
    return () => {
      opened.terminate()
      worker.current = undefined
    }
  }, [])
  useEffect(() => {
    latest.current = { number: latest.current.number + 1, input }
    worker.current?.postMessage({ number: latest.current.number, input } satisfies LayoutQuestion)
  }, [input])
  return { picture, isCurrent: picture?.input === input }
}
