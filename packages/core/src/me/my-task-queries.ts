import type { ParsedQuery, RunbookStage, RunType, TaskStage } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Listed } from '../json-api/listed.ts'
import { placeOf } from './entry-id.ts'

/** A task of somebody, with what a list of work tells about it. Instants are milliseconds since the epoch. */
export interface MyTask {
  readonly runbook_id: number
  readonly runbook_name: string
  readonly runbook_stage: RunbookStage
  readonly runbook_start: number
  readonly run_type: RunType | null
  readonly timezone: string | null
  readonly task_id: number
  readonly task_type_id: number
  readonly task_type_key: string
  readonly task_type_icon: string | null
  readonly name: string
  readonly level: string
  readonly duration: number | null
  readonly start_fixed: number | null
  readonly stage: TaskStage
  readonly start_planned: number | null
  readonly start_ready: number | null
  readonly start_actual: number | null
  readonly waits_for_count: number
  readonly waits_for: readonly { readonly task_id: string; readonly name: string }[]
}

/** Which of the tasks: those that can be worked on, or those to come. */
export type MyTaskScope = 'now' | 'next' | undefined

const DAYS_AHEAD = 14
const NAMED_AT_MOST = 3

/**
 * One page of the tasks that wait for a person, and the number of all, in one statement: directly assigned or through a team
 * of a runbook, in runs under way and in runbooks that are scheduled soon. It reads columns that actions keep current, never
 * a schedule.
 *
 * The order: what can be started, by how long it could have been; what is in progress; what is to come, by its plan.
 */
export async function listMyTasks(
  db: Db,
  userId: number,
  scope: MyTaskScope,
  page: ParsedQuery['page'],
): Promise<Listed<MyTask>> {
  const ranks = scope === 'now' ? [0, 1] : scope === 'next' ? [2, 3] : [0, 1, 2, 3]
  const after = page.after === undefined ? undefined : placeOf(page.after)
  const begin = after
    ? sql`coalesce((select place from wanted where runbook_id = ${after.runbook_id} and task_id = ${after.task_id}), ${page.offset})`
    : page.offset
  const { rows } = await sql<MyTask & { total: number }>`
    with mine as (
      select distinct r.id as runbook_id, r.name as runbook_name, r.stage as runbook_stage, r.run_type, r.timezone,
        coalesce(r.start_actual, r.start_planned) as runbook_start,
        t.version_id, rt.run_id, t.id as task_id, t.task_type_id, t.name, t.level, t.duration, t.start_fixed,
        coalesce(rt.stage, 'not_startable') as stage, rt.start_planned, rt.start_ready, rt.start_actual,
        case rt.stage when 'startable' then 0 when 'in_progress' then 1 when 'not_startable' then 2 else 3 end as rank
      from (
        select runbook_id from runbook_user where user_id = ${userId}
        union
        select t.runbook_id from runbook_team_user m join runbook_team t on t.id = m.runbook_team_id where m.user_id = ${userId}
      ) p
      join runbook r on r.id = p.runbook_id and r.archived_at is null and not r.is_template
      join workspace w on w.id = r.workspace_id and w.archived_at is null
      join assignment a on a.version_id = r.current_version_id and a.kind = 'assignee'
        and (a.user_id = ${userId}
          or a.runbook_team_id = any (array(select m.runbook_team_id from runbook_team_user m where m.user_id = ${userId})))
      join task t on t.version_id = a.version_id and t.id = a.task_id
      left join run_task rt on rt.run_id = r.current_run_id and rt.task_id = t.id and r.stage in ('active', 'paused')
      where rt.stage <> 'complete'
        or (r.stage = 'planning' and r.start_scheduled between now() and now() + make_interval(days => ${DAYS_AHEAD}))
    ), wanted as (
      select mine.*, row_number() over (
        order by rank, case rank when 0 then start_ready when 1 then start_actual when 2 then start_planned end,
          runbook_start, runbook_id, task_id
      ) as place
      from mine where rank = any (${ranks}::integer[])
    ), page as (
      select * from wanted
      order by place limit ${page.size + 1} offset ${begin}
    )
    select counted.total, page.*, k.key as task_type_key, k.icon as task_type_icon, waits.*
    from (select count(*) as total from wanted) counted
    left join page on true
    left join task_type k on k.id = page.task_type_id
    left join lateral (
      select count(*) as waits_for_count,
        coalesce(jsonb_agg(jsonb_build_object('task_id', open.id::text, 'name', open.name) order by open.id)
          filter (where open.n <= ${NAMED_AT_MOST}), '[]') as waits_for
      from (
        select b.id, b.name, row_number() over (order by b.id) as n
        from dependency d
        join task b on b.version_id = d.version_id and b.id = d.predecessor_id
        left join run_task bt on bt.run_id = page.run_id and bt.task_id = b.id
        where d.version_id = page.version_id and d.successor_id = page.task_id and bt.stage is distinct from 'complete'
      ) open
    ) waits on true
    order by page.place`.execute(db)
  // Beyond the last page there is one row, with the number and nothing else.
  const found = rows.filter(({ task_id }) => task_id !== null)
  return {
    rows: found.slice(0, page.size),
    total: rows[0]?.total ?? 0,
    isLast: found.length <= page.size,
  }
}
