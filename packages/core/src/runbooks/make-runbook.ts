import { AppError, problem, refuse } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { Directory } from '../directory/directory.ts'
import type { Services } from '../dispatch/services.ts'
import type { NewEvent } from '../events/event.ts'
import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import { shiftFixedTimes } from '../runs/start-run.ts'
import { commitRunbookIn } from './commit-runbook.ts'
import { copyTeams, firstUsers, noStrangers, strangersOf, withStreams } from './copy-people.ts'
import type { Actor } from './draft-events.ts'
import { type CopyOf, fitCopy } from './fit-copy.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { type NewRunbook, pickNew } from './new-runbook.ts'
import { RunbookDraft } from './runbook-draft.ts'
import { insertRunbook, insertVersion, setCurrentVersion } from './runbook-queries.ts'
import { originOf } from './schedule-of.ts'
import type { Party, Snapshot, Task, TaskLink } from './snapshot.ts'

/** A runbook that was made in a transaction: to be told of when that is committed. */
export interface Made {
  readonly snapshot: Snapshot
  readonly firstSeq: number
  readonly events: readonly NewEvent[]
}

/** How deep templates may link to templates. */
const DEPTH_AT_MOST = 10

/**
 * Makes a runbook: its row, its first version with a primary stream, its maker as administrator, and what is copied.
 * Linked tasks of a template become linked to fresh child runbooks, unless the copy is a template again.
 *
 * @param trx in which all of it happens
 * @param made gets every runbook that was made, children first
 */
export async function makeRunbook(
  trx: Trx,
  services: Pick<Services, 'ids'>,
  directory: Directory,
  by: { actor: Actor; now: number },
  values: NewRunbook,
  copy: CopyOf | undefined,
  made: Made[],
  depth = 0,
): Promise<RunbookDraft> {
  if (depth > DEPTH_AT_MOST)
    throw refuse(
      'out_of_range',
      { name: 'task_links', maximum: DEPTH_AT_MOST },
      { pointer: '/meta/copy/source_runbook_id' },
    )
  const { actor, now } = by
  const id = await services.ids.next('runbook')
  const versionId = await services.ids.next('runbook_version')
  const start = values.start_scheduled ?? now - (now % 1_000)
  await insertRunbook(trx, {
    ...values,
    id,
    author_id: actor.userId,
    source_runbook_id: copy?.source.runbook.id ?? null,
    template_status: values.is_template ? 'approved' : null,
    custom_field_values: JSON.stringify(values.custom_field_values),
    start_scheduled: sqlTimeOrNull(values.start_scheduled),
    end_scheduled: sqlTimeOrNull(values.end_scheduled),
    start_planned: sqlTime(start),
    end_planned: sqlTime(start),
    run_type: null,
    current_version_id: null,
    current_run_id: null,
    created_at: sqlTime(now),
    updated_at: sqlTime(now),
    touched_at: sqlTime(now),
  })
  const version = await insertVersion(trx, versionId, id, now)
  await setCurrentVersion(trx, id, version.id)
  const base = await loadSnapshot(trx, id, directory)
  if (!base) throw new Error(`runbook ${id} was not made`)

  const draft = new RunbookDraft(base, actor, now)
  draft.setRunbook({})
  const strangers = copy ? await strangersOf(trx, copy.source, values.workspace_id) : noStrangers
  draft.setUsers(await firstUsers(services, draft, copy, strangers))
  const teams = copy?.teams
    ? await copyTeams(services, trx, draft, copy, strangers)
    : new Map<number, number>()
  if (copy?.tasks) {
    const streams = await copyPlan(trx, services, directory, by, draft, { copy, teams, made, depth })
    draft.setUsers(draft.users.map((user) => withStreams(user, streams, copy.source)))
    if (copy.shift) shiftFixedTimes(draft, start - originOf(copy.source) * 1_000)
  } else {
    draft.addStream(primaryStream(await services.ids.next('stream'), draft))
  }
  return draft
}

function primaryStream(id: number, draft: RunbookDraft) {
  return {
    id,
    parent_id: null,
    name: 'Main',
    description: null,
    color: '#3b6fd4',
    is_primary: true,
    status: 'off' as const,
    status_message: null,
    status_updated_at: null,
    status_author_id: null,
    changed_seq: 0,
    created_at: draft.at,
    updated_at: draft.at,
  }
}

interface PlanCopy {
  readonly copy: CopyOf
  readonly teams: ReadonlyMap<number, number>
  readonly made: Made[]
  readonly depth: number
}

/** Copies streams and tasks. @returns the copy of each stream, by the id of the original */
async function copyPlan(
  trx: Trx,
  services: Pick<Services, 'ids'>,
  directory: Directory,
  by: { actor: Actor; now: number },
  draft: RunbookDraft,
  { copy, teams, made, depth }: PlanCopy,
): Promise<ReadonlyMap<number, number>> {
  const { source } = copy
  const streamIds = await services.ids.take('stream', source.streams.length)
  const streams = new Map(source.streams.map((stream, index) => [stream.id, streamIds[index] ?? 0]))
  for (const stream of source.streams) {
    draft.addStream({
      ...stream,
      id: streams.get(stream.id) ?? 0,
      parent_id: stream.parent_id === null ? null : (streams.get(stream.parent_id) ?? null),
      status: 'off',
      status_message: null,
      status_updated_at: null,
      status_author_id: null,
      created_at: draft.at,
      updated_at: draft.at,
    })
  }
  const people = new Set([
    ...draft.users.map(({ user_id }) => user_id),
    ...draft.teams.flatMap(({ users }) => users),
  ])
  const party = ({ type, id }: Party): Party[] => {
    if (type === 'user') return people.has(id) ? [{ type, id }] : []
    const team = teams.get(id)
    return team === undefined ? [] : [{ type, id: team }]
  }
  for (const task of source.tasks) {
    const spawned: Spawned = draft.runbook.is_template
      ? task
      : await spawnLinks(trx, services, directory, by, draft, task, { made, depth })
    draft.addTask({
      ...unrun(task),
      name: spawned.name ?? task.name,
      duration: spawned.duration ?? task.duration,
      stream_id: streams.get(task.stream_id) ?? 0,
      assignees: task.assignees.flatMap(party),
      recipients: task.recipients.flatMap(party),
      links: spawned.links,
      source_runbook_id: source.runbook.id,
      source_task_id: task.id,
      comments_count: 0,
    })
  }
  return streams
}

/** What a run says of a task to which nothing has happened. */
export const notBegun = {
  stage: 'not_startable',
  completion_type: null,
  start_ready: null,
  start_actual: null,
  end_actual: null,
  started_by: null,
  completed_by: null,
  starters: [],
  finishers: [],
  start_baseline: null,
  end_baseline: null,
} satisfies Partial<Task>

/** A task as it was planned: nothing has happened to it. */
export function unrun(task: Task): Task {
  return { ...task, ...notBegun }
}

/** Links of a copied task; name and duration come from the child where there is one. */
interface Spawned {
  readonly links: readonly TaskLink[]
  readonly name?: string
  readonly duration?: number | null
}

/** The links of a task of a runbook that is no template: each template that it links to becomes a fresh child runbook. */
export async function spawnLinks(
  trx: Trx,
  services: Pick<Services, 'ids'>,
  directory: Directory,
  by: { actor: Actor; now: number },
  parent: RunbookDraft,
  task: Pick<Task, 'links'>,
  { made, depth }: { made: Made[]; depth: number },
): Promise<Spawned> {
  const links: TaskLink[] = []
  let spawned: Omit<Spawned, 'links'> = {}
  for (const link of task.links) {
    if (link.link_type !== 'runbook') {
      links.push(link)
      continue
    }
    const template = await loadSnapshot(trx, link.runbook_id, directory)
    if (!template || template.runbook.archived_at !== null) {
      throw new AppError(
        problem(
          'related_not_found',
          { type: 'runbook', id: String(link.runbook_id) },
          { pointer: '/data/attributes/task_links' },
        ),
      )
    }
    if (!template.runbook.is_template) {
      links.push(link)
      continue
    }
    const { copy: fitted } = fitCopy(
      { source: template, tasks: true, teams: true, users: true, shift: false },
      parent.runbook.workspace_id,
      directory,
    )
    const { runbook } = fitted.source
    const values = {
      ...runbook,
      workspace_id: parent.runbook.workspace_id,
      folder_id: parent.runbook.folder_id,
      is_template: false,
      template_type: 'off' as const,
      master_template: false,
      start_scheduled: null,
      end_scheduled: null,
      auto_start: false,
    }
    const child = await makeRunbook(trx, services, directory, by, pickNew(values), fitted, made, depth + 1)
    const finished = await finishMaking(trx, child, made)
    links.push({ runbook_id: finished.runbook.id, link_type: 'runbook' })
    spawned = {
      name: runbook.name,
      duration: Math.round((finished.runbook.end_planned - finished.runbook.start_planned) / 1_000),
    }
  }
  return { links, ...spawned }
}

/** Commits a runbook that was made, without an answer of its own. */
async function finishMaking(trx: Trx, draft: RunbookDraft, made: Made[]): Promise<Snapshot> {
  draft.event('runbook.created')
  const { next, change, events } = draft.build()
  await commitRunbookIn(trx, { runbookId: next.runbook.id, seq: 0, change, events, answer: null })
  made.push({ snapshot: next, firstSeq: 1, events })
  return next
}
