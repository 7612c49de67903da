import { useWords } from '../language/language.ts'
import type { Party, Plan } from '../room/plan.ts'
import classes from './signs.module.css'

interface OwnerStackProps {
  readonly parties: readonly Party[]
  readonly plan: Pick<Plan, 'people' | 'teams'>
  /** Id of the person who looks: gets a ring in accent. */
  readonly me: number
  /** How many are shown before `+n`. */
  readonly shown?: number
  /** CSS pixels. */
  readonly size?: number
}

/** Who a task is given to: persons are round, teams are square. */
export function OwnerStack({ parties, plan, me, shown = 2, size = 22 }: OwnerStackProps) {
  const { task } = useWords()
  if (parties.length === 0) return null
  const names = parties.map((party) => partyName(plan, party))
  return (
    <span className={classes.owners} role="img" aria-label={names.join(', ')} title={names.join(', ')}>
      {parties.slice(0, shown).map((party, at) => (
        <Initials
          key={`${party.type}-${party.id}`}
          name={names[at] ?? ''}
          isTeam={party.type !== 'user'}
          isMe={party.type === 'user' && party.id === me}
          size={size}
        />
      ))}
      {parties.length > shown && (
        <span className={classes.further} title={task.more(parties.length - shown)}>
          +{parties.length - shown}
        </span>
      )}
    </span>
  )
}

interface InitialsProps {
  readonly name: string
  readonly isTeam?: boolean
  readonly isMe?: boolean
  readonly size?: number
}

/** Two letters of a name, in a circle for a person and a square for a team. Decoration: the name stands beside it or on what holds it. */
export function Initials({ name, isTeam = false, isMe = false, size = 22 }: InitialsProps) {
  const shape = `${classes.owner} ${isTeam ? classes.team : ''} ${isMe ? classes.me : ''}`
  return (
    <span
      className={shape}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.43) }}
      aria-hidden="true"
      data-letters={initialsOf(name)}
    />
  )
}

export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ['?']
  const last = words.at(-1) ?? ''
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${last[0] ?? ''}` : (words[0] ?? '').slice(0, 2)
  return letters.toUpperCase()
}

/** The name of a person or team of a runbook. */
export function partyName({ people, teams }: Pick<Plan, 'people' | 'teams'>, { type, id }: Party): string {
  return (type === 'user' ? people.get(id)?.name : teams.get(id)?.name) ?? `#${id}`
}
