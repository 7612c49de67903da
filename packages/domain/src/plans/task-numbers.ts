import type { PlanDraft } from './plan-draft.ts'

/** Above it the numbers that follow on could run out. */
const MAX_TASK_NUMBER = 1_000_000_000

export interface TaskNumbers {
  /** One for each task of the draft, in its order. */
  numbers: number[]
  /** The labels that did not become the number of their task. */
  renumbered: { label: string; number: number }[]
}

/**
 * Chooses the numbers of imported tasks. On an empty runbook labels that are numbers are kept, and tasks without one
 * follow the greatest; otherwise all follow on from `next`.
 *
 * @param next the smallest number that no task of the runbook has ever had; smaller labels are not kept
 */
export function taskNumbers(draft: PlanDraft, isEmpty: boolean, next: number): TaskNumbers {
  const labels = draft.tasks.map(({ label }) => label)
  const keeps =
    isEmpty && draft.labelsAreNumbers && labels.every((label) => label === null || Number(label) >= next)
  let following = next
  if (keeps) for (const label of labels) following = Math.max(following, Number(label ?? 0) + 1)

  const numbers = labels.map((label) => {
    if (keeps && label !== null) return Number(label)
    following += 1
    return following - 1
  })
  const renumbered = labels.flatMap((label, position) => {
    const number = numbers[position]!
    return label === null || label === String(number) ? [] : [{ label, number }]
  })
  return { numbers, renumbered }
}

/** Whether a label can be the number of a task. */
export function isTaskNumber(label: string): boolean {
  return /^[1-9]\d*$/.test(label) && Number(label) <= MAX_TASK_NUMBER
}
