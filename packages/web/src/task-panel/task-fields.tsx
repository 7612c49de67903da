import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { lengthOf, lengthPassed } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { CustomFields } from './custom-fields.tsx'
import { DescriptionField } from './description-field.tsx'
import rowClasses from './field-row.module.css'
import { FixedTimeField } from './fixed-time-field.tsx'
import { planClock } from './plan-clock.ts'
import { DurationField, OwnersField, StreamField, type TaskFieldProps, TypeField } from './plan-fields.tsx'
import { AutoField, EndRuleField, LevelField, StartRuleField } from './rule-fields.tsx'
import { type TaskFacts, taskFacts } from './task-facts.ts'
import classes from './task-panel.module.css'

/** All fields are shown until the person folds them again, whatever task is open. */
let isWholeKept = false

/** The fields of a task: those that say something, and all of them on demand. */
export function TaskFields(props: TaskFieldProps) {
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const { panel } = useWords().task
  const [isWhole, setWhole] = useState(isWholeKept)
  const { task, why } = props
  const facts = taskFacts(plan, schedule, task.id, Math.max(minute, schedule.asOf))
  if (!facts) return null
  const isPlanning = why('stream') === undefined && plan.run === null
  const isShown = (saysSomething: boolean) => isWhole || saysSomething
  return (
    <section className={classes.fields}>
      <OwnersField {...props} />
      <PlannedRow facts={facts} />
      {isShown(isPlanning) && <DurationField {...props} />}
      {isShown(isPlanning) && <StreamField {...props} />}
      {isShown(isPlanning) && <TypeField {...props} />}
      {isShown(task.start_fixed !== null) && (
        <FixedTimeField {...props} member="start_fixed" around={facts.plannedStart} />
      )}
      {isShown(task.end_fixed !== null) && (
        <FixedTimeField {...props} member="end_fixed" around={facts.plannedEnd} />
      )}
      {isShown(task.auto_start || task.auto_finish) && <AutoField {...props} />}
      {isShown(task.start_requirements !== 'anyone') && <StartRuleField {...props} />}
      {isShown(task.end_requirements !== 'anyone') && <EndRuleField {...props} />}
      {isWhole && <LevelField {...props} />}
      <CustomFields {...props} isWhole={isWhole} />
      <LinkedRunbooks links={task.task_links} />
      <DescriptionField
        {...props}
        side={
          <button
            type="button"
            className={classes.fold}
            aria-expanded={isWhole}
            onClick={() => {
              isWholeKept = !isWhole
              setWhole(isWholeKept)
            }}
          >
            {isWhole ? panel.fewerFields : panel.moreFields}
          </button>
        }
      />
    </section>
  )
}

/** When it is planned, how long it takes and how far it can slip. */
function PlannedRow({ facts }: { readonly facts: TaskFacts }) {
  const { plan, schedule } = useRoomState()
  const { fields, says } = useWords().task
  const clock = planClock(plan, schedule)
  const { task, plannedStart, plannedEnd, duration, float } = facts
  return (
    <div className={rowClasses.row}>
      <span className={rowClasses.label}>{fields.planned}</span>
      <div className={`${rowClasses.value} ${classes.planned}`}>
        <span>
          {plan.run === null && clock.day(plannedStart)}
          {clock.time(plannedStart)}
          {duration > 0 && ` – ${clock.time(plannedEnd)}`}
        </span>
        <span className={rowClasses.quiet}>
          {[
            ...(duration > 0 ? [lengthOf(duration)] : []),
            // What has ended can slip no more.
            ...(task.stage === 'complete'
              ? []
              : [float > 0 ? says.float(lengthPassed(float)) : says.noFloat]),
          ]
            .map((part) => ` · ${part}`)
            .join('')}
        </span>
      </div>
    </div>
  )
}

/** The runbooks that stand behind a task. */
function LinkedRunbooks({ links }: { readonly links: TaskFieldProps['task']['task_links'] }) {
  const { fields } = useWords().task
  const runbooks = links.filter(({ link_type }) => link_type === 'runbook')
  if (runbooks.length === 0) return null
  return (
    <div className={rowClasses.row}>
      <span className={rowClasses.label}>{fields.linked}</span>
      <div className={`${rowClasses.value} ${classes.planned}`}>
        {runbooks.map(({ id }) => (
          <Anchor key={id} component={Link} to={`/runbooks/${id}` as never}>
            {fields.openLinked(id)}
          </Anchor>
        ))}
      </div>
    </div>
  )
}
