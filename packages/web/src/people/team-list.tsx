import { Button } from '@mantine/core'
import { useState } from 'react'
import { AskTwice } from '../account/ask-twice.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import type { Plan, Team } from '../room/plan.ts'
import { useChange } from '../room/use-change.ts'
import { useRoom } from '../room/use-room.tsx'
import { Initials } from '../signs/owner-stack.tsx'
import { tasksOf } from './missing.ts'
import classes from './people.module.css'
import { TeamForm } from './team-form.tsx'

interface TeamListProps {
  readonly plan: Plan
  readonly mayChange: boolean
}

/** The teams of the runbook with who is in them; an administrator adds, changes, unlinks and removes them. */
export function TeamList({ plan, mayChange }: TeamListProps) {
  const { people: words } = useWords()
  const [isAdding, setAdding] = useState(false)
  const teams = [...plan.teams.values()].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      {mayChange && !isAdding && (
        <Button
          mt={16}
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setAdding(true)}
        >
          {words.addTeam}
        </Button>
      )}
      {isAdding && <TeamForm plan={plan} team={undefined} onClose={() => setAdding(false)} />}
      {teams.length === 0 && !isAdding && <p className={classes.empty}>{words.noTeams}</p>}
      <ul className={classes.rows}>
        {teams.map((team) => (
          <TeamRow key={team.id} team={team} plan={plan} mayChange={mayChange} />
        ))}
      </ul>
    </>
  )
}

function TeamRow({ team, plan, mayChange }: TeamListProps & { readonly team: Team }) {
  const { people: words } = useWords()
  const { runbookId } = useRoom()
  const { change, refusal } = useChange()
  const [isEditing, setEditing] = useState(false)
  const { all, alone } = tasksOf(plan, 'runbook_team', team.id)
  const names = team.members.map((id) => plan.people.get(id)?.name ?? `#${id}`)
  const params = { runbook_id: runbookId, id: String(team.id) }
  if (isEditing)
    return (
      <li className={classes.row} data-team={team.id}>
        <TeamForm plan={plan} team={team} onClose={() => setEditing(false)} />
      </li>
    )
  return (
    <li className={classes.row} data-team={team.id}>
      <Initials name={team.name} isTeam size={28} />
      <div className={classes.who}>
        <div className={classes.name}>
          {team.name}
          {team.linked && <span className={classes.pill}>{words.linked}</span>}
        </div>
        <div className={classes.second}>
          {names.length === 0 ? words.nobodyIn : names.join(', ')}
          {all.length > 0 && ` · ${words.tasks(all.length)}`}
        </div>
      </div>
      {mayChange && team.linked && (
        <span className={classes.remove}>
          <AskTwice
            name={words.unlink}
            label={words.unlinkTeam(team.name)}
            question={words.unlinkSure(team.name)}
            perform={async () => {
              await change('updateRunbookTeam', { params, attributes: { linked: false } })
            }}
          />
        </span>
      )}
      {mayChange && !team.linked && (
        <Button variant="default" aria-label={words.changeTeam(team.name)} onClick={() => setEditing(true)}>
          {words.change}
        </Button>
      )}
      {mayChange && (
        <span className={classes.remove}>
          <AskTwice
            name={words.remove}
            label={words.removePerson(team.name)}
            question={words.removeSure(
              team.name,
              all.length,
              alone.map(({ id }) => `#${id}`),
            )}
            perform={async () => {
              await change('removeRunbookTeam', { params })
            }}
          />
        </span>
      )}
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          <RefusalWords error={refusal} />
        </p>
      )}
    </li>
  )
}
