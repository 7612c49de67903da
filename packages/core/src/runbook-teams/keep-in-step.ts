import type { Trx } from '../db/database.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookTeam } from '../runbooks/snapshot.ts'
import { type CentralTeam, holdTeams } from '../teams/team-queries.ts'

/** True when no team but this one is called so; names differ by more than their case. */
export function isFreeName(teams: readonly RunbookTeam[], name: string, own?: number): boolean {
  return !teams.some((team) => team.id !== own && team.name.toLowerCase() === name.toLowerCase())
}

/** The name, or where another team has it the name with a number behind it. */
function freeName(teams: readonly RunbookTeam[], name: string, own: number): string {
  let free = name
  for (let count = 2; !isFreeName(teams, free, own); count += 1) free = `${name.slice(0, 250)} (${count})`
  return free
}

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((id, at) => id === b[at])

/**
 * The teams of a runbook with those that are linked as their central teams are. A team whose central team is archived, or of
 * another workspace, becomes one of the runbook.
 *
 * @returns the same list when all of them are already
 */
export function inStep(
  teams: readonly RunbookTeam[],
  centrals: ReadonlyMap<number, CentralTeam>,
  workspaceId: number,
): readonly RunbookTeam[] {
  let after = teams
  for (const team of teams) {
    const central = team.team_id === null ? undefined : centrals.get(team.team_id)
    if (!central) continue
    const isLeft = central.archived_at !== null || central.workspace_id !== workspaceId
    const followed: RunbookTeam = isLeft
      ? { ...team, team_id: null }
      : { ...team, name: freeName(after, central.name, team.id), users: central.users }
    const stays =
      followed.team_id === team.team_id && followed.name === team.name && isSame(followed.users, team.users)
    if (!stays) after = after.map((one) => (one.id === team.id ? followed : one))
  }
  return after
}

/** Takes off the tasks whoever takes part in the runbook no more, neither by name nor in a team, and teams that are gone. */
export function releaseStrangers(draft: RunbookDraft): void {
  const people = new Set([
    ...draft.users.map(({ user_id }) => user_id),
    ...draft.teams.flatMap(({ users }) => users),
  ])
  const teams = new Set(draft.teams.map(({ id }) => id))
  const isHere = ({ type, id }: { type: string; id: number }) => (type === 'user' ? people : teams).has(id)
  for (const { id, assignees, recipients } of draft.tasks()) {
    if (assignees.every(isHere) && recipients.every(isHere)) continue
    draft.setTask(id, { assignees: assignees.filter(isHere), recipients: recipients.filter(isHere) })
  }
}

/** Brings the linked teams of a runbook in step. @returns those that were not */
export function followCentrals(
  draft: RunbookDraft,
  centrals: ReadonlyMap<number, CentralTeam>,
): readonly RunbookTeam[] {
  const before = new Set(draft.teams)
  const after = inStep(draft.teams, centrals, draft.runbook.workspace_id)
  const changed = after.filter((team) => !before.has(team))
  if (changed.length === 0) return []
  draft.setTeams(after)
  releaseStrangers(draft)
  return changed
}

/** The same for a runbook that stood apart, because it was archived or its run had ended, in a transaction that has it locked. */
export async function catchUpTeams(draft: RunbookDraft, trx: Trx): Promise<void> {
  const ids = draft.teams.flatMap(({ team_id }) => team_id ?? [])
  if (ids.length > 0) followCentrals(draft, await holdTeams(trx, ids))
}
