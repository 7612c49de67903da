import { useMemo } from 'react'
import type { Party, Plan } from '../room/plan.ts'
import { Initials, partyName } from '../signs/owner-stack.tsx'
import type { FieldProps } from './field.ts'
import classes from './fields.module.css'
import { findMatches } from './find-matches.ts'
import { TokenInput } from './token-input.tsx'

interface OwnerInputProps extends FieldProps<readonly Party[]> {
  readonly plan: Pick<Plan, 'people' | 'teams'>
  /** Shows initials instead of names. */
  readonly isNarrow?: boolean
}

const SHOWN = 8

/** To whom a task is given: people and teams of the runbook, by parts of their names. */
export function OwnerInput({ plan, isNarrow = false, ...field }: OwnerInputProps) {
  const parties = useMemo<readonly Party[]>(
    () => [
      ...[...plan.people.values()].flatMap(({ id, role }): Party[] =>
        role === null ? [] : [{ type: 'user', id }],
      ),
      ...[...plan.teams.keys()].map((id): Party => ({ type: 'runbook_team', id })),
    ],
    [plan.people, plan.teams],
  )
  const keyOf = ({ type, id }: Party) => `${type}-${id}`
  return (
    <TokenInput<Party>
      {...field}
      opensEmpty
      tokenOf={(party) => {
        const name = partyName(plan, party)
        return {
          key: keyOf(party),
          name,
          node: (
            <>
              <Initials name={name} isTeam={party.type !== 'user'} size={18} />
              {!isNarrow && <span className={classes.optionName}>{name}</span>}
            </>
          ),
        }
      }}
      read={(text) => (text.trim() === '' ? { kind: 'values', values: [] } : { kind: 'words' })}
      suggest={(text, chosen) => {
        const taken = new Set(chosen.map(keyOf))
        const free = parties.filter((party) => !taken.has(keyOf(party)))
        return findMatches(free, text, (party) => partyName(plan, party), SHOWN).map((party) => ({
          key: keyOf(party),
          value: party,
          node: (
            <>
              <Initials name={partyName(plan, party)} isTeam={party.type !== 'user'} size={18} />
              <span className={classes.optionName}>{partyName(plan, party)}</span>
            </>
          ),
        }))
      }}
    />
  )
}
