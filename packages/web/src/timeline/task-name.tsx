import { memo } from 'react'
import type { Action } from '../actions/action.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalLine } from '../refusals/refusal-line.tsx'
import type { Look } from '../room/look.ts'
import type { Task } from '../room/plan.ts'
import type { Refusal } from '../room/room-state.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { PulseMark } from '../signs/task-marks.tsx'
import classes from './names.module.css'
import type { RowProps } from './stream-head.tsx'

interface TaskNameProps extends RowProps {
  readonly task: Task
  readonly depth: number
  readonly look: Look
  readonly isMilestone: boolean
  readonly isHeldByFixed: boolean
  readonly progress: number
  readonly over: number
  readonly isCritical: boolean
  readonly isDimmed: boolean
  readonly isTouched: boolean
  readonly isSending: boolean
  readonly refusal: Refusal | undefined
  readonly closeRefusal: (refusal: Refusal) => void
  /** Somebody else has it open. */
  readonly present: string | undefined
  readonly spoken: string
  readonly main: Action | undefined
  readonly open: (row: number) => void
  readonly act: (task: Task) => void
}

/** The name of a task beside its bar. Its glyph is the button: play starts, ring finishes. */
export const TaskName = memo(function TaskName(props: TaskNameProps) {
  const { id, index, top, height, isChosen, isHovered, task, depth, look, main } = props
  const { task: words } = useWords()
  const tone = look === 'startable' || look === 'progress' ? classes.present : ''
  const isOver = look === 'complete' || look === 'skipped' || look === 'abandoned'
  const shape = [
    classes.row,
    isChosen && classes.chosen,
    isHovered && classes.hovered,
    props.isDimmed && classes.dimmed,
    props.isTouched && classes.touched,
  ]
  const glyph = <StageGlyph of={props} size={16} isWaiting={props.isSending} />
  const name = main?.name()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid holds the focus, and the keys are its own
    <div
      id={id}
      role="row"
      aria-level={depth + 2}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-chosen={isChosen || undefined}
      aria-label={props.spoken}
      className={shape.filter(Boolean).join(' ')}
      style={{ top, height, paddingLeft: 30 + depth * 16 }}
      onClick={() => props.choose(index)}
      onDoubleClick={() => props.open(index)}
    >
      <span role="gridcell" className={classes.whole}>
        {main ? (
          <button
            type="button"
            tabIndex={-1}
            className={classes.glyph}
            aria-label={`${name} #${task.id}`}
            title={name}
            onClick={(event) => {
              event.stopPropagation()
              props.act(task)
            }}
          >
            {glyph}
          </button>
        ) : (
          <span className={classes.glyph}>{glyph}</span>
        )}
        <span className={classes.id}>{task.id}</span>
        <span className={`${classes.title} ${isOver ? classes.past : tone}`} title={task.name}>
          {task.name}
        </span>
        {props.present !== undefined && (
          <span title={props.present}>
            <Initials name={props.present} size={14} />
          </span>
        )}
        {main && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.act}
            onClick={(event) => {
              event.stopPropagation()
              props.act(task)
            }}
          >
            <Icon name={main.icon ?? 'play'} size={11} />
            {name}
          </button>
        )}
        {props.isCritical && <PulseMark label={words.critical} />}
        {props.refusal && (
          <RefusalLine refusal={props.refusal} close={props.closeRefusal} className={classes.refusal} />
        )}
      </span>
    </div>
  )
})
