import { type KeyboardEvent, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { canEditTask } from '../actions/plan-actions.ts'
import type { CommitBy } from '../fields/field.ts'
import { type EditableColumn, editableColumns } from './cell-editor.tsx'
import type { ShownColumn } from './columns.ts'
import type { GridHandle, Item } from './list-grid.tsx'

/** A cell that is typed in. */
export interface EditedCell {
  readonly taskId: number
  readonly column: EditableColumn
}

const keyColumns: Readonly<Record<string, EditableColumn>> = {
  e: 'title',
  F2: 'title',
  t: 'stream',
  d: 'takes',
  o: 'owners',
  p: 'after',
}

/** Which cell of the sheet is typed in, and where Enter, Tab and Escape lead from it. */
export function useEditing(
  items: { readonly current: readonly Item[] },
  columns: readonly ShownColumn[],
  context: ActionContext,
  grid: { readonly current: GridHandle | null },
) {
  const { ui, state } = context
  const { plan } = state
  const [cell, setCell] = useState<EditedCell | undefined>(undefined)
  const mayType = (taskId: number, column: EditableColumn) => {
    const task = plan.tasks[plan.positions.get(taskId) ?? -1]
    if (!task || !canEditTask(context, task) || !columns.some(({ name }) => name === column)) return false
    return column !== 'takes' || plan.taskTypes.get(task.task_type_id)?.zero_duration !== true
  }
  const open = (taskId: number, column: EditableColumn) => {
    if (!mayType(taskId, column)) return
    setCell({ taskId, column })
    ui.set({ cursor: taskId })
  }
  const close = () => {
    setCell(undefined)
    grid.current?.focus()
  }
  const nextRow = (taskId: number, column: EditableColumn, step: 1 | -1) => {
    const rows = items.current.filter((item): item is number => typeof item === 'number')
    for (let at = rows.indexOf(taskId) + step; at >= 0 && at < rows.length; at += step) {
      const id = rows[at]
      if (id !== undefined && mayType(id, column)) return id
    }
    return undefined
  }
  return {
    cell,
    open,
    /** Answers the keys that open a cell; true when the key was one. */
    onKey: (event: KeyboardEvent, cursor: number | null): boolean => {
      const column = keyColumns[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!column || cursor === null) return false
      open(cursor, column)
      return true
    },
    /** A cell was left with its value: Enter goes down, Tab goes right. */
    left: (taskId: number, column: EditableColumn, by: CommitBy) => {
      if (by === 'blur') {
        setCell((now) => (now?.taskId === taskId && now.column === column ? undefined : now))
        return
      }
      if (by.endsWith('enter')) {
        const next = nextRow(taskId, column, by === 'enter' ? 1 : -1)
        if (next === undefined) close()
        else open(next, column)
        return
      }
      const reachable = editableColumns.filter((name) => mayType(taskId, name))
      const next = reachable[reachable.indexOf(column) + (by === 'tab' ? 1 : -1)]
      if (next === undefined) close()
      else open(taskId, next)
    },
    cancelled: (taskId: number, column: EditableColumn, by: 'escape' | 'blur') => {
      if (by === 'escape') close()
      else setCell((now) => (now?.taskId === taskId && now.column === column ? undefined : now))
    },
  }
}
