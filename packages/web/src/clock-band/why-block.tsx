import { Menu } from '@mantine/core'
import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { countWaiting, type Delay, type Story, storyOf } from '../room/cause.ts'
import { taskLook } from '../room/look.ts'
import type { RoomState } from '../room/room-state.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { clockTime } from '../time/format.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'
import { Loud } from './loud.tsx'
import { useOpenTask } from './use-open-task.ts'
import { amountOf, delaySentence, ownersOf } from './why-words.ts'

export interface WhyProps {
  readonly state: RoomState
}

/** The story of a run, worked out once per forecast. */
export function useStory({ plan, schedule }: Pick<RoomState, 'plan' | 'schedule'>): Story {
  return useMemo(() => storyOf(plan, schedule), [plan, schedule])
}

/** Why the run ends when it does: the task to look at first, and what of it. */
export function WhyBlock(props: WhyProps) {
  const { clock } = useWords()
  const story = useStory(props.state)
  return (
    <Block label={story.kind === 'on_time' ? clock.next : clock.why}>
      <Cause {...props} story={story} />
      <div className={`${classes.below} ${classes.belowStrong}`}>
        <CauseDetail {...props} story={story} />
      </div>
    </Block>
  )
}

/** The task that a story is about; undefined where it is about none. */
function subjectOf(story: Story): number | undefined {
  switch (story.kind) {
    case 'late':
      return story.delays[0]?.at
    case 'lost':
      return story.delay?.at
    case 'held':
      return story.at
    case 'ahead':
      return undefined
    default:
      return story.next ?? undefined
  }
}

/** The line with the name: a button that selects the task and opens its panel. */
export function Cause({ state, story }: WhyProps & { story: Story }) {
  const { clock } = useWords()
  const { plan } = state
  if (story.kind === 'ahead') {
    const since = story.since === null ? undefined : plan.tasks[story.since]
    return <div className={classes.plainCause}>{since ? clock.aheadSince(since.id) : clock.ahead}</div>
  }
  const at = subjectOf(story)
  if (at === undefined) {
    if (story.kind !== 'lost') return <div className={classes.plainCause}>{clock.nothingOpen}</div>
    const began = story.beganLate >= story.paused
    return (
      <div className={classes.plainCause}>
        {began ? clock.beganLate(amountOf(story.beganLate)) : clock.pausedInAll(amountOf(story.paused))}
      </div>
    )
  }
  return <TaskButton state={state} at={at} />
}

function TaskButton({ state: { plan, schedule }, at }: WhyProps & { at: number }) {
  const open = useOpenTask()
  const task = plan.tasks[at]
  if (!task) return null
  return (
    <button
      type="button"
      className={classes.cause}
      data-cause={task.id}
      onClick={() => {
        open(task.id)
      }}
    >
      <StageGlyph of={taskLook(plan, schedule, at, schedule.asOf)} />
      <span className={classes.causeId}>#{task.id}</span>
      <span className={classes.causeName}>{task.name}</span>
    </button>
  )
}

function CauseDetail({ state, story }: WhyProps & { story: Story }) {
  const { clock } = useWords()
  const { plan, schedule } = state
  const zone = plan.runbook.timezone
  const next = 'next' in story && story.next !== null ? plan.tasks[story.next] : undefined
  const at = subjectOf(story)
  const waiting = useMemo(
    () => (at === undefined ? 0 : countWaiting(plan, schedule, at)),
    [plan, schedule, at],
  )
  switch (story.kind) {
    case 'late': {
      const [first, ...rest] = story.delays
      if (!first) return null
      const parts = [ownersOf(plan, first.at), waiting > 0 ? clock.waiting(waiting) : clock.nobodyWaits]
      return (
        <>
          <Loud {...delaySentence(first)} className={classes.loud} />
          {parts.filter(Boolean).map((part) => ` · ${part}`)}
          {rest.length > 0 && (
            <>
              {' · '}
              <Others delays={rest} state={state} />
            </>
          )}
        </>
      )
    }
    case 'lost':
      return (
        <>
          {story.delay && <Loud {...delaySentence(story.delay)} className={classes.loud} />}
          {story.delay && next && ' · '}
          {next && clock.nextIs(next.id, next.name)}
        </>
      )
    case 'ahead':
      return next ? <>{clock.nextIs(next.id, next.name)}</> : null
    case 'held': {
      const parts = [
        clock.heldBy(plan.tasks[story.at]?.id ?? 0),
        clock.heldAt(clockTime(schedule.times.start[story.at] ?? 0, zone)),
      ]
      return <>{parts.join(' ')}</>
    }
    default: {
      if (story.next === null || !next) return null
      const said =
        next.stage === 'in_progress'
          ? clock.runningUntil(clockTime(schedule.times.end[story.next] ?? 0, zone))
          : next.stage === 'startable'
            ? clock.canStartNow
            : clock.nextAt(clockTime(schedule.times.start[story.next] ?? 0, zone))
      return <>{[said, ownersOf(plan, story.next)].filter(Boolean).join(' · ')}</>
    }
  }
}

/** The other tasks that add delay of their own, behind “and 2 more”. */
function Others({ delays, state }: WhyProps & { delays: readonly Delay[] }) {
  const { clock } = useWords()
  const open = useOpenTask()
  const { plan, schedule } = state
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.link}>
          {clock.moreCauses(delays.length)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{clock.causes}</Menu.Label>
        {delays.slice(0, 12).map((delay) => {
          const task = plan.tasks[delay.at]
          if (!task) return null
          return (
            <Menu.Item
              key={task.id}
              leftSection={<StageGlyph of={taskLook(plan, schedule, delay.at, schedule.asOf)} size={18} />}
              onClick={() => {
                open(task.id)
              }}
            >
              #{task.id} {task.name} · <Loud {...delaySentence(delay)} className={classes.loud} />
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
