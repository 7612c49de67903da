import { expect, test } from 'vitest'
import { errorCatalogue, errorCodes, isErrorCode } from './catalogue.ts'

/** The reference table of the contract, and below it the codes that this product needs besides. */
const reference: Record<number, string[]> = {
  400: [
    'bad_request',
    'invalid_json',
    'missing_body',
    'invalid_document',
    'unknown_parameter',
    'invalid_parameter',
    'invalid_filter_value',
    'invalid_sort',
    'invalid_include',
    'invalid_fields',
    'invalid_page',
    'invalid_header',
    'invalid_core_url',
    'invalid_api_version',
    'not_acceptable',
    'payload_too_large',
    'unsupported_media_type',
  ],
  401: ['unauthorized', 'invalid_token', 'token_expired', 'token_revoked', 'user_archived'],
  403: ['forbidden', 'developer_role_required', 'insufficient_role', 'read_only_attribute'],
  404: ['not_found', 'route_not_found'],
  405: ['method_not_allowed', 'endpoint_not_implemented'],
  422: [
    'conflict',
    'type_mismatch',
    'id_mismatch',
    'stale_resource',
    'idempotency_key_conflict',
    'validation_failed',
    'blank',
    'missing_attribute',
    'missing_relationship',
    'missing_meta',
    'unknown_attribute',
    'read_only',
    'invalid_type',
    'invalid_enum',
    'too_long',
    'too_short',
    'out_of_range',
    'invalid_format',
    'taken',
    'related_not_found',
    'related_not_in_scope',
    'not_a_participant',
    'invalid_assignee',
    'circular_dependency',
    'self_dependency',
    'runbook_not_startable',
    'runbook_has_no_tasks',
    'runbook_is_template',
    'runbook_validation_failed',
    'invalid_stage_transition',
    'runbook_locked',
    'task_not_startable',
    'task_not_in_progress',
    'task_already_complete',
    'task_requirements_not_met',
    'invalid_requirement_minimum',
    'invalid_task_link',
    'template_required',
    'template_not_approved',
    'template_only_type',
    'schedule_incomplete',
    'schedule_in_past',
    'copy_source_invalid',
    'custom_field_not_found',
    'custom_field_not_applicable',
    'custom_field_invalid_value',
    'custom_field_required',
    'custom_field_read_only',
    'stream_not_empty',
    'primary_stream',
    'stream_depth_exceeded',
    'folder_not_empty',
    'last_admin',
    'already_archived',
    'not_archived',
    'role_scope_invalid',
    'webhook_url_blocked',
  ],
  429: ['rate_limited'],
  500: ['internal_error'],
  501: ['core_outdated'],
  503: ['core_unavailable', 'maintenance'],
  504: ['core_timeout'],
}

const additions: Record<number, string[]> = {
  400: ['invalid_csv'],
  401: ['invalid_credentials', 'second_factor_required', 'session_expired'],
  403: ['origin_not_allowed', 'upload_refused'],
  422: [
    'comment_locked',
    'link_expired',
    'link_superseded',
    'link_unknown',
    'link_used',
    'mail_not_configured',
    'already_signed_in',
    'runbook_has_run',
    'second_factor_off',
    'second_factor_on',
    'unknown_column',
    'wrong_code',
    'wrong_password',
    'values_would_be_lost',
    'option_in_use',
    'default_type',
    'type_in_use',
    'built_in_type',
    'type_disabled',
    'task_type_not_allowed',
  ],
  503: ['storage_full'],
}

const inTables = Object.entries(reference).flatMap(([status, codes]) =>
  [...codes, ...(additions[Number(status)] ?? [])].map((code) => `${status} ${code}`),
)

test('the catalogue has every code of the reference with its status, our additions, and nothing else', () => {
  const inCatalogue = errorCodes.map((code) => `${errorCatalogue[code].status} ${code}`)
  expect(inCatalogue.toSorted()).toEqual(inTables.toSorted())
})

test('a code is written in small letters and underscores', () => {
  for (const code of errorCodes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

test('every code says in whole sentences when it comes and what to do', () => {
  for (const code of errorCodes) {
    expect(`${code}: ${errorCatalogue[code].cause}`).toMatch(/: [A-Z`].*\.$/)
    expect(`${code}: ${errorCatalogue[code].remedy}`).toMatch(/: [A-Z`].*\.$/)
  }
})

test('a word that is no code is not taken for one, nor is a property of every object', () => {
  expect(isErrorCode('not_found')).toBe(true)
  expect(isErrorCode('parent_not_found')).toBe(false)
  expect(isErrorCode('constructor')).toBe(false)
})
