import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { runbookSeen } from '../json-api/seen.ts'
import type { RunbookTeam } from '../runbooks/snapshot.ts'

/** Teams of runbooks by id, with their members, those of runbooks that may be seen. */
export function findRunbookTeams(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<(RunbookTeam & { readonly runbook_id: number })[]> {
  return db
    .selectFrom('runbook_team')
    .innerJoin('runbook', 'runbook.id', 'runbook_team.runbook_id')
    .leftJoin('runbook_team_user as member', 'member.runbook_team_id', 'runbook_team.id')
    .select([
      'runbook_team.id',
      'runbook_team.name',
      'runbook_team.team_id',
      'runbook_team.runbook_id',
      'runbook_team.changed_seq',
      sql<
        number[]
      >`coalesce(array_agg(member.user_id order by member.user_id) filter (where member.user_id is not null), '{}')`.as(
        'users',
      ),
    ])
    .where(sql<boolean>`runbook_team.id = any(${ids})`)
    .where(runbookSeen(visible))
    .groupBy('runbook_team.id')
    .orderBy('runbook_team.id')
    .execute()
}
