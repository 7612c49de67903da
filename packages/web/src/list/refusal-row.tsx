import { WhoCould } from '../access/who-could.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Plan } from '../room/plan.ts'
import type { Refusal } from '../room/room-state.ts'
import classes from './refusal-row.module.css'
import { otherTask } from './refusal-task.ts'

interface RefusalRowProps {
  readonly refusal: Refusal
  readonly plan: Plan
  readonly index: number
  readonly onShow: (taskId: number) => void
  readonly onClose: () => void
}

export const REFUSAL_ROW_HEIGHT = 34

/** What the server refused, in its words, under the task that it is about. */
export function RefusalRow({ refusal, plan, index, onShow, onClose }: RefusalRowProps) {
  const { app, list } = useWords()
  const other = otherTask(refusal, plan)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.refusal}
      style={{ height: REFUSAL_ROW_HEIGHT }}
    >
      <div role="gridcell" className={classes.refusalCell}>
        <Icon name="warn" size={14} />
        <span role="alert" className={classes.refusalText} title={refusal.error.message}>
          {refusal.error.message}
        </span>
        <span className={classes.refusalText}>
          <WhoCould error={refusal.error} />
        </span>
        {other !== undefined && (
          <button type="button" className={classes.link} onClick={() => onShow(other)}>
            {list.show(other)}
          </button>
        )}
        <span className={classes.grow} />
        <button
          type="button"
          className={classes.close}
          aria-label={app.close}
          title={app.close}
          onClick={onClose}
        >
          <Icon name="close" size={13} />
        </button>
      </div>
    </div>
  )
}
