import { memo } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Plan, Task } from '../room/plan.ts'
import { Initials, OwnerStack } from '../signs/owner-stack.tsx'
import type { StreamSign } from '../signs/stream-hues.ts'
import { StreamTag } from '../signs/stream-tag.tsx'
import { TaskMarks } from '../signs/task-marks.tsx'
import { Delta, TimePair } from '../signs/time-pair.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { lengthOf } from '../time/format.ts'
import type { ShownColumn } from './columns.ts'
import { GlyphButton, RunningTakes } from './glyph-button.tsx'
import classes from './list.module.css'
import { isSameShallow, type LiveFacts } from './live-facts.ts'

export interface RowSigns {
  readonly isCursor: boolean
  readonly isSelected: boolean
  readonly isOpen: boolean
  /** The server has not answered yet. */
  readonly isWaiting: boolean
  /** When somebody else changed it, ms; 0 for long ago. */
  readonly touchedAt: number
  /** Names of others who have it open, with a line feed between. */
  readonly present: string
}

export interface RowHands {
  readonly onPress: (taskId: number, event: React.MouseEvent) => void
  readonly onAct: (taskId: number) => void
}

export interface LiveRowProps extends RowSigns, RowHands {
  readonly task: Task
  readonly facts: LiveFacts
  readonly index: number
  readonly columns: readonly ShownColumn[]
  readonly people: Plan['people']
  readonly teams: Plan['teams']
  readonly stream: StreamSign | undefined
  readonly typeSign: string
  readonly typeName: string
  readonly zone: string
  readonly me: number
  readonly isMine: boolean
  readonly verb: string | undefined
  readonly reason: string | undefined
}

/** A task of a run. */
export const LiveRow = memo(
  function LiveRow(props: LiveRowProps) {
    const { task, facts, index, columns } = props
    const tone = [
      classes.row,
      facts.isOver ? classes.hot : '',
      facts.look === 'startable' && props.isMine ? classes.mine : '',
      props.isSelected ? classes.selected : '',
      props.isOpen ? classes.open : '',
      props.isCursor ? classes.cursor : '',
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
        data-look={facts.look}
        onClick={(event) => props.onPress(task.id, event)}
        onKeyDown={undefined}
      >
        {props.touchedAt > 0 && <span key={props.touchedAt} className={classes.touched} aria-hidden="true" />}
        {columns.map((column, at) => (
          <div
            key={column.name}
            role="gridcell"
            aria-colindex={at + 1}
            className={column.isRight ? classes.right : classes.cell}
            data-cell={column.name}
          >
            <LiveCell column={column} row={props} />
          </div>
        ))}
      </div>
    )
  },
  ({ facts, ...one }, { facts: otherFacts, ...other }) =>
    isSameShallow(one, other) && isSameShallow(facts, otherFacts),
)

function LiveCell({ column, row }: { readonly column: ShownColumn; readonly row: LiveRowProps }) {
  const { list } = useWords()
  const { task, facts, zone } = row
  switch (column.name) {
    case 'glyph':
      return (
        <GlyphButton
          taskId={task.id}
          of={facts}
          isWaiting={row.isWaiting}
          verb={row.verb}
          reason={row.reason}
          isInTabOrder={row.isCursor}
          onAct={row.onAct}
        />
      )
    case 'id':
      return <span className={classes.id}>{task.id}</span>
    case 'type':
      return <TypeIcon sign={row.typeSign} name={row.typeName} />
    case 'title':
      return <Title task={task} facts={facts} present={row.present} zone={zone} />
    case 'stream':
      return <StreamTag of={row.stream} withName={!column.isNarrow} />
    case 'start':
      return (
        <Time
          planned={facts.plannedStart}
          expected={facts.start}
          isFact={facts.isStartFact}
          isLoud={facts.isStartLoud}
          zone={zone}
        />
      )
    case 'end':
      if (facts.look === 'skipped' || facts.look === 'abandoned')
        return <span className={classes.dim}>{list.ended[facts.look]}</span>
      return (
        <Time
          planned={facts.plannedEnd}
          expected={facts.end}
          isFact={facts.isEndFact}
          isLoud={facts.isEndLoud}
          zone={zone}
        />
      )
    case 'takes':
      return facts.look === 'progress' ? (
        <RunningTakes taskId={task.id} duration={facts.duration} />
      ) : (
        <span className={classes.soft}>{lengthOf(facts.duration)}</span>
      )
    case 'delta':
      return facts.look === 'skipped' || facts.look === 'abandoned' ? (
        <span className={classes.dim}>–</span>
      ) : (
        <Delta minutes={facts.delta} isLoud={facts.isStartLoud || facts.isEndLoud} />
      )
    case 'owners':
      return <OwnerStack parties={task.assignees} plan={row} me={row.me} />
    case 'action':
      return <ActButton row={row} />
    default:
      return null
  }
}

function Time(props: { planned: number; expected: number; isFact: boolean; isLoud: boolean; zone: string }) {
  if (Number.isNaN(props.expected)) return <span className={classes.dim}>–</span>
  const planned = Number.isNaN(props.planned) ? props.expected : props.planned
  return <TimePair {...props} planned={planned} />
}

interface TitleProps {
  readonly task: Task
  readonly facts: Pick<LiveFacts, 'isCritical' | 'isFixedPassed'>
  readonly present: string
  readonly zone: string
}

/** The title of a task with its marks, and who else has it open. */
export function Title({ task, facts, present, zone }: TitleProps) {
  const { list } = useWords()
  const names = present === '' ? [] : present.split('\n')
  return (
    <span className={classes.title}>
      <span className={classes.name} title={task.name}>
        {task.name}
      </span>
      <TaskMarks
        isCritical={facts.isCritical}
        startFixed={task.start_fixed}
        isFixedPassed={facts.isFixedPassed}
        comments={task.comments_count}
        zone={zone}
      />
      {names.length > 0 && (
        <span
          className={classes.present}
          role="img"
          aria-label={list.hasItOpen(names.join(', '))}
          title={list.hasItOpen(names.join(', '))}
        >
          {names.slice(0, 2).map((name) => (
            <Initials key={name} name={name} size={14} />
          ))}
        </span>
      )}
    </span>
  )
}

function ActButton({ row }: { readonly row: LiveRowProps }) {
  if (row.verb === undefined) return null
  const isStart = row.facts.look === 'startable'
  return (
    <button
      type="button"
      className={isStart ? classes.start : classes.finish}
      tabIndex={-1}
      aria-disabled={row.reason !== undefined}
      title={row.reason}
      onClick={(event) => {
        event.stopPropagation()
        row.onAct(row.task.id)
      }}
    >
      <Icon name={isStart ? 'play' : 'check'} size={12} stroke={isStart ? 1.4 : 1.8} />
      {row.verb}
    </button>
  )
}
