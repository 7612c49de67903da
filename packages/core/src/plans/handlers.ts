import { AppError, type planEndpoints, problem } from '@runsheet/contract'
import { type PlanDraft, type PlanMapping, parseCsv, readPlan } from '@runsheet/domain'
import { addOptions } from '../custom-fields/added-options.ts'
import { prepareValues } from '../custom-fields/prepare-values.ts'
import { authorise } from '../dispatch/authorise.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { jsonAnswer } from '../json-api/document.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Runbook } from '../runbooks/snapshot.ts'
import { checkMayEdit } from '../tasks/edit-plan.ts'
import { taskPlace } from '../tasks/read-task-write.ts'
import { listEmails } from '../users/user-queries.ts'
import { exportTasks } from './export-plan.ts'
import { type Imported, importPlan, planRefusal, rowValues, teamsOf } from './import-plan.ts'
import { planJson, writePlanCsv } from './index.ts'

function readFile(
  request: RequestBase,
  mapping: PlanMapping | undefined,
  { timezone, tasks_count }: Runbook,
): PlanDraft {
  const parsed = parseCsv(request.call.body, tasks_count)
  if ('problems' in parsed) throw planRefusal(parsed)
  const read = readPlan(parsed.table, { timezone: timezone ?? 'UTC', ...(mapping ? { mapping } : {}) })
  if ('problems' in read) throw planRefusal(read)
  return read.draft
}

function tellImported({ numbers, streamsCreated, teamsCreated, renumbered }: Imported, isDryRun: boolean) {
  return jsonAnswer(201, {
    data: numbers.map((id) => ({ type: 'task', id: String(id) })),
    meta: {
      created: numbers.length,
      streams_created: streamsCreated.length,
      streams: streamsCreated.map(({ name, parent }) => ({ name, parent })),
      renumbered: renumbered.map(({ label, number }) => ({ label, id: String(number) })),
      teams_created: teamsCreated.length,
      teams: teamsCreated,
      dry_run: isDryRun,
    },
  })
}

export const planHandlers: HandlersFor<typeof planEndpoints> = {
  async importTasks(request) {
    const { services, params, query } = request
    const isDryRun = query.values.dry_run ?? false
    const snapshot = await services.runbooks.view(params['runbook_id'] ?? 0, request.standing)
    const plan = readFile(request, query.values.mapping, snapshot.runbook)
    const makesTeams = query.values.create_teams ?? false
    if (makesTeams) authorise(request, 'runbook.people', request.scope)
    const ids = {
      streams: await services.ids.take('stream', plan.streams.length),
      teams: makesTeams ? await services.ids.take('runbook_team', teamsOf(plan).length) : [],
    }
    const { runbook, directory } = snapshot
    const values = plan.tasks.flatMap((row) => rowValues(row, directory))
    const context = await prepareValues(services.database.db, values, taskPlace(runbook, directory))
    const decide = (draft: RunbookDraft) => {
      context.added.length = 0
      checkMayEdit(draft)
      return importPlan(draft, plan, ids, context)
    }
    if (isDryRun)
      return tellImported(
        await services.runbooks.rehearse(
          params['runbook_id'] ?? 0,
          request.standing,
          { userId: request.caller.userId, requestId: request.call.requestId },
          request.now,
          decide,
        ),
        true,
      )
    return actOnRunbook(request, {
      isLocked: context.addsOptions,
      async decide(draft, trx) {
        const imported = decide(draft)
        await addOptions(request, trx, context.added)
        return imported
      },
      answer: (_, imported) => tellImported(imported, false),
    })
  },

  async exportTasks(request) {
    const { services, params, query } = request
    const snapshot = await services.runbooks.view(params['runbook_id'] ?? 0, request.standing)
    const timezone = query.values.timezone ?? snapshot.runbook.timezone ?? 'UTC'
    if (!isZone(timezone))
      throw new AppError(
        problem(
          'invalid_parameter',
          { parameter: 'timezone', expected: 'a time zone' },
          { parameter: 'timezone' },
        ),
      )
    const people = snapshot.tasks.flatMap(({ assignees }) =>
      assignees.flatMap(({ type, id }) => (type === 'user' ? [id] : [])),
    )
    const tasks = exportTasks(snapshot, request.now, await listEmails(services.database.db, people))
    if (query.values.format === 'json') return jsonAnswer(200, planJson(tasks, { timezone }))
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="runbook-${snapshot.runbook.id}.csv"`,
      },
      body: writePlanCsv(tasks, { timezone }),
    }
  },
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
