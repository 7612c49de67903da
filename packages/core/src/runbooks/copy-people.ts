import type { Trx } from '../db/database.ts'
import type { Services } from '../dispatch/services.ts'
import { catchUpTeams } from '../runbook-teams/keep-in-step.ts'
import { listOutside } from '../workspaces/members.ts'
import type { CopyOf } from './fit-copy.ts'
import type { RunbookDraft } from './runbook-draft.ts'
import type { RunbookTeam, RunbookUser, Snapshot } from './snapshot.ts'

/** Nobody is left behind. */
export const noStrangers: ReadonlySet<number> = new Set()

/** Who cannot come along into another workspace, having no role there. */
export async function strangersOf(
  trx: Trx,
  { runbook, users, teams }: Snapshot,
  workspaceId: number,
): Promise<ReadonlySet<number>> {
  if (runbook.workspace_id === workspaceId) return noStrangers
  const people = [...users.map(({ user_id }) => user_id), ...teams.flatMap((team) => team.users)]
  return listOutside(trx, people, workspaceId)
}

/** The people of a new runbook: its maker as administrator, and those who are copied. */
export async function firstUsers(
  services: Pick<Services, 'ids'>,
  draft: RunbookDraft,
  copy: CopyOf | undefined,
  strangers: ReadonlySet<number>,
) {
  const others = copy?.users
    ? copy.source.users.filter(({ user_id }) => user_id !== draft.actor.userId && !strangers.has(user_id))
    : []
  const ids = await services.ids.take('runbook_user', others.length + 1)
  const at = { runbook_id: draft.runbook.id, created_at: draft.at, stream_ids: [], changed_seq: 0 }
  const own = { ...at, id: ids[0] ?? 0, user_id: draft.actor.userId, role: 'runbook_admin' as const }
  return [
    own,
    ...others.map(({ user_id, role }, index) => ({
      ...at,
      id: ids[index + 1] ?? 0,
      user_id,
      role: role === 'stream_editor' ? ('participant' as const) : role,
    })),
  ]
}

/** An editor of streams of the source edits their copies. */
export function withStreams(
  user: RunbookUser,
  copies: ReadonlyMap<number, number>,
  { users }: Snapshot,
): RunbookUser {
  const edited = users.find(({ user_id }) => user_id === user.user_id)?.stream_ids ?? []
  const stream_ids = edited.flatMap((id) => copies.get(id) ?? [])
  if (user.role !== 'participant' || stream_ids.length === 0) return user
  return { ...user, role: 'stream_editor', stream_ids }
}

/** Copies teams. Linked ones stay linked, with the members that the central team has now, unless it lies elsewhere. */
export async function copyTeams(
  services: Pick<Services, 'ids'>,
  trx: Trx,
  draft: RunbookDraft,
  { source, users }: CopyOf,
  strangers: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const ids = await services.ids.take('runbook_team', source.teams.length)
  const copied = new Map(source.teams.map((team, index) => [team.id, ids[index] ?? 0]))
  const teams = source.teams.map(
    (team): RunbookTeam => ({
      ...team,
      id: copied.get(team.id) ?? 0,
      users: users ? team.users.filter((member) => !strangers.has(member)) : [],
      changed_seq: 0,
    }),
  )
  draft.setTeams(teams)
  await catchUpTeams(draft, trx)
  return copied
}
