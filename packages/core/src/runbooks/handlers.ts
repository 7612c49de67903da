import {
  AppError,
  type Identifier,
  type MetaOf,
  problem,
  refuse,
  type runbookEndpoints,
} from '@runsheet/contract'
import { hasEnded, isUnderWay, runActionsIn } from '@runsheet/domain'
import { sanitise } from '../comments/sanitise.ts'
import { addOptions } from '../custom-fields/added-options.ts'
import { prepareValues } from '../custom-fields/prepare-values.ts'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor } from '../dispatch/request.ts'
import { findFolder } from '../folders/folder-queries.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { includedFor } from '../json-api/include.ts'
import { loaders } from '../json-api/loaders.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { catchUpTeams } from '../runbook-teams/keep-in-step.ts'
import { cancelRun, checkMayReturnToPlanning, pauseRun, resumeRun } from '../runs/control-run.ts'
import type { StartFinding } from '../runs/findings.ts'
import { readOutside } from '../runs/read-outside.ts'
import { findingDetail } from '../runs/render-finding.ts'
import { listRunIds } from '../runs/run-queries.ts'
import { shiftFixedTimes, startRun } from '../runs/start-run.ts'
import { checkRtoTasks, createRunbook } from './create-runbook.ts'
import { folderProblem } from './folder-problem.ts'
import { notBegun } from './make-runbook.ts'
import { pickNew } from './new-runbook.ts'
import { filterOf } from './read-filter.ts'
import { applyRunbookWrite, runbookPlace } from './read-runbook-write.ts'
import { renderRunbook } from './render-runbook.ts'
import { actOnRunbook, changeRunbook, tellRunbook } from './runbook-action.ts'
import type { RunbookDraft } from './runbook-draft.ts'
import {
  copyVersion,
  countRuns,
  deleteRunbook,
  insertVersion,
  listRunbooks,
  setCurrentVersion,
} from './runbook-queries.ts'

type Endpoints = typeof runbookEndpoints

/** More findings than this are only counted: a plan in which nobody is assigned has one for each task. */
const FINDINGS_AT_MOST = 1_000

/** What was found before a start, as it is told. */
function tellFindings(findings: readonly StartFinding[], language: string | undefined) {
  return findings.slice(0, FINDINGS_AT_MOST).map((found) => ({
    finding: found.finding,
    severity: found.severity,
    task: found.task ? String(found.task.id) : null,
    detail: findingDetail(found, language),
  }))
}

function messageOf(meta: MetaOf<Endpoints['pauseRunbook']>): string | undefined {
  return meta.message ? sanitise(meta.message) : undefined
}

export const runbookHandlers: HandlersFor<Endpoints> = {
  async listRunbooks(request) {
    const { services, caller, query } = request
    const directory = await services.directories.at(request.standing.instanceRevision)
    const fieldsNamed = (name: string) =>
      [...directory.customFields.values()]
        .filter((field) => field.name === name || field.display_name === name)
        .map(({ id }) => id)
    const page = await listRunbooks(
      services.database.db,
      filterOf(request, fieldsNamed),
      query.sort,
      query.page,
    )
    const runs = query.include.includes('runs')
      ? await listRunIds(
          services.database.db,
          page.rows.map(({ id }) => id),
        )
      : undefined
    return pageAnswer(request, page, (row) =>
      renderRunbook(row, directory, caller.access, runs && (runs.get(row.id) ?? [])),
    )
  },

  async getRunbook(request) {
    const { services, caller, query, params } = request
    const id = params['id'] ?? 0
    const snapshot = await services.runbooks.view(id, request.standing)
    const runs = query.include.includes('runs') ? await listRunIds(services.database.db, [id]) : undefined
    const rendered = renderRunbook(
      snapshot.runbook,
      snapshot.directory,
      caller.access,
      runs && (runs.get(id) ?? []),
    )
    const included = await includedFor(request, loaders, [rendered])
    return resourceAnswer(200, renderResource(rendered, query.fields), {
      included,
      etag: snapshot.runbook.changed_seq,
      meta: { sequence: snapshot.runbook.seq },
    })
  },

  createRunbook,

  async updateRunbook(request) {
    const { write, services } = request
    const { relationships, meta } = write
    const sentFolder = relationships.folder as Identifier | null | undefined
    const { db } = services.database
    const folder = sentFolder ? await findFolder(db, readId(sentFolder.id)) : undefined
    const seen = await services.runbooks.view(request.params['id'] ?? 0, request.standing)
    const place = runbookPlace(seen.runbook, seen.directory)
    const context = await prepareValues(db, write.attributes.custom_field_values, place)
    const change = async (draft: RunbookDraft, trx?: Trx) => {
      context.added.length = 0
      const { runbook, base } = draft
      const wrong = sentFolder && folderProblem(request, folder, sentFolder.id, runbook.workspace_id)
      if (wrong) throw new AppError(wrong)
      const locked = [
        'is_template',
        'template_type',
        'master_template',
        'start_scheduled',
        'end_scheduled',
        'auto_start',
      ].filter((name) => name in write.attributes)
      if (runbook.stage !== 'planning' && locked.length > 0) {
        throw new AppError(
          locked.map((name) =>
            problem(
              'runbook_locked',
              { id: String(runbook.id), stage: runbook.stage },
              { pointer: `/data/attributes/${name}` },
            ),
          ),
        )
      }
      const { directory } = base
      const values = applyRunbookWrite(pickNew(runbook), write, { now: draft.at, directory, context })
      const rto = (name: 'rto_start_task' | 'rto_end_task') =>
        relationships[name] === undefined
          ? runbook[name]
          : relationships[name] === null
            ? null
            : readId((relationships[name] as { id: string }).id)
      const tasks = { rto_start_task: rto('rto_start_task'), rto_end_task: rto('rto_end_task') }
      checkRtoTasks(tasks, (id) => draft.task(id) !== undefined)
      const from = runbook.start_scheduled ?? runbook.start_planned
      const template_status = values.is_template ? (runbook.template_status ?? 'approved') : null
      const { start_scheduled, ...others } = values
      draft.setRunbook({
        ...others,
        ...tasks,
        template_status,
        ...(sentFolder === undefined ? {} : { folder_id: folder?.id ?? null }),
      })
      if (start_scheduled !== runbook.start_scheduled) {
        draft.setRunbook({ start_scheduled })
        if (meta.shift_fixed_times) shiftFixedTimes(draft, (start_scheduled ?? runbook.created_at) - from)
      }
      draft.event('runbook.updated')
      await addOptions(request, trx, context.added)
    }
    const answer = await changeRunbook(request, change, { isLocked: context.addsOptions })
    const isMoved = relationships.folder !== undefined || 'is_template' in write.attributes
    if (isMoved) await services.live.recheck()
    return answer
  },

  async startRunbook(request) {
    const { services, write, params } = request
    const {
      comms = 'off',
      run_type = 'rehearsal',
      validation_level = 'error',
      rebaseline = false,
      shift_fixed_times = false,
      disable_task_notify = false,
    } = write.meta
    const snapshot = await services.runbooks.view(params['id'] ?? 0, request.standing)
    const outside = await readOutside(services.database.db, snapshot)
    const runId = await services.ids.next('run')
    return actOnRunbook(request, {
      decide(draft) {
        checkMatch(request, draft.runbook.id, draft.runbook.changed_seq)
        return startRun(
          draft,
          runId,
          { comms, run_type, validation_level, rebaseline, shift_fixed_times, disable_task_notify },
          outside,
        )
      },
      answer: (next, findings) =>
        tellRunbook(request, 200, next, {
          status: 'started',
          findings: tellFindings(findings, request.call.language),
          findings_total: findings.length,
        }),
    })
  },

  pauseRunbook: (request) =>
    changeRunbook(request, (draft) => pauseRun(draft, messageOf(request.write.meta)), { status: 'paused' }),
  resumeRunbook: (request) =>
    changeRunbook(request, (draft) => resumeRun(draft, messageOf(request.write.meta)), { status: 'resumed' }),
  cancelRunbook: (request) =>
    changeRunbook(request, (draft) => cancelRun(draft, messageOf(request.write.meta)), {
      status: 'cancelled',
    }),

  async returnToPlanning(request) {
    const versionId = await request.services.ids.next('runbook_version')
    const change = async (draft: RunbookDraft, trx?: Trx) => {
      checkMayReturnToPlanning(draft)
      if (!trx) throw new Error('a version is copied in a transaction')
      const version = await insertVersion(trx, versionId, draft.runbook.id, draft.at)
      await copyVersion(trx, draft.version.id, version.id)
      await setCurrentVersion(trx, draft.runbook.id, version.id)
      draft.setVersion(version)
      // `updated_at` is of the plan: the copied rows get it, and the sequence. Nothing else of the plan is written again.
      for (const { id } of draft.tasks()) draft.setTask(id, { ...notBegun, updated_at: draft.at })
      draft.setRun(null)
      draft.setRunbook({
        stage: 'planning',
        current_run_id: null,
        start_actual: null,
        end_actual: null,
        tasks_complete_count: 0,
      })
      await catchUpTeams(draft, trx)
      draft.event('runbook.returned_to_planning')
    }
    return changeRunbook(request, change, { isLocked: true, status: 'planning' })
  },

  async archiveRunbook(request) {
    const answer = await changeRunbook(request, (draft) => {
      const { id, stage, archived_at } = draft.runbook
      if (archived_at !== null) throw refuse('already_archived', { type: 'runbook', id: String(id) })
      if (isUnderWay(stage))
        throw refuse(
          'invalid_stage_transition',
          { stage, action: 'archive', allowed: runActionsIn(stage) },
          { meta: { stage, allowed: runActionsIn(stage) } },
        )
      draft.setRunbook({ archived_at: draft.at })
      draft.event('runbook.archived')
    })
    await request.services.live.recheck()
    return answer
  },

  restoreRunbook: (request) =>
    changeRunbook(
      request,
      async (draft, trx) => {
        const { id, archived_at, stage } = draft.runbook
        if (archived_at === null) throw refuse('not_archived', { type: 'runbook', id: String(id) })
        draft.setRunbook({ archived_at: null })
        if (trx && !hasEnded(stage)) await catchUpTeams(draft, trx)
        draft.event('runbook.restored')
      },
      { isLocked: true },
    ),

  async deleteRunbook(request) {
    const { services, params } = request
    const id = params['id'] ?? 0
    const answer = await actOnRunbook(request, {
      isLocked: true,
      async decide(draft, trx) {
        if (!trx) throw new Error('a runbook is deleted in a transaction')
        checkMatch(request, id, draft.runbook.changed_seq)
        const { stage } = draft.runbook
        if (isUnderWay(stage) || hasEnded(stage) || (await countRuns(trx, id)) > 0)
          throw refuse('runbook_has_run', { id: String(id) })
        draft.setRunbook({ archived_at: draft.at })
        draft.event('runbook.deleted')
      },
      answer: () => emptyAnswer,
      afterwards: (trx) => deleteRunbook(trx, id),
    })
    services.runbooks.forget(id)
    return answer
  },
}
