import { type DragEvent, type MouseEvent, memo } from 'react'
import type { CommitBy } from '../fields/field.ts'
import { useWords } from '../language/language.ts'
import type { Plan, Task } from '../room/plan.ts'
import { OwnerStack } from '../signs/owner-stack.tsx'
import type { StreamSign } from '../signs/stream-hues.ts'
import { StreamTag } from '../signs/stream-tag.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { lengthOf, lengthPassed } from '../time/format.ts'
import { CellEditor, type EditableColumn, isEditable } from './cell-editor.tsx'
import type { ShownColumn } from './columns.ts'
import classes from './list.module.css'
import { isSameShallow } from './live-facts.ts'
import { type RowSigns, Title } from './live-row.tsx'
import { type PlanClock, plannedTime, plannedTimeTitle } from './plan-clock.ts'
import type { PlanningFacts } from './planning-facts.ts'
import planningClasses from './planning-row.module.css'
import type { TaskChange } from './task-writes.ts'
import { Tick } from './tick.tsx'

export interface PlanningHands {
  readonly onPress: (taskId: number, event: MouseEvent) => void
  readonly onTick: (taskId: number, event: MouseEvent) => void
  readonly onOpen: (taskId: number) => void
  readonly onEdit: (taskId: number, column: EditableColumn) => void
  readonly onCommit: (
    taskId: number,
    column: EditableColumn,
    change: TaskChange | undefined,
    by: CommitBy,
  ) => void
  readonly onCancel: (taskId: number, column: EditableColumn, by: 'escape' | 'blur') => void
  readonly onDrag: (taskId: number, event: DragEvent) => void
}

export interface PlanningRowProps extends RowSigns {
  readonly task: Task
  readonly facts: PlanningFacts
  readonly index: number
  readonly columns: readonly ShownColumn[]
  /** Of the same people, teams, streams and types until they change; the whole plan only while a cell is edited. */
  readonly people: Plan['people']
  readonly teams: Plan['teams']
  readonly plan: Plan | undefined
  readonly stream: StreamSign | undefined
  readonly typeSign: string
  readonly typeName: string
  readonly clock: PlanClock
  readonly me: number
  readonly editing: EditableColumn | undefined
  readonly mayEdit: boolean
  readonly hands: PlanningHands
}

/** A task of a plan: a row of the sheet. */
export const PlanningRow = memo(
  function PlanningRow(props: PlanningRowProps) {
    const { task, columns, index, hands, editing, plan, mayEdit } = props
    const tone = [
      classes.row,
      props.isSelected ? classes.selected : '',
      props.isOpen ? classes.open : '',
      props.isCursor ? classes.cursor : '',
      editing ? planningClasses.editing : '',
    ]
    return (
      // The grid has the focus and the keys: its active descendant is this row.
      <div
        id={`row-${task.id}`}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={props.isSelected}
        className={tone.filter(Boolean).join(' ')}
        data-task={task.id}
        draggable={mayEdit && editing === undefined}
        onDragStart={(event) => hands.onDrag(task.id, event)}
        onClick={(event) => hands.onPress(task.id, event)}
        onKeyDown={undefined}
      >
        {props.touchedAt > 0 && <span key={props.touchedAt} className={classes.touched} aria-hidden="true" />}
        {columns.map((column, at) => {
          const name = column.name
          const isEdited = editing === name && plan !== undefined
          return (
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the grid has the focus; a key does the same
            <div
              key={name}
              role="gridcell"
              aria-colindex={at + 1}
              className={column.isRight ? classes.right : classes.cell}
              data-cell={name}
              onDoubleClick={mayEdit && isEditable(name) ? () => hands.onEdit(task.id, name) : undefined}
            >
              {isEdited && isEditable(name) ? (
                <span className={planningClasses.editorBox} data-column={name}>
                  <CellEditor
                    task={task}
                    column={name}
                    plan={plan}
                    onCommit={(change, by) => hands.onCommit(task.id, name, change, by)}
                    onCancel={(by) => hands.onCancel(task.id, name, by)}
                  />
                </span>
              ) : (
                <PlanningCell column={column} row={props} />
              )}
            </div>
          )
        })}
      </div>
    )
  },
  ({ facts, ...one }, { facts: otherFacts, ...other }) =>
    isSameShallow(one, other) && isSameShallow(facts, otherFacts),
)

function PlanningCell({ column, row }: { readonly column: ShownColumn; readonly row: PlanningRowProps }) {
  const { list } = useWords()
  const { task, facts, clock } = row
  switch (column.name) {
    case 'check':
      return (
        <Tick
          label={list.selectTask(task.id)}
          state={row.isSelected}
          onTick={(event) => row.hands.onTick(task.id, event)}
        />
      )
    case 'id':
      return (
        <button
          type="button"
          tabIndex={-1}
          className={classes.id}
          aria-label={list.show(task.id)}
          onClick={(event) => {
            event.stopPropagation()
            row.hands.onOpen(task.id)
          }}
        >
          {task.id}
        </button>
      )
    case 'type':
      return <TypeIcon sign={row.typeSign} name={row.typeName} />
    case 'title':
      return (
        <Title
          task={task}
          facts={{ isCritical: facts.isCritical, isFixedPassed: false }}
          present={row.present}
          zone={clock.zone}
        />
      )
    case 'stream':
      return <StreamTag of={row.stream} withName={!column.isNarrow} />
    case 'after': {
      const text = task.predecessors.map((id) => `#${id}`).join(', ')
      return (
        <span className={planningClasses.after} title={text}>
          {text}
        </span>
      )
    }
    case 'start':
    case 'end':
      return (
        <span className={classes.soft} title={plannedTimeTitle(facts[column.name], clock)}>
          {plannedTime(facts[column.name], clock)}
        </span>
      )
    case 'takes':
      return lengthOf(facts.duration)
    case 'float':
      return facts.float <= 0 && facts.isCritical ? (
        <span className={planningClasses.noFloat}>{list.noFloat}</span>
      ) : (
        <span className={planningClasses.quiet}>{lengthPassed(facts.float)}</span>
      )
    case 'owners':
      return <OwnerStack parties={task.assignees} plan={row} me={row.me} />
    default:
      return null
  }
}
