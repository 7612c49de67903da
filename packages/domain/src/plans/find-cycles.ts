import { shortestCycle } from '../schedule/cycle.ts'

/**
 * One cycle of every group of tasks that wait for each other: each task is a predecessor of the next and the last of
 * the first, the smallest position first. Takes time in proportion to tasks and links.
 *
 * @param predecessors for each task the positions of its predecessors, itself not among them
 */
export function findCycles(predecessors: readonly (readonly number[])[]): number[][] {
  const cycles: number[][] = []
  const placeInGroup = new Int32Array(predecessors.length).fill(-1)
  for (const group of waitingGroups(predecessors)) {
    for (const [place, task] of group.entries()) placeInGroup[task] = place
    const inside = group.map((task) =>
      predecessors[task]!.map((other) => placeInGroup[other]!).filter((p) => p >= 0),
    )
    for (const task of group) placeInGroup[task] = -1
    const offsets = new Int32Array(group.length + 1)
    for (const [place, links] of inside.entries()) offsets[place + 1] = offsets[place]! + links.length
    const cycle = shortestCycle(group.length, offsets, Int32Array.from(inside.flat()), 0)
    cycles.push(cycle.map((place) => group[place]!))
  }
  return cycles.toSorted((a, b) => a[0]! - b[0]!)
}

/**
 * The strongly connected components with more than one task, each ascending (Tarjan, 1972), without recursion: a
 * chain of predecessors may be as long as the plan.
 */
export function waitingGroups(predecessors: readonly (readonly number[])[]): number[][] {
  const size = predecessors.length
  const visitedAs = new Int32Array(size)
  const lowest = new Int32Array(size)
  const nextLink = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const open: number[] = []
  const groups: number[][] = []
  let visits = 0

  const visit = (task: number) => {
    visits += 1
    visitedAs[task] = visits
    lowest[task] = visits
    isOpen[task] = 1
    open.push(task)
  }

  for (let root = 0; root < size; root += 1) {
    if (visitedAs[root]) continue
    visit(root)
    const path = [root]
    while (path.length > 0) {
      const task = path.at(-1)!
      const other = predecessors[task]![nextLink[task]!]
      nextLink[task]! += 1
      if (other !== undefined) {
        if (!visitedAs[other]) {
          visit(other)
          path.push(other)
        } else if (isOpen[other]) lowest[task] = Math.min(lowest[task]!, visitedAs[other])
        continue
      }
      path.pop()
      const waiting = path.at(-1)
      if (waiting !== undefined) lowest[waiting] = Math.min(lowest[waiting]!, lowest[task]!)
      if (lowest[task] !== visitedAs[task]) continue
      const group = open.splice(open.lastIndexOf(task))
      for (const member of group) isOpen[member] = 0
      if (group.length > 1) groups.push(group.toSorted((a, b) => a - b))
    }
  }
  return groups
}
