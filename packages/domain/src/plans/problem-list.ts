import type { Problem } from '@runsheet/contract'

/** How many problems of a file are told one by one; the others are only counted. */
export const REPORTED_PROBLEMS = 1_000

/** What was found wrong in a file: the first problems by line, and how many there are in all. */
export interface PlanProblems {
  problems: Problem[]
  total: number
}

/** Where in the file: the line, and the column by its header as written and by its number from 1. */
export interface PlanPlace {
  line: number
  column?: string
  column_number?: number
}

export interface ProblemList {
  add(problem: Problem): void
  readonly total: number
  /** The kept problems in the order of their lines. */
  report(): PlanProblems
}

/** Collects problems without bound on their number and with one on the memory that they take. */
export function collectProblems(): ProblemList {
  const kept: Problem[] = []
  let total = 0
  return {
    add(problem) {
      total += 1
      if (kept.length < REPORTED_PROBLEMS) kept.push(problem)
    },
    get total() {
      return total
    },
    report: () => ({ problems: kept.toSorted((a, b) => lineOf(a) - lineOf(b)), total }),
  }
}

/** The place as the `where` of a problem. */
export function planPlace(place: PlanPlace): { meta: Record<string, unknown> } {
  return { meta: { ...place } }
}

function lineOf(problem: Problem): number {
  const line = problem.meta?.line
  return typeof line === 'number' ? line : 0
}
