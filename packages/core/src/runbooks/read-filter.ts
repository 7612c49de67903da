import { refuse, type runbookEndpoints } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { CoreRequest } from '../dispatch/request.ts'
import { readId, readIdOrNone } from '../json-api/read-id.ts'
import type { RunbookFilter } from './runbook-queries.ts'

/**
 * What a list of runbooks is asked for, among those that the caller sees.
 *
 * @param fieldsNamed the ids of the custom fields of a name
 * @throws {AppError} when `custom_field_values` is not a name, a colon and a value
 */
export function filterOf(
  { query, caller }: CoreRequest<(typeof runbookEndpoints)['listRunbooks']>,
  fieldsNamed: (name: string) => number[],
): RunbookFilter {
  const { values } = query
  const pair = values.custom_field_values
  const pairs = pair === undefined ? undefined : readPairs(pair)
  if (pairs?.length === 0)
    throw refuse(
      'invalid_parameter',
      { parameter: 'custom_field_values', expected: 'one of the documented forms' },
      { parameter: 'custom_field_values' },
    )
  return {
    visible: visibility(caller.access, 'runbook.read'),
    archived: values.archived ?? false,
    workspace_id: readIdOrNone(values.workspace_id),
    folder_id: readIdOrNone(values.folder_id),
    source_runbook_id: readIdOrNone(values.source_runbook_id),
    runbook_type_id: values.runbook_type_id?.map((id) => readId(id)),
    is_template: values.is_template,
    template_type: values.template_type,
    stage: values.stage,
    status: values.status,
    run_type: values.run_type,
    query: values.query,
    fields: pairs?.flatMap(({ name, value }) => fieldsNamed(name).map((id) => ({ id, value }))),
    created_after: values.created_after,
    created_before: values.created_before,
    updated_after: values.updated_after,
  }
}

/** A name, a colon and a value; the name may have colons as well, so it may end at each of them. */
function readPairs(text: string): { name: string; value: string }[] {
  return [...text.matchAll(/:/g)].flatMap(({ index }) =>
    index === 0 ? [] : [{ name: text.slice(0, index), value: text.slice(index + 1) }],
  )
}
