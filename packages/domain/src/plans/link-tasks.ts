import { problem } from '@runsheet/contract'
import { findCycles, waitingGroups } from './find-cycles.ts'
import { planColumnTitles } from './plan-columns.ts'
import type { DraftTask } from './plan-draft.ts'
import { type ProblemList, planPlace } from './problem-list.ts'
import type { ReadRow } from './read-row.ts'
import type { Column, ResolvedColumns } from './resolve-columns.ts'

/**
 * Turns the labels of predecessors into positions, whether the rows they name come before or after. Problems: a label
 * given twice, one that no row has, a task that waits for itself, tasks that wait for each other. Of these last the
 * links to later rows are dropped, so that the rest can be put in order.
 */
export function linkTasks(rows: readonly ReadRow[], columns: ResolvedColumns, problems: ProblemList): void {
  const { label: labelColumn, predecessors: column } = columns.documented
  const positions = positionsByLabel(rows, labelColumn, problems)

  for (const { task, predecessorLabels } of rows) {
    const where = () => planPlace({ line: task.line, ...placeIn(column) })
    const found = new Set<number>()
    for (const label of new Set(predecessorLabels)) {
      const position = positions.get(label)
      if (label === task.label) problems.add(problem('self_dependency', { id: label }, where()))
      else if (position === undefined)
        problems.add(problem('related_not_found', { type: 'task', id: label }, where()))
      else found.add(position)
    }
    task.predecessors = [...found]
  }

  const predecessors = rows.map(({ task }) => task.predecessors)
  for (const cycle of findCycles(predecessors)) {
    const tasks = cycle.map((position) => rows[position]!.task)
    const path = [...tasks, tasks[0]!].map(({ label }) => label ?? '')
    problems.add(
      problem('circular_dependency', { path }, planPlace({ line: tasks[0]!.line, ...placeIn(column) })),
    )
  }
  for (const group of waitingGroups(predecessors)) {
    const inside = new Set(group)
    for (const position of group) {
      const { task } = rows[position]!
      task.predecessors = task.predecessors.filter((other) => other < position || !inside.has(other))
    }
  }
}

function positionsByLabel(rows: readonly ReadRow[], column: Column | undefined, problems: ProblemList) {
  const positions = new Map<string, number>()
  for (const [position, { task }] of rows.entries()) {
    if (task.label === null) continue
    if (positions.has(task.label)) problems.add(takenLabel(task, task.label, column))
    else positions.set(task.label, position)
  }
  return positions
}

function takenLabel(task: DraftTask, label: string, column: Column | undefined) {
  const name = column?.header ?? planColumnTitles.label
  return problem('taken', { name, value: label }, planPlace({ line: task.line, ...placeIn(column) }))
}

function placeIn(column: Column | undefined) {
  return column && { column: column.header, column_number: column.index + 1 }
}
