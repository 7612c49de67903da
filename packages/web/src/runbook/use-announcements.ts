import { useEffect, useRef, useState } from 'react'
import { announce } from '../actions/run-action.ts'
import { theWords } from '../language/language.ts'
import type { LiveEventData } from '../room/apply-event.ts'
import type { Plan } from '../room/plan.ts'
import { useRoom } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { isOf } from './filters.ts'

/** At most one sentence in this time: more would be noise. */
const PAUSE_MS = 5_000

/** Tasks that an event made startable. */
function releasedBy({ things }: LiveEventData): number[] {
  return things.flatMap(({ type, id, changes }) =>
    type === 'task' && changes['stage']?.[1] === 'startable' ? [Number(id)] : [],
  )
}

/** What is said of an event; undefined when it is not worth a sentence. */
function spokenOf(event: LiveEventData, plan: Pick<Plan, 'people'>): string | undefined {
  const { spoken } = theWords().run
  const who = plan.people.get(Number(event.actor))?.name ?? spoken.somebody
  const id = Number(event.resource.id)
  const released = releasedBy(event)
  const [first] = released
  const then =
    first === undefined
      ? ''
      : ` ${released.length === 1 ? spoken.canStart(first) : spoken.canStartMany(released.length)}`
  switch (event.name) {
    case 'task.started':
      return spoken.started(id, who) + then
    case 'task.finished':
      return spoken.finished(id, who) + then
    case 'task.skipped':
      return spoken.skipped(id, who) + then
    case 'run.started':
      return spoken.runStarted(who)
    case 'run.paused':
      return spoken.paused(who)
    case 'run.resumed':
      return spoken.resumed(who)
    case 'run.cancelled':
      return spoken.canceled(who)
    case 'run.finished':
      return spoken.ended
    case 'comment.created':
      return spoken.commented(who)
    default:
      return then === '' ? undefined : then.trim()
  }
}

/**
 * Says in the live region what happens in the open runbook: at most one sentence in 5 s, the latest of those that came
 * meanwhile. That a task of one's own can start does not wait. (Nor does it that the line is lost: its bar says so.)
 *
 * @returns the last sentence that must interrupt whoever listens
 */
export function useAnnouncements(): string {
  const room = useRoom()
  const [urgent, setUrgent] = useState('')
  const myId = Number(useMe().id)
  const said = useRef({ at: 0, waiting: undefined as string | undefined, timer: 0 })
  useEffect(() => {
    const now = said.current
    const say = (sentence: string) => {
      now.at = Date.now()
      now.waiting = undefined
      announce(sentence)
    }
    const stop = room.onEvent((event) => {
      const plan = room.state()?.plan
      if (!plan) return
      const mine = releasedBy(event).find((id) => isOf(plan, plan.positions.get(id) ?? -1, myId))
      if (mine !== undefined) {
        const name = plan.tasks[plan.positions.get(mine) ?? -1]?.name ?? ''
        setUrgent(theWords().run.spoken.yours(mine, name))
        return
      }
      const sentence = Number(event.actor) === myId ? undefined : spokenOf(event, plan)
      if (sentence === undefined) return
      const wait = now.at + PAUSE_MS - Date.now()
      if (wait <= 0) {
        say(sentence)
        return
      }
      if (now.waiting === undefined)
        now.timer = window.setTimeout(() => now.waiting !== undefined && say(now.waiting), wait)
      now.waiting = sentence
    })
    return () => {
      stop()
      window.clearTimeout(now.timer)
    }
  }, [room, myId])
  return urgent
}
