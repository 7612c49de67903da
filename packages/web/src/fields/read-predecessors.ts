import type { Plan } from '../room/plan.ts'

/** What was understood of written predecessors. */
export interface ReadPredecessors {
  /** Tasks of the plan, in the order in which they were written, each once. */
  readonly ids: readonly number[]
  /** Numbers that no task has. */
  readonly unknown: readonly number[]
  /** It is numbers and nothing else: no search for words. */
  readonly isNumbers: boolean
}

/** Reads `#12 15`, `12,15` and `12; 15`. */
export function readPredecessors(text: string, { positions }: Pick<Plan, 'positions'>): ReadPredecessors {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const isNumbers = parts.length > 0 && parts.every((part) => /^#?\d{1,9}$/.test(part))
  if (!isNumbers) return { ids: [], unknown: [], isNumbers: false }
  const numbers = [...new Set(parts.map((part) => Number(part.replace('#', ''))))]
  return {
    ids: numbers.filter((id) => positions.has(id)),
    unknown: numbers.filter((id) => !positions.has(id)),
    isNumbers: true,
  }
}

/** The tasks that wait for a task, near or far, and the task itself: none of them can be its predecessor. */
export function waitingFor({ tasks }: Pick<Plan, 'tasks'>, taskId: number | undefined): ReadonlySet<number> {
  const found = new Set<number>()
  if (taskId === undefined) return found
  const successors = new Map<number, number[]>()
  for (const { id, predecessors } of tasks)
    for (const before of predecessors) {
      const known = successors.get(before)
      if (known) known.push(id)
      else successors.set(before, [id])
    }
  const open = [taskId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(successors.get(id) ?? []))
  }
  return found
}
