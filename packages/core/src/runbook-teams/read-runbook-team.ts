import { AppError, type Problem, problem, refuse } from '@runsheet/contract'
import type { RunbookTeam } from '../runbooks/snapshot.ts'
import type { CentralTeam } from '../teams/team-queries.ts'
import { isFreeName } from './keep-in-step.ts'

type Standing = Pick<RunbookTeam, 'name' | 'team_id' | 'users'>

/** What a write says of a team of a runbook; what is absent stays as it is. */
export interface SentTeam {
  readonly name: string | undefined
  readonly linked: boolean | undefined
  /** The central team that is named; null to have none. */
  readonly central: CentralTeam | null | undefined
  readonly users: readonly number[] | undefined
}

const NAME = '/data/attributes/name'
const TEAM = '/data/relationships/team/data'

/**
 * What a team is after a write: linked to a central team, whose name and members it has, or one of the runbook.
 *
 * @param before null for a new one
 * @throws {AppError} 422 `read_only` for name and members of a team that is linked, `missing_relationship` for a link to
 * nothing, `missing_attribute` for a team without a name
 */
export function readTeam(before: Standing | null, { name, linked, central, users }: SentTeam): Standing {
  const named = central === undefined ? (before?.team_id ?? null) : (central?.id ?? null)
  if (linked === true && named === null)
    throw refuse('missing_relationship', { name: 'team' }, { pointer: '/data/relationships/team' })
  const source = central ?? before
  if (named !== null && linked !== false) {
    const problems: Problem[] = []
    if (name !== undefined) problems.push(problem('read_only', { name: 'name' }, { pointer: NAME }))
    if (users !== undefined)
      problems.push(problem('read_only', { name: 'users' }, { pointer: '/data/relationships/users' }))
    if (problems.length > 0) throw new AppError(problems)
    return { name: source?.name ?? '', team_id: named, users: source?.users ?? [] }
  }
  const called = name ?? source?.name
  if (called === undefined) throw refuse('missing_attribute', { name: 'name' }, { pointer: NAME })
  return { name: called, team_id: null, users: users ?? source?.users ?? [] }
}

/**
 * Names differ within a runbook, and a central team is linked once.
 *
 * @param own the team itself, when it is there already
 * @throws {AppError} 422 `taken`
 */
export function checkTeam(teams: readonly RunbookTeam[], { name, team_id }: Standing, own?: number): void {
  const others = teams.filter(({ id }) => id !== own)
  const isLinkedTwice = team_id !== null && others.some((team) => team.team_id === team_id)
  if (isLinkedTwice) throw refuse('taken', { name: 'team', value: String(team_id) }, { pointer: TEAM })
  if (!isFreeName(others, name))
    throw refuse('taken', { name: 'name', value: name }, { pointer: team_id === null ? NAME : TEAM })
}
