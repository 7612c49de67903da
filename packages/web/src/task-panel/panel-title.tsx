import type { ReactNode } from 'react'
import { LineInput } from '../fields/line-input.tsx'
import { useWords } from '../language/language.ts'
import { taskLook } from '../room/look.ts'
import type { Task } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { useMinute } from '../time/use-clock.ts'
import { FieldNote, SavedMark } from './field-note.tsx'
import { InPlace } from './field-row.tsx'
import classes from './panel-title.module.css'
import { StateLine } from './state-line.tsx'
import { type FieldSpec, useField } from './use-field.ts'
import { useSkipReason } from './use-skip-reason.ts'
import type { TaskDetails } from './use-task-details.ts'

const title: FieldSpec<string> = {
  members: ['name'],
  read: ({ name }) => name,
  write: (name) => ({ attributes: { name } }),
  patch: (name) => ({ name }),
}

interface PanelTitleProps {
  readonly task: Task
  readonly at: number
  readonly details: TaskDetails | undefined
  readonly reason: string | undefined
  /** Stands at the right end. */
  readonly side: ReactNode
}

/** Glyph, title and state of a task. */
export function PanelTitle({ task, at, details, reason, side }: PanelTitleProps) {
  const { plan, schedule, waiting } = useRoomState()
  const minute = useMinute()
  const { fields } = useWords().task
  const field = useField(title, task, details)
  const skipReason = useSkipReason(task)
  const look = taskLook(plan, schedule, at, Math.max(minute, schedule.asOf))
  return (
    <div className={classes.head}>
      <span className={classes.glyph}>
        <StageGlyph of={look} size={26} isWaiting={waiting.some(({ taskId }) => taskId === task.id)} />
      </span>
      <div className={classes.words}>
        <h2 className={classes.title}>
          <InPlace
            label={fields.title}
            field={field}
            reason={reason}
            say={(name) => name}
            renderText={(name) => name}
            renderControl={(name) => (
              <LineInput
                value={name}
                label={fields.title}
                autoFocus
                className={classes.titleInput ?? ''}
                onDraft={(draft) => field.type(draft ?? '')}
                onCommit={field.commit}
                onCancel={field.cancel}
              />
            )}
            className={classes.titleText}
          />
          <SavedMark field={field} />
        </h2>
        <FieldNote field={field} say={(name) => `“${name}”`} />
        <StateLine task={task} details={details} skipReason={skipReason} />
      </div>
      {side}
    </div>
  )
}
