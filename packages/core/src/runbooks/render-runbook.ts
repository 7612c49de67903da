import type { Access } from '@runsheet/domain'
import { renderFieldValues } from '../custom-fields/field-values.ts'
import type { Directory } from '../directory/directory.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { scopeOf } from './scope-of.ts'
import type { Runbook } from './snapshot.ts'

/** A runbook as its document shows it: from its row alone, so that lists and single answers are the same. */
export function renderRunbook(
  runbook: Runbook,
  directory: Directory,
  access: Access,
  runs?: readonly number[],
): Rendered {
  const path = `/core/runbooks/${runbook.id}`
  return {
    type: 'runbook',
    id: String(runbook.id),
    attributes: {
      name: runbook.name,
      description: runbook.description,
      archived: runbook.archived_at !== null,
      archived_at: wireTimeOrNull(runbook.archived_at),
      is_template: runbook.is_template,
      template_type: runbook.template_type,
      template_status: runbook.template_status,
      master_template: runbook.master_template,
      stage: runbook.stage,
      status: runbook.status,
      run_type: runbook.run_type,
      rto: runbook.rto,
      timezone: runbook.timezone,
      auto_start: runbook.auto_start,
      start_scheduled: wireTimeOrNull(runbook.start_scheduled),
      end_scheduled: wireTimeOrNull(runbook.end_scheduled),
      start_planned: wireTime(runbook.start_planned),
      end_planned: wireTime(runbook.end_planned),
      end_forecast: wireTimeOrNull(runbook.end_forecast),
      end_moves_from: wireTimeOrNull(runbook.end_moves_from),
      start_actual: wireTimeOrNull(runbook.start_actual),
      end_actual: wireTimeOrNull(runbook.end_actual),
      touched_at: wireTime(runbook.touched_at),
      completed_at: runbook.stage === 'complete' ? wireTimeOrNull(runbook.end_actual) : null,
      tasks_count: runbook.tasks_count,
      tasks_complete_count: runbook.tasks_complete_count,
      custom_field_values: renderFieldValues(runbook.custom_field_values, directory),
      created_at: wireTime(runbook.created_at),
      updated_at: wireTime(runbook.updated_at),
    },
    relationships: {
      workspace: one('workspace', runbook.workspace_id, `/core/workspaces/${runbook.workspace_id}`),
      folder: one('folder', runbook.folder_id),
      runbook_type: one(
        'runbook_type',
        runbook.runbook_type_id,
        `/core/runbook_types/${runbook.runbook_type_id}`,
      ),
      author: one('user', runbook.author_id, `/core/users/${runbook.author_id}`),
      current_version: one('runbook_version', runbook.current_version_id),
      current_run: one('run', runbook.current_run_id),
      source_runbook: one('runbook', runbook.source_runbook_id),
      rto_start_task: one('task', runbook.rto_start_task),
      rto_end_task: one('task', runbook.rto_end_task),
      ...(runs ? { runs: many('run', runs) } : {}),
    },
    links: { self: path },
    meta: { permissions: abilitiesOn('runbook', access, scopeOf(runbook)) },
  }
}
