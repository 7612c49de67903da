import { Button, FocusTrap, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useWords } from '../language/language.ts'
import { instantOfText, wallText } from '../time/zone.ts'
import type { Camera } from './camera.ts'
import { xOf } from './scale.ts'
import classes from './timeline.module.css'
import { sendFixedStart } from './timeline-actions.ts'
import type { BaseScene } from './use-base-scene.ts'

interface FixedStartPopoverProps {
  readonly taskId: number
  readonly context: ActionContext
  readonly base: BaseScene
  readonly camera: Camera
  readonly namesWidth: number
  readonly close: () => void
}

const WIDTH = 300

/** What can be done about a start that follows from others: a time before which it does not come. */
export function FixedStartPopover({
  taskId,
  context,
  base,
  camera,
  namesWidth,
  close,
}: FixedStartPopoverProps) {
  const { timeline } = useWords()
  const { plan, schedule, rows, rowHeight, zone } = base
  const at = plan.positions.get(taskId) ?? -1
  const task = plan.tasks[at]
  const start = task?.start_fixed ?? schedule.times.start[at] ?? schedule.asOf
  const [text, setText] = useState(() => wallText(start, zone))
  const row = rows.rowOf[at] ?? -1
  const popover = useRef<HTMLFormElement>(null)
  useEffect(() => popover.current?.scrollIntoView({ block: 'nearest' }), [])
  if (!task || row < 0) return null
  const { scale, width } = camera.get()
  const x = Math.min(Math.max(8, xOf(scale, start)), Math.max(8, width - WIDTH - 8))
  const save = (event: FormEvent) => {
    event.preventDefault()
    const instant = instantOfText(text, zone)
    if (instant === undefined) return
    sendFixedStart(context, task, instant)
    close()
  }
  return (
    <FocusTrap active>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears Escape and the focus of the fields in it */}
      <form
        ref={popover}
        role="dialog"
        aria-label={timeline.fixedStart.title(taskId)}
        className={classes.popover}
        style={{ left: namesWidth + x, top: (row + 1) * rowHeight, width: WIDTH }}
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          close()
        }}
        onBlur={(event) => {
          if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
        }}
      >
        <h3>{timeline.fixedStart.title(taskId)}</h3>
        <p>{timeline.fixedStart.body}</p>
        <TextInput
          data-autofocus
          type="datetime-local"
          label={timeline.fixedStart.field(zone.replaceAll('_', ' '))}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit">{timeline.fixedStart.save}</Button>
          {task.start_fixed !== null && (
            <Button
              variant="default"
              onClick={() => {
                sendFixedStart(context, task, null)
                close()
              }}
            >
              {timeline.fixedStart.remove}
            </Button>
          )}
        </div>
      </form>
    </FocusTrap>
  )
}
