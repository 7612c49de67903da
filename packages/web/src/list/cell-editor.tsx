import { DurationInput } from '../fields/duration-input.tsx'
import type { CommitBy } from '../fields/field.ts'
import { LineInput } from '../fields/line-input.tsx'
import { OwnerInput } from '../fields/owner-input.tsx'
import { PredecessorInput } from '../fields/predecessor-input.tsx'
import { StreamSelect } from '../fields/stream-select.tsx'
import { TypeSelect } from '../fields/type-select.tsx'
import { useWords } from '../language/language.ts'
import type { Plan, Task } from '../room/plan.ts'
import type { ColumnName } from './columns.ts'
import classes from './planning-row.module.css'
import type { TaskChange } from './task-writes.ts'

/** Columns that are edited in their cells, in the order in which Tab goes. */
export const editableColumns = ['type', 'title', 'stream', 'after', 'takes', 'owners'] as const
export type EditableColumn = (typeof editableColumns)[number]

export const isEditable = (name: ColumnName): name is EditableColumn =>
  (editableColumns as readonly ColumnName[]).includes(name)

interface CellEditorProps {
  readonly task: Task
  readonly column: EditableColumn
  readonly plan: Plan
  /** The change is undefined when nothing changed. */
  readonly onCommit: (change: TaskChange | undefined, by: CommitBy) => void
  readonly onCancel: (by: 'escape' | 'blur') => void
}

/** A cell of the sheet while it is typed in. */
export function CellEditor({ task, column, plan, onCommit, onCancel }: CellEditorProps) {
  const { list } = useWords()
  const field = {
    autoFocus: true,
    holdsTab: true,
    onCancel,
    label: list.edit[column],
    className: classes.editor ?? '',
  }
  switch (column) {
    case 'title':
      return (
        <LineInput
          {...field}
          value={task.name}
          onCommit={(name, by) => onCommit(name === task.name ? undefined : { name }, by)}
        />
      )
    case 'stream':
      return (
        <StreamSelect
          {...field}
          plan={plan}
          value={task.stream_id}
          onCommit={(id, by) => onCommit(id === task.stream_id ? undefined : { stream_id: id }, by)}
        />
      )
    case 'type':
      return (
        <TypeSelect
          {...field}
          plan={plan}
          value={task.task_type_id}
          onCommit={(id, by) => onCommit(id === task.task_type_id ? undefined : { task_type_id: id }, by)}
        />
      )
    case 'after':
      return (
        <PredecessorInput
          {...field}
          plan={plan}
          taskId={task.id}
          value={task.predecessors}
          onCommit={(ids, by) =>
            onCommit(isSameSet(ids, task.predecessors) ? undefined : { predecessors: ids }, by)
          }
        />
      )
    case 'takes':
      return (
        <DurationInput
          {...field}
          align="right"
          value={task.duration}
          onCommit={(seconds, by) =>
            onCommit(seconds === task.duration ? undefined : { duration: seconds }, by)
          }
        />
      )
    default:
      return (
        <OwnerInput
          {...field}
          isNarrow
          plan={plan}
          value={task.assignees}
          onCommit={(parties, by) =>
            onCommit(
              isSameSet(parties.map(keyOf), task.assignees.map(keyOf)) ? undefined : { assignees: parties },
              by,
            )
          }
        />
      )
  }
}

const keyOf = ({ type, id }: Task['assignees'][number]) => `${type}-${id}`

function isSameSet<T>(one: readonly T[], other: readonly T[]): boolean {
  const there = new Set(other)
  return one.length === other.length && one.every((value) => there.has(value))
}
