import { ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { liveFacts } from '../list/live-facts.ts'
import { useRunning } from '../list/use-running.ts'
import type { RoomState } from '../room/room-state.ts'
import { plannedDuration } from '../room/schedule.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { Delta, TimePair } from '../signs/time-pair.tsx'
import { clockTime, lengthOf } from '../time/format.ts'
import { presentSecond } from '../time/server-clock.ts'
import classes from './agenda-tab.module.css'
import { TaskTitle } from './task-line.tsx'

const HEIGHT_AT_LEAST = 52
const HEIGHT_MORE_AT_MOST = 84

/** CSS pixels: a longer task is higher, up to a limit. */
export function agendaRowHeight({ plan }: Pick<RoomState, 'plan'>, at: number): number {
  const task = plan.tasks[at]
  const minutes = task ? plannedDuration(task, plan.taskTypes) / 60 : 0
  return HEIGHT_AT_LEAST + Math.min(HEIGHT_MORE_AT_MOST, Math.max(0, minutes - 5) * 0.9)
}

/** A task of the agenda: its start, a rail as long as it takes, title and end. Pressing opens it. */
export function AgendaRow({ at }: { at: number }) {
  const { phone } = useWords()
  const state = useRoomState()
  const { plan, schedule } = state
  const { openTask } = useRunbookAddress()
  const task = plan.tasks[at]
  const running = useRunning(task?.id ?? 0)
  if (!task) return null
  const facts = liveFacts(plan, schedule, at, presentSecond())
  const zone = plan.runbook.timezone
  const end = clockTime(facts.end, zone)
  const isInstant = facts.duration === 0 && facts.start === facts.end
  const below = [
    `#${task.id}`,
    isInstant ? '' : facts.isEndFact ? phone.ended(end) : phone.until(end),
    facts.isEndFact || facts.duration === 0 ? '' : phone.takes(lengthOf(facts.duration)),
    ownersOf(plan, at),
  ]
  return (
    <button
      type="button"
      className={classes.row}
      style={{ minHeight: agendaRowHeight(state, at) }}
      data-look={facts.look}
      data-task={task.id}
      onClick={() => openTask(task.id)}
    >
      <span className={classes.start}>
        <TimePair
          planned={facts.plannedStart}
          expected={facts.start}
          isFact={facts.isStartFact}
          isLoud={facts.isStartLoud}
          zone={zone}
        />
      </span>
      <span
        className={classes.rail}
        data-look={facts.look}
        data-over={running?.isOver || undefined}
        data-instant={isInstant || undefined}
        aria-hidden="true"
      >
        {running && (
          <span
            className={classes.fill}
            style={{ height: `${running.isOver ? 100 : running.progress * 100}%` }}
          />
        )}
      </span>
      <span className={classes.words}>
        <TaskTitle at={at} />
        <span className={classes.below}>{below.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={classes.delta}>
        {facts.delta !== 0 && facts.look !== 'abandoned' && (
          <Delta minutes={facts.delta} isLoud={facts.isEndLoud || facts.isStartLoud} />
        )}
      </span>
    </button>
  )
}
