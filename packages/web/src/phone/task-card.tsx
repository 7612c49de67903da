import { memo } from 'react'
import { ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { isSameShallow, type LiveFacts, liveFacts } from '../list/live-facts.ts'
import type { Plan } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { isOf } from '../runbook/filters.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamBar } from '../signs/stream-tag.tsx'
import { Delta, TimePair } from '../signs/time-pair.tsx'
import { dayKey, lengthOf, shortDate } from '../time/format.ts'
import { presentSecond } from '../time/server-clock.ts'
import classes from './task-card.module.css'
import { RunningFigure, TaskLine } from './task-line.tsx'

/** A task as a card of the list: its line, the bar of its stream, and the time that counts in its stage. */
export function TaskCard({ at, me }: { at: number; me: number }) {
  const { plan, schedule } = useRoomState()
  if (!plan.tasks[at]) return null
  return (
    <Card
      at={at}
      plan={plan}
      isMine={isOf(plan, at, me)}
      facts={liveFacts(plan, schedule, at, presentSecond())}
    />
  )
}

interface CardProps {
  readonly at: number
  readonly plan: Plan
  readonly isMine: boolean
  readonly facts: LiveFacts
}

const Card = memo(
  function Card({ at, plan, isMine, facts }: CardProps) {
    const task = plan.tasks[at]
    const stream = streamSigns(plan.streams).get(task?.stream_id ?? 0)
    const below = [stream?.name, ownersOf(plan, at)].filter(Boolean).join(' · ')
    return (
      <div
        className={isMine && facts.look === 'startable' ? `${classes.card} ${classes.mine}` : classes.card}
        data-look={facts.look}
        data-hot={facts.isOver || undefined}
      >
        <span className={classes.stream}>{stream && <StreamBar of={stream} height={36} />}</span>
        <TaskLine at={at} below={below} figure={<CardFigure at={at} plan={plan} facts={facts} />} />
      </div>
    )
  },
  (one, other) =>
    one.at === other.at &&
    one.plan === other.plan &&
    one.isMine === other.isMine &&
    isSameShallow(one.facts, other.facts),
)

/** The time that counts: the end of what is over, what is left of what runs, the start of what is to come. */
function CardFigure({ at, plan, facts }: Omit<CardProps, 'isMine'>) {
  const { time } = useWords()
  const zone = plan.runbook.timezone
  if (plan.run === null) {
    const first = plan.runbook.start_scheduled ?? facts.start
    return (
      <>
        {dayKey(facts.start, zone) !== dayKey(first, zone) && (
          <span className={classes.second}>{shortDate(facts.start, zone)}</span>
        )}
        <TimePair planned={facts.plannedStart} expected={facts.start} isFact={false} zone={zone} />
        <span className={classes.second}>{facts.duration === 0 ? time.none : lengthOf(facts.duration)}</span>
      </>
    )
  }
  if (facts.look === 'progress' && plan.run.end_actual === null)
    return (
      <>
        <RunningFigure at={at} />
        {facts.delta !== 0 && (
          <span className={classes.second}>
            <Delta minutes={facts.delta} isLoud={facts.isEndLoud} />
          </span>
        )}
      </>
    )
  if (facts.look === 'abandoned') return null
  const isEnd = facts.isEndFact
  return (
    <>
      <TimePair
        planned={isEnd ? facts.plannedEnd : facts.plannedStart}
        expected={isEnd ? facts.end : facts.start}
        isFact={isEnd}
        isLoud={!isEnd && facts.isStartLoud}
        zone={zone}
      />
      {facts.delta !== 0 && (
        <span className={classes.second}>
          <Delta minutes={facts.delta} isLoud={facts.isStartLoud} />
        </span>
      )}
    </>
  )
}
