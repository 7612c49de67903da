import { Tooltip } from '@mantine/core'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import classes from './top-bar.module.css'

const HEADS_SHOWN = 4
const NAMES_SHOWN = 14

/** Who else has the runbook open, and at which task they are. */
export function PeopleHere() {
  const { app, run } = useWords()
  const { present, presentCount } = useRoomState()
  const me = useMe()
  const byUser = new Map(present.map((person) => [person.userId, person]))
  for (const person of present) if (person.taskId !== null) byUser.set(person.userId, person)
  byUser.delete(Number(me.id))
  const others = [...byUser.values()]
  if (others.length === 0) return null
  const names = others
    .slice(0, NAMES_SHOWN)
    .map(({ name, taskId }) => (taskId === null ? name : run.bar.onTask(name, taskId)))
  if (others.length > NAMES_SHOWN) names.push(run.andMore(others.length - NAMES_SHOWN))
  const here = app.here(Math.max(presentCount, others.length + 1))
  return (
    <Tooltip
      label={
        <>
          {names.map((name) => (
            <div key={name}>{name}</div>
          ))}
        </>
      }
      openDelay={100}
      events={{ hover: true, focus: true, touch: true }}
    >
      <button type="button" className={classes.people} aria-label={`${here}: ${names.join(', ')}`}>
        <span className={classes.heads}>
          {others.slice(0, HEADS_SHOWN).map(({ userId, name }) => (
            <Initials key={userId} name={name} size={24} />
          ))}
        </span>
        {here}
      </button>
    </Tooltip>
  )
}
