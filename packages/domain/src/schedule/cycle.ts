/**
 * The tasks of a shortest cycle through `through`, which must lie on one: each is a predecessor of the next and the
 * last of the first; the smallest position comes first. Breadth first along predecessor links, in their order.
 */
export function shortestCycle(
  size: number,
  predecessorOffsets: Int32Array,
  predecessors: Int32Array,
  through: number,
): number[] {
  const successorOnPath = new Int32Array(size).fill(-1)
  const queue = new Int32Array(size)
  queue[0] = through
  let count = 1
  for (let next = 0; next < count; next += 1) {
    const task = queue[next]!
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1) {
      const predecessor = predecessors[link]!
      if (predecessor === through) return smallestFirst(pathBack(successorOnPath, task, through))
      if (successorOnPath[predecessor] !== -1) continue
      successorOnPath[predecessor] = task
      queue[count] = predecessor
      count += 1
    }
  }
  throw new RangeError(`Task ${through} lies on no cycle.`)
}

function pathBack(successorOnPath: Int32Array, first: number, through: number): number[] {
  const path = [through]
  for (let task = first; task !== through; task = successorOnPath[task]!) path.push(task)
  return path
}

function smallestFirst(cycle: number[]): number[] {
  const at = cycle.indexOf(cycle.reduce((smallest, task) => Math.min(smallest, task)))
  return [...cycle.slice(at), ...cycle.slice(0, at)]
}
