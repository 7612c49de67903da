import {
  AppError,
  type CoreAnswer,
  type Identifier,
  type Problem,
  problem,
  refuse,
  type runbookEndpoints,
} from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import { addOptions } from '../custom-fields/added-options.ts'
import { prepareValues } from '../custom-fields/prepare-values.ts'
import { firstFieldValues } from '../custom-fields/write-field-values.ts'
import type { Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { type Directory, defaultOf } from '../directory/directory.ts'
import { isSeenBy } from '../directory/sees-scoped.ts'
import { authorise } from '../dispatch/authorise.ts'
import type { CoreRequest } from '../dispatch/request.ts'
import { findDefaultFolder, findFolder } from '../folders/folder-queries.ts'
import { remember } from '../idempotency/remembered-answers.ts'
import { readId } from '../json-api/read-id.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'
import { commitRunbookIn } from './commit-runbook.ts'
import type { CopyOf } from './fit-copy.ts'
import { fitCopy } from './fit-copy.ts'
import { folderProblem } from './folder-problem.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { type Made, makeRunbook } from './make-runbook.ts'
import { type NewRunbook, pickNew } from './new-runbook.ts'
import { applyRunbookWrite, runbookPlace } from './read-runbook-write.ts'
import { tellRunbook } from './runbook-action.ts'
import { scopeOf } from './scope-of.ts'
import type { Snapshot } from './snapshot.ts'

type Request = CoreRequest<(typeof runbookEndpoints)['createRunbook']>

const blank: Omit<NewRunbook, 'workspace_id' | 'runbook_type_id' | 'folder_id'> = {
  name: '',
  description: null,
  is_template: false,
  template_type: 'off',
  master_template: false,
  status: 'off',
  rto: null,
  rto_start_task: null,
  rto_end_task: null,
  timezone: null,
  auto_start: false,
  start_scheduled: null,
  end_scheduled: null,
  custom_field_values: {},
}

const idOf = (identifier: unknown): number | undefined =>
  identifier ? readId((identifier as { id: string }).id) : undefined

/**
 * Makes a runbook, blank or as a copy, with everything that a copy brings along, in one transaction.
 *
 * @throws {AppError} 422 for what does not resolve or fit; 403 when the caller may not create there
 */
export async function createRunbook(request: Request): Promise<CoreAnswer> {
  const { services, caller, call, now } = request
  const directory = await services.directories.at(request.standing.instanceRevision)
  const made: Made[] = []
  const { answer, own } = await services.database.writes.transaction().execute(async (trx) => {
    const sent = await readCopy(request, trx, directory)
    const place = await readPlace(request, trx, directory, sent?.source)
    const { copy, meta } = fitCopy(sent, place.workspace_id, directory)
    const fields = runbookPlace(place, directory)
    const context = await prepareValues(trx, request.write.attributes.custom_field_values, fields)
    const base: NewRunbook = copy
      ? {
          ...pickNew(copy.source.runbook),
          ...place,
          is_template: false,
          template_type: 'off',
          master_template: false,
          status: 'off',
          auto_start: false,
          start_scheduled: null,
          end_scheduled: null,
        }
      : { ...blank, ...place, custom_field_values: firstFieldValues(fields) }
    const values = applyRunbookWrite(base, request.write, { now, directory, context, isNew: true })
    checkType(request, directory, values, copy)
    const draft = await makeRunbook(
      trx,
      services,
      directory,
      { actor: { userId: caller.userId, requestId: call.requestId }, now },
      withRtoTasks(request, values, copy),
      copy,
      made,
    )
    checkRtoTasks(draft.runbook, (id) => draft.task(id) !== undefined)
    draft.event('runbook.created')
    const built = draft.build()
    const access = {
      ...caller.access,
      runbooks: new Map([
        ...caller.access.runbooks,
        [
          built.next.runbook.id,
          { role: 'runbook_admin' as const, streams: [], workspace_id: built.next.runbook.workspace_id },
        ],
      ]),
    }
    const answer = tellRunbook({ ...request, caller: { ...caller, access } }, 201, built.next, meta)
    await commitRunbookIn(trx, {
      runbookId: built.next.runbook.id,
      seq: 0,
      change: built.change,
      events: built.events,
      answer: remember(call, caller.userId, answer),
    })
    await addOptions(request, trx, context.added)
    return { answer, own: { snapshot: built.next, firstSeq: 1, events: built.events } }
  })
  for (const { snapshot, firstSeq, events } of [...made, own])
    services.live.committed(snapshot.runbook.id, firstSeq, events)
  return answer
}

async function readCopy(request: Request, trx: Trx, directory: Directory): Promise<CopyOf | undefined> {
  const { copy, shift_fixed_times = false } = request.write.meta
  if (!copy) return undefined
  const { source_runbook_id, all = false, tasks = all, teams = all, users = all } = copy
  const invalid = refuse(
    'copy_source_invalid',
    { id: source_runbook_id },
    { pointer: '/meta/copy/source_runbook_id' },
  )
  const source = await loadSnapshot(trx, readId(source_runbook_id), directory)
  if (!source || source.runbook.archived_at !== null) throw invalid
  if (!isAllowed(request.caller.access, 'runbook.read', scopeOf(source.runbook))) throw invalid
  const around = await findWorkspace(trx, source.runbook.workspace_id)
  if (around?.archived_at !== null) throw invalid
  if (source.runbook.is_template && source.runbook.template_status !== 'approved')
    throw refuse(
      'template_not_approved',
      { id: source_runbook_id },
      { pointer: '/meta/copy/source_runbook_id' },
    )
  return { source, tasks, teams, users, shift: shift_fixed_times }
}

/** Workspace, folder and type of the new runbook: those that are named, else those of the source, else the defaults. */
async function readPlace(request: Request, trx: Trx, directory: Directory, source: Snapshot | undefined) {
  const { relationships } = request.write
  const problems: Problem[] = []
  const pointer = (name: string) => ({ pointer: `/data/relationships/${name}/data` })
  const workspace_id = idOf(relationships.workspace) ?? source?.runbook.workspace_id
  if (workspace_id === undefined)
    throw refuse('missing_relationship', { name: 'workspace' }, pointer('workspace'))
  const workspace = await findWorkspace(trx, workspace_id)
  if (
    !workspace ||
    workspace.archived_at !== null ||
    !isAllowed(request.caller.access, 'workspace.read', { workspace_id })
  ) {
    throw refuse('related_not_found', { type: 'workspace', id: String(workspace_id) }, pointer('workspace'))
  }

  const folder = await readFolder(request, trx, workspace_id, source, problems)
  authorise(request, 'runbook.create', { workspace_id, folder_id: folder?.id ?? null })

  const typeId = idOf(relationships.runbook_type) ?? source?.runbook.runbook_type_id
  const type = typeId === undefined ? defaultOf(directory.runbookTypes) : directory.runbookTypes.get(typeId)
  const isHere = type !== undefined && (type.workspace_id === null || type.workspace_id === workspace_id)
  if (!type || type.archived_at !== null || !(isHere || isSeenBy(request.caller.access)(type)))
    problems.push(
      problem('related_not_found', { type: 'runbook_type', id: String(typeId) }, pointer('runbook_type')),
    )
  else if (type.disabled && relationships.runbook_type)
    problems.push(
      problem('type_disabled', { type: 'runbook_type', id: String(type.id) }, pointer('runbook_type')),
    )
  else if (!isHere)
    problems.push(
      problem(
        'related_not_in_scope',
        { type: 'runbook_type', id: String(type.id), scope: 'workspace' },
        pointer('runbook_type'),
      ),
    )
  if (problems.length > 0) throw new AppError(problems)
  return { workspace_id, folder_id: folder?.id ?? null, runbook_type_id: type?.id ?? 0 }
}

/** The folder that is named, else that of the source, else the default one; none where null is sent. */
async function readFolder(
  request: Request,
  trx: Trx,
  workspace_id: number,
  source: Snapshot | undefined,
  problems: Problem[],
): Promise<Row<'folder'> | undefined> {
  const sent = request.write.relationships.folder as Identifier | null | undefined
  if (sent === null) return undefined
  if (sent) {
    const folder = await findFolder(trx, readId(sent.id))
    const wrong = folderProblem(request, folder, sent.id, workspace_id)
    if (wrong) problems.push(wrong)
    return folder
  }
  const own = source?.runbook.workspace_id === workspace_id ? source.runbook.folder_id : null
  return own === null ? findDefaultFolder(trx, workspace_id) : findFolder(trx, own)
}

function checkType(
  request: Request,
  directory: Directory,
  values: NewRunbook,
  copy: CopyOf | undefined,
): void {
  const type = directory.runbookTypes.get(values.runbook_type_id)
  const isFromTemplate = copy?.source.runbook.is_template ?? false
  if (type?.restrict_create_to_templates && !isFromTemplate && !values.is_template) {
    throw refuse(
      'template_only_type',
      { name: type.name },
      {
        pointer: request.write.relationships.runbook_type
          ? '/data/relationships/runbook_type/data'
          : '/meta/copy',
      },
    )
  }
}

/** The tasks between which recovery is measured: those that are named, else those of the source when its tasks come along. */
function withRtoTasks(request: Request, values: NewRunbook, copy: CopyOf | undefined): NewRunbook {
  const { rto_start_task, rto_end_task } = request.write.relationships
  const named = (identifier: unknown, from: number | null) =>
    identifier === undefined ? (copy?.tasks ? from : null) : (idOf(identifier) ?? null)
  return {
    ...values,
    rto_start_task: named(rto_start_task, values.rto_start_task),
    rto_end_task: named(rto_end_task, values.rto_end_task),
  }
}

/** @throws {AppError} 422 `related_not_found` when a task between which recovery is measured is not there */
export function checkRtoTasks(
  runbook: { rto_start_task: number | null; rto_end_task: number | null },
  hasTask: (id: number) => boolean,
): void {
  const problems = (['rto_start_task', 'rto_end_task'] as const).flatMap((name): Problem[] => {
    const id = runbook[name]
    return id === null || hasTask(id)
      ? []
      : [
          problem(
            'related_not_found',
            { type: 'task', id: String(id) },
            { pointer: `/data/relationships/${name}/data` },
          ),
        ]
  })
  if (problems.length > 0) throw new AppError(problems)
}
