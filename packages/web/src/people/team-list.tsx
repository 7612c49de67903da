import { useWords } from '../language/language.ts'
import type { Plan, Team } from '../room/plan.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { tasksOf } from './missing.ts'
import classes from './people.module.css'

interface TeamListProps {
  readonly plan: Plan
}

/** The teams of the runbook with who is in them. */
export function TeamList({ plan }: TeamListProps) {
  const { people: words } = useWords()
  const teams = [...plan.teams.values()].sort((a, b) => a.name.localeCompare(b.name))
  if (teams.length === 0) return <p className={classes.empty}>{words.noTeams}</p>
  return (
    <ul className={classes.rows}>
      {teams.map((team) => (
        <TeamRow key={team.id} team={team} plan={plan} />
      ))}
    </ul>
  )
}

function TeamRow({ team, plan }: { readonly team: Team; readonly plan: Plan }) {
  const { people: words } = useWords()
  const { all } = tasksOf(plan, 'runbook_team', team.id)
  const names = team.members.map((id) => plan.people.get(id)?.name ?? `#${id}`)
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
    </li>
  )
}
