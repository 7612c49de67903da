import { Menu, UnstyledButton } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { may } from '../actions/action.ts'
import { runAction } from '../actions/run-action.ts'
import { mainActionOf, skipTask } from '../actions/task-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { ownersOf } from '../clock-band/why-words.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRunning } from '../list/use-running.ts'
import { RefusalNote } from '../refusals/refusal-note.tsx'
import { taskLook } from '../room/look.ts'
import type { Plan, Task } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { clockTime, lengthOf, lengthPassed } from '../time/format.ts'
import { useMinute, useMinutesSince } from '../time/use-clock.ts'
import { followersOf } from './now-tasks.ts'
import { SayField } from './say-field.tsx'
import { RunningFigure, TaskGlyph, TaskTitle } from './task-line.tsx'
import classes from './yours-card.module.css'

/** Two presses within this time are one: the button changes its meaning under the thumb, and no finish can be undone. */
const ONE_PRESS_MS = 400

/** A task that waits for whoever looks: why now, what then, what if late, and the button for it. */
export function YoursCard({ at }: { at: number }) {
  const words = useWords()
  const { phone } = words
  const room = useRoom()
  const actions = useActionContext()
  const { plan, schedule, refusals } = useRoomState()
  const [isSaying, setSaying] = useState(false)
  const pressedAt = useRef(Number.NEGATIVE_INFINITY)
  const task = plan.tasks[at]
  const isOver = useRunning(task?.id ?? 0)?.isOver
  if (!task) return null
  const context = actions.forTask(task)
  const main = mainActionOf(task)
  const reason = main?.blocked?.(context)
  const duration = plannedDuration(task, plan.taskTypes)
  const stream = plan.streams.find(({ id }) => id === task.stream_id)?.name
  const about = [
    `#${task.id}`,
    stream ?? '',
    duration === 0 ? phone.takesNoTime : phone.takes(lengthOf(duration)),
  ]
  const refused = refusals.filter(
    ({ taskId, endpoint }) => taskId === task.id && endpoint !== 'createComment',
  )
  return (
    <article
      className={classes.card}
      data-stage={task.stage}
      data-task={task.id}
      data-over={isOver || undefined}
      aria-label={`#${task.id} ${task.name}`}
    >
      <UnstyledButton className={classes.head} onClick={() => context.openTask(task.id)}>
        <span className={classes.glyph}>
          <TaskGlyph at={at} size={28} />
        </span>
        <span className={classes.words}>
          <span className={classes.title}>
            <TaskTitle at={at} />
          </span>
          <span className={classes.about}>{about.filter(Boolean).join(' · ')}</span>
        </span>
      </UnstyledButton>
      <Facts at={at} task={task} plan={plan} schedule={schedule} />
      {refused.map((refusal) => (
        <RefusalNote
          key={refusal.endpoint}
          error={refusal.error}
          onClose={() => room.closeRefusal(refusal)}
        />
      ))}
      <div className={classes.actions}>
        {main?.visible(context) && (
          <UnstyledButton
            className={classes.main}
            data-action={main.id}
            aria-disabled={reason !== undefined}
            aria-describedby={reason === undefined ? undefined : `why-${task.id}`}
            onClick={(event) => {
              if (event.timeStamp - pressedAt.current < ONE_PRESS_MS) return
              pressedAt.current = event.timeStamp
              runAction(main, context)
            }}
          >
            {main.icon && <Icon name={main.icon} size={17} stroke={1.7} />}
            {main.name()}
          </UnstyledButton>
        )}
        {may(context, 'create comment') && (
          <UnstyledButton
            className={classes.side}
            aria-label={phone.commentOn(task.id)}
            aria-expanded={isSaying}
            onClick={() => setSaying(!isSaying)}
          >
            <Icon name="chat" size={20} />
          </UnstyledButton>
        )}
        <Menu withinPortal position="top-end">
          <Menu.Target>
            <UnstyledButton className={classes.side} aria-label={phone.moreOn(task.id)}>
              <Icon name="more" size={20} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {skipTask.visible(context) && (
              <Menu.Item
                className={classes.item}
                leftSection={<Icon name="skip" size={18} />}
                disabled={skipTask.blocked?.(context) !== undefined}
                onClick={() => runAction(skipTask, context)}
              >
                {skipTask.name()}
              </Menu.Item>
            )}
            <Menu.Item
              className={classes.item}
              leftSection={<Icon name="right" size={18} />}
              onClick={() => context.openTask(task.id)}
            >
              {phone.open}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {reason !== undefined && (
        <p className={classes.reason} id={`why-${task.id}`}>
          {reason}
        </p>
      )}
      {isSaying && <SayField taskId={task.id} onSent={() => setSaying(false)} hasFocus />}
    </article>
  )
}

interface FactsProps {
  readonly at: number
  readonly task: Task
  readonly plan: Plan
  readonly schedule: Schedule
}

function Facts({ at, task, plan, schedule }: FactsProps) {
  const { phone } = useWords()
  const minute = useMinute()
  const followers = useMemo(() => followersOf(plan, schedule, at), [plan, schedule, at])
  const isRunning = task.stage === 'in_progress'
  const isReadyLate = taskLook(plan, schedule, at, schedule.asOf).ownStartLate
  const next = followers[0]
  const float = schedule.times.totalFloat[at] ?? 0
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{isRunning ? phone.facts.running : phone.facts.ready}</dt>
        <dd>
          {isRunning ? (
            <>
              {phone.since(clockTime(task.start_actual ?? minute, plan.runbook.timezone))} ·{' '}
              <RunningFigure at={at} />
            </>
          ) : (
            <ReadyText task={task} plan={plan} isLate={isReadyLate} />
          )}
        </dd>
      </div>
      <div>
        <dt>{phone.facts.follows}</dt>
        <dd>{next === undefined ? phone.thenNothing : thenText(plan, next, followers.length - 1, phone)}</dd>
      </div>
      <div>
        <dt>{phone.facts.ifLate}</dt>
        <dd>{float >= 60 ? phone.floatThen(lengthPassed(float)) : phone.noFloat}</dd>
      </div>
    </dl>
  )
}

type PhoneWords = ReturnType<typeof useWords>['phone']

interface ReadyProps {
  readonly task: Task
  readonly plan: Plan
  /** Nobody has started it in time: the delay is made here. */
  readonly isLate: boolean
}

/** Since when a task is ready, and what has made it so. */
function ReadyText({ task, plan, isLate }: ReadyProps) {
  const { phone } = useWords()
  const waited = useMinutesSince(task.start_ready)
  const ids = task.predecessors.filter((id) => plan.positions.has(id)).map((id) => `#${id}`)
  const why = phone.beforeDone(ids)
  return (
    <>
      <span className={isLate ? classes.late : undefined}>
        {waited >= 60 ? phone.readyFor(lengthPassed(waited)) : phone.readyNow}
      </span>
      {why !== '' && `: ${why}`}
    </>
  )
}

function thenText(plan: Plan, at: number, others: number, phone: PhoneWords): string {
  const task = plan.tasks[at]
  const parts = [`#${task?.id} ${task?.name}`, ownersOf(plan, at)]
  const first = parts.filter(Boolean).join(' · ')
  return others > 0 ? `${first}, ${phone.thenMore(others)}` : first
}
