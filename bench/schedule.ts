import { buildNetwork, forecastTasks, type Network, planTasks, type RunFacts } from '@runsheet/domain'
import type { BenchRow } from './row.ts'

const TARGET = '≤ 1.5 × floor'

/**
 * Schedule of 10 000, 100 000 and 1 000 000 tasks against the least that the critical path method needs: a bare
 * forward and backward loop over typed arrays on the same network, earliest and latest starts only. Both write over
 * arrays that exist; they are measured in turns and compared by their medians.
 */
export async function benchSchedule(): Promise<BenchRow[]> {
  return [10_000, 100_000, 1_000_000].flatMap((size) => benchSize(size))
}

function benchSize(size: number): BenchRow[] {
  const { offsets, predecessors, durations } = seededPlan(size, 42)
  const result = buildNetwork(size, offsets, predecessors)
  if ('cycle' in result) throw new Error('The benchmark plan must not have a cycle.')
  const facts = runFacts(result.network, durations)
  const plan = planTasks(facts)
  const forecast = forecastTasks(facts, 1)
  const bare = bareArrays(size)
  if (barePasses(result.network, durations, bare) !== plan.runbookEnd)
    throw new Error('The floor must agree.')

  const [floorMs, planMs, forecastMs, orderMs] = medianTimes(size < 1_000_000 ? 101 : 15, [
    () => barePasses(result.network, durations, bare),
    () => planTasks(facts, plan),
    () => forecastTasks(facts, 1, forecast),
    () => buildNetwork(size, offsets, predecessors),
  ])
  const count = size.toLocaleString('en').replaceAll(',', ' ')
  const row = (name: string, ms: number): BenchRow => ({
    name: `${name} of ${count} tasks`,
    ours: inMs(ms),
    floor: inMs(floorMs!),
    ratio: ms / floorMs!,
    target: TARGET,
  })
  return [
    row('plan', planMs!),
    row('forecast', forecastMs!),
    { ...row('order and links (once per change of links)', orderMs!), target: '–' },
  ]
}

/** Up to three predecessors out of the fifty tasks before, durations up to an hour. */
function seededPlan(size: number, seed: number) {
  const next = xorshift(seed)
  const offsets = new Int32Array(size + 1)
  const predecessors = new Int32Array(size * 3)
  const durations = new Float64Array(size)
  let count = 0
  for (let task = 0; task < size; task += 1) {
    for (let links = task === 0 ? 0 : next() % 4; links > 0; links -= 1) {
      predecessors[count] = task - 1 - (next() % Math.min(task, 50))
      count += 1
    }
    offsets[task + 1] = count
    durations[task] = next() % 3600
  }
  return { offsets, predecessors: predecessors.subarray(0, count), durations }
}

function runFacts(network: Network, durations: Float64Array): RunFacts {
  const none = new Float64Array(network.size).fill(Number.NaN)
  return {
    network,
    origin: 0,
    durations,
    startFixed: none,
    endFixed: none,
    stage: new Uint8Array(network.size),
    startActual: none,
    endActual: none,
    abandoned: new Uint8Array(network.size),
    pauses: new Float64Array(0),
    enforceFixed: true,
    plannedStart: none,
    plannedEnd: none,
  }
}

interface BareArrays {
  earliest: Float64Array
  latest: Float64Array
}

function bareArrays(size: number): BareArrays {
  return { earliest: new Float64Array(size), latest: new Float64Array(size) }
}

function barePasses(network: Network, durations: Float64Array, { earliest, latest }: BareArrays): number {
  const { size, order, predecessorOffsets, predecessors, successorOffsets, successors } = network
  let end = 0
  for (let k = 0; k < size; k += 1) {
    const task = order[k]!
    let start = 0
    for (let link = predecessorOffsets[task]!, last = predecessorOffsets[task + 1]!; link < last; link += 1) {
      const predecessor = predecessors[link]!
      const ended = earliest[predecessor]! + durations[predecessor]!
      if (ended > start) start = ended
    }
    earliest[task] = start
    if (start + durations[task]! > end) end = start + durations[task]!
  }
  for (let k = size - 1; k >= 0; k -= 1) {
    const task = order[k]!
    let bound = end
    for (let link = successorOffsets[task]!, last = successorOffsets[task + 1]!; link < last; link += 1) {
      const start = latest[successors[link]!]!
      if (start < bound) bound = start
    }
    latest[task] = bound - durations[task]!
  }
  return end
}

/** Milliseconds of each function, measured in turns after three rounds of warm-up. */
function medianTimes(rounds: number, functions: readonly (() => unknown)[]): number[] {
  const times = functions.map((): number[] => [])
  for (let round = -3; round < rounds; round += 1) {
    for (const [at, run] of functions.entries()) {
      const begin = performance.now()
      run()
      if (round >= 0) times[at]!.push(performance.now() - begin)
    }
  }
  return times.map((list) => list.toSorted((a, b) => a - b)[list.length >> 1]!)
}

function xorshift(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

function inMs(ms: number): string {
  return `${ms.toFixed(2)} ms`
}
