import { mayEditPlan } from '@runsheet/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { loadPlan } from '../room/load-plan.ts'
import type { Plan } from '../room/plan.ts'
import { useMe } from '../server/use-me.ts'
import { rehearseImport, writeRows } from './bring-in.ts'
import { useCustomFieldNames } from './import-queries.ts'
import type { ImportTarget } from './import-target.ts'

/** The runbook as it is now; read anew at each visit. */
export function useTargetPlan(runbookId: string) {
  const me = Number(useMe().id)
  return useQuery({
    queryKey: ['import', 'runbook', runbookId, me],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => loadPlan(runbookId, me),
  })
}

/** Why tasks cannot be brought into a runbook; undefined when they can. */
export function blockedReason({ runbook }: Plan): 'permission' | 'archived' | 'running' | 'over' | undefined {
  if (!runbook.permissions.has('update runbook')) return runbook.archived ? 'archived' : 'permission'
  if (runbook.archived) return 'archived'
  if (mayEditPlan(runbook.stage, runbook.is_dynamic)) return undefined
  return runbook.stage === 'active' ? 'running' : 'over'
}

/** The import into a runbook that is there. */
export function useRunbookTarget(plan: Plan): ImportTarget | undefined {
  const customFields = useCustomFieldNames(String(plan.runbook.workspace_id))
  return useMemo(() => {
    if (!customFields) return undefined
    const { runbook, streams, taskTypes, teams, tasks } = plan
    const runbookId = String(runbook.id)
    const nameOf = new Map(streams.map(({ id, name }) => [id, name]))
    return {
      around: {
        timezone: runbook.timezone,
        startScheduled: runbook.start_scheduled,
        streams: streams.map(({ name, parent_id }) => ({
          name,
          parent: nameOf.get(parent_id ?? -1) ?? null,
        })),
        teams: [...teams.values()].map(({ name }) => name),
        taskTypes: [...taskTypes.values()],
      },
      streams,
      customFields,
      tasksThere: tasks.length,
      rehearse: (sending, signal) => rehearseImport(runbookId, sending, signal),
      missing: undefined,
      write: async (sending, keys) => {
        await writeRows(runbookId, sending, keys)
        return runbookId
      },
    }
  }, [plan, customFields])
}
