import type { Plan, Stream } from '../room/plan.ts'

/** The head of a stream. */
export interface StreamRow {
  readonly kind: 'stream'
  readonly stream: Stream
  /** 0, or 1 for a sub-stream. */
  readonly depth: number
  readonly isFolded: boolean
  /** Positions of the tasks that are shown of it and its sub-streams, by planned start. */
  readonly positions: readonly number[]
  readonly done: number
  /** Of all its tasks, filters apart. */
  readonly total: number
}

export interface TaskRow {
  readonly kind: 'task'
  readonly at: number
  readonly depth: number
}

export type Row = StreamRow | TaskRow

export interface Rows {
  readonly list: readonly Row[]
  /** Row of each position: its own, that of the folded stream which holds it, or −1 where filters hide it. */
  readonly rowOf: Int32Array
}

/**
 * The rows of the timeline: streams in their order, each with its tasks by planned start. The plan decides the order
 * and not the forecast, so that no row moves while a run goes on. Streams of which nothing passes are left out when
 * `isFiltered`, and stand empty otherwise if they are no mere parents.
 *
 * @param mask 1 per position that passes the filters
 * @param folded ids of folded streams
 */
export function rowsOf(
  plan: Plan,
  plannedStart: Float64Array,
  mask: Uint8Array,
  folded: ReadonlySet<number>,
): Rows {
  const { tasks, streams } = plan
  const own = new Map<number, number[]>(streams.map(({ id }) => [id, []]))
  const totals = new Map<number, { done: number; total: number }>(
    streams.map(({ id }) => [id, { done: 0, total: 0 }]),
  )
  for (const [at, { stream_id, stage }] of tasks.entries()) {
    const total = totals.get(stream_id)
    if (total) {
      total.total += 1
      if (stage === 'complete') total.done += 1
    }
    if (mask[at] === 1) own.get(stream_id)?.push(at)
  }
  const startOf = (at: number) => {
    const start = plannedStart[at] ?? Number.NaN
    return Number.isNaN(start) ? Number.POSITIVE_INFINITY : start
  }
  const byStart = (a: number, b: number) => {
    const [one, other] = [startOf(a), startOf(b)]
    return one === other ? a - b : one - other
  }
  for (const positions of own.values()) positions.sort(byStart)

  const list: Row[] = []
  const rowOf = new Int32Array(tasks.length).fill(-1)
  const children = (id: number) => streams.filter(({ parent_id }) => parent_id === id)

  const addStream = (stream: Stream, depth: number) => {
    const subs = depth === 0 ? children(stream.id) : []
    const family = [stream, ...subs]
    const positions = family.flatMap(({ id }) => own.get(id) ?? [])
    if (subs.length > 0) positions.sort(byStart)
    if (positions.length === 0) return
    const isFolded = folded.has(stream.id)
    const sum = (key: 'done' | 'total') =>
      family.reduce((all, { id }) => all + (totals.get(id)?.[key] ?? 0), 0)
    list.push({ kind: 'stream', stream, depth, isFolded, positions, done: sum('done'), total: sum('total') })
    if (isFolded) {
      for (const at of positions) rowOf[at] = list.length - 1
      return
    }
    for (const at of own.get(stream.id) ?? []) {
      rowOf[at] = list.length
      list.push({ kind: 'task', at, depth })
    }
    for (const sub of subs) addStream(sub, 1)
  }
  for (const stream of streams) if (stream.parent_id === null) addStream(stream, 0)
  return { list, rowOf }
}

/** Names a row across rebuilds: `s3`, `t17`. */
export const rowKey = (row: Row, plan: Pick<Plan, 'tasks'>): string =>
  row.kind === 'stream' ? `s${row.stream.id}` : `t${plan.tasks[row.at]?.id}`
