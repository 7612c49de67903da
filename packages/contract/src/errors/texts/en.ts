import { bytes, chain, continuing, jsonFault, list, noun, opening, range, type Texts } from './texts.ts'
import { words } from './words/en.ts'

/** "Task 17". */
const named = ({ type, id }: { type: string; id: string }) => opening(`${noun(words, type)} ${id}`)

/** A further sentence with the values that would do, when there are any. */
const possible = (values: readonly string[] | undefined) =>
  values?.length ? ` Possible: ${list(values)}.` : ''

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const limits = {
  between: (a: number | string, b: number | string) => `must be between ${a} and ${b}`,
  from: (a: number | string) => `must be at least ${a}`,
  upTo: (b: number | string) => `must be at most ${b}`,
  outside: 'is out of range',
}

const length = (limit: number, unit: 'characters' | 'items' = 'characters') =>
  unit === 'items' ? count(limit, 'entry', 'entries') : count(limit, 'character', 'characters')

export const en: Texts = {
  titles: {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    422: 'Unprocessable Entity',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    501: 'Not Implemented',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  },
  details: {
    bad_request: ({ part }) => words.parts[part],
    invalid_json: (about) => jsonFault(words, about),
    invalid_csv: ({ line, fault }) => `The file cannot be read as CSV. Line ${line}: ${words.csv[fault]}.`,
    missing_body: () => 'This endpoint needs a body, and the request has none.',
    invalid_document: ({ name, expected }) =>
      `The member “${name}” of the body must be ${words.expected[expected]}.`,
    unknown_parameter: ({ parameter, allowed }) =>
      `This endpoint has no parameter “${parameter}”.${possible(allowed)}`,
    invalid_parameter: ({ parameter, expected }) =>
      `The parameter “${parameter}” must be ${words.expected[expected]}.`,
    invalid_filter_value: ({ parameter, value, allowed }) =>
      `“${value}” is not a value of the filter “${parameter}”.${possible(allowed)}`,
    invalid_sort: ({ value, allowed }) => `This list cannot be sorted by “${value}”.${possible(allowed)}`,
    invalid_include: ({ value, allowed }) => `This endpoint cannot include “${value}”.${possible(allowed)}`,
    invalid_fields: ({ value, allowed }) =>
      `There is no type or field “${value}” to select.${possible(allowed)}`,
    invalid_page: (about) =>
      about.mixed_with === undefined
        ? `The parameter “${about.parameter}” ${range(about, { ...limits, outside: words.headers.malformed })}.`
        : `The parameters “${about.parameter}” and “${about.mixed_with}” belong to different ways of paging.`,
    invalid_header: ({ header, reason }) => `The header “${header}” ${words.headers[reason]}.`,
    invalid_core_url: ({ value }) =>
      `“${value}” in Core-Url is not the absolute URL of an instance known here.`,
    invalid_api_version: ({ value, earliest }) =>
      `“${value}” in Api-Version is not a date from ${earliest} onwards.`,
    not_acceptable: ({ value }) => `The answer cannot be given in a format that Accept allows (“${value}”).`,
    payload_too_large: ({ limit }) => `The body is larger than the limit of ${bytes(limit)}.`,
    unsupported_media_type: ({ value, allowed }) =>
      value === ''
        ? `Content-Type does not say what the body is.${possible(allowed)}`
        : `This endpoint does not read bodies of type “${value}”.${possible(allowed)}`,

    unauthorized: () => 'Send the header Authorization with “Bearer” and a token.',
    invalid_token: () => 'The token or session is not known here.',
    token_expired: ({ expires_at }) => `The token expired at ${expires_at}.`,
    token_revoked: () => 'The token has been revoked.',
    session_expired: ({ expires_at }) => `The session expired at ${expires_at}.`,
    user_archived: () => 'The user to whom the token belongs is archived.',
    invalid_credentials: () => 'The e-mail address, the password or the code is wrong.',
    second_factor_required: () => 'The code of the second factor is needed to sign in.',
    forbidden: () => 'Your permissions do not allow this.',
    origin_not_allowed: () =>
      'This may only be done from a page of this server: the Origin header is missing or names another site.',
    developer_role_required: () => 'Using the API needs the Developer role, which you do not have.',
    insufficient_role: ({ required }) =>
      required.length ? `This needs one of these roles: ${list(required)}.` : 'Your roles do not allow this.',
    upload_refused: ({ reason }) =>
      ({
        signature: 'The upload URL is not one that this server signed.',
        expired: 'The upload URL has expired.',
        used: 'A file was already put to this upload URL.',
      })[reason],
    read_only_attribute: ({ name }) => `Your roles do not let you set “${name}”.`,
    not_found: (resource) =>
      `${named(resource)} was not found: it does not exist, is archived or deleted, or you have no access to it.`,
    route_not_found: ({ path }) => `There is nothing at “${path}”. The paths of the API start with /core/.`,
    method_not_allowed: ({ method, path, allowed }) =>
      `“${path}” does not accept the method ${method}.${possible(allowed)}`,
    endpoint_not_implemented: ({ method, path }) => `The API has no endpoint “${method} ${path}”.`,
    rate_limited: ({ retry_after }) =>
      `Too many requests. Try again in ${count(retry_after, 'second', 'seconds')}.`,

    validation_failed: () => 'The request breaks a validation rule.',
    conflict: (resource) => `${named(resource)} was changed by somebody else at the same moment.`,
    stale_resource: (resource) => `${named(resource)} has changed since you read it.`,
    idempotency_key_conflict: ({ key }) =>
      `The Idempotency-Key “${key}” was already used for a different request.`,
    type_mismatch: ({ expected, actual }) => `The type must be “${expected}”, not “${actual}”.`,
    id_mismatch: ({ expected, actual }) =>
      `The id in the body is “${actual}”, the id in the path is “${expected}”.`,
    blank: ({ name }) => `“${name}” must not be empty.`,
    missing_attribute: ({ name }) => `The attribute “${name}” is missing.`,
    missing_relationship: ({ name }) => `The relationship “${name}” is missing.`,
    missing_meta: ({ name }) => `“${name}” is missing in meta.`,
    unknown_attribute: ({ name, allowed }) => `There is no member “${name}” here.${possible(allowed)}`,
    unknown_column: ({ name, allowed }) => `There is no column “${name}”.${possible(allowed)}`,
    read_only: ({ name }) => `“${name}” is read-only.`,
    invalid_type: ({ name, expected }) => `“${name}” must be ${words.expected[expected]}.`,
    invalid_enum: ({ name, allowed }) => `“${name}” cannot have this value.${possible(allowed)}`,
    too_long: ({ name, limit, unit }) => `“${name}” may have at most ${length(limit, unit)}.`,
    too_short: ({ name, limit, unit }) => `“${name}” must have at least ${length(limit, unit)}.`,
    out_of_range: (about) => `“${about.name}” ${range(about, limits)}.`,
    invalid_format: ({ name, expected, example }) =>
      `“${name}” must be ${words.expected[expected]}.${example === undefined ? '' : ` Example: ${example}.`}`,
    taken: ({ name, value }) => `“${value}” is already in use as “${name}”.`,
    related_not_found: (resource) => `${named(resource)} does not exist or is not accessible to you.`,
    related_not_in_scope: ({ scope, ...resource }) =>
      `${named(resource)} belongs to a different ${noun(words, scope)}.`,
    not_a_participant: (resource) => `${named(resource)} does not take part in the runbook.`,
    invalid_assignee: (resource) => `${named(resource)} cannot be assigned.`,

    circular_dependency: ({ path, type = 'task' }) =>
      type === 'folder'
        ? `The folder would lie in itself: ${chain(path)}.`
        : `These tasks wait for each other: ${chain(path)}.`,
    self_dependency: ({ id }) => `Task ${id} cannot be its own predecessor.`,
    runbook_not_startable: ({ id, stage }) =>
      `Runbook ${id} cannot be started: it is in the stage “${stage}”, not “planning”.`,
    runbook_has_no_tasks: ({ id }) => `Runbook ${id} cannot be started: it has no tasks.`,
    runbook_has_run: ({ id }) => `Runbook ${id} has run and cannot be deleted; it can be archived.`,
    runbook_is_template: ({ id }) => `Runbook ${id} is a template, and templates are not run.`,
    runbook_validation_failed: ({ finding, task }) =>
      task === undefined ? words.findings[finding] : `Task ${task}: ${continuing(words.findings[finding])}`,
    comment_locked: ({ id, stage }) => `Comment ${id} stays as it is while the run is ${stage}.`,
    runbook_locked: ({ id, stage }) => `The plan of runbook ${id} cannot be changed in the stage “${stage}”.`,
    invalid_stage_transition: ({ stage, action, allowed }) =>
      `The action “${action}” is not possible in the stage “${stage}”.${possible(allowed)}`,
    task_not_startable: (about) => {
      if (about.reason === 'predecessors')
        return `Task ${about.id} cannot be started yet: it waits for ${about.predecessors.length === 1 ? 'task' : 'the tasks'} ${list(about.predecessors)}.`
      if (about.reason === 'fixed_start') return `Task ${about.id} cannot be started before ${about.at}.`
      return `Task ${about.id} cannot be started: the runbook is in the stage “${about.stage}”.`
    },
    task_not_in_progress: ({ id, stage }) => `Task ${id} is not in progress; its stage is “${stage}”.`,
    task_already_complete: ({ id }) => `Task ${id} is already complete.`,
    task_requirements_not_met: (about) => {
      if (about.reason === 'fields') return `Task ${about.id} needs these fields: ${list(about.missing)}.`
      if (about.reason === 'people')
        return `Task ${about.id} needs ${count(about.needed, 'person', 'people')}; so far it has ${about.done}.`
      if (about.reason === 'starter') return `Task ${about.id} must be finished by the person who started it.`
      return `You have already acted on task ${about.id}; others must act now.`
    },
    invalid_requirement_minimum: ({ name, maximum }) =>
      maximum < 1 ? `“${name}” needs at least one assignee.` : `“${name}” must be between 1 and ${maximum}.`,
    invalid_task_link: ({ id, reason }) =>
      ({
        not_a_template: `Runbook ${id} cannot be linked: it is not a template.`,
        no_tasks: `Runbook ${id} cannot be linked: it has no tasks.`,
        task_type: `Runbook ${id} cannot be linked: the type of the task does not allow links.`,
      })[reason],
    template_required: ({ name }) => `“${name}” exists only for templates.`,
    template_not_approved: ({ id }) => `Template ${id} is not approved.`,
    template_only_type: ({ name }) => `Runbooks of the type “${name}” can only be created from a template.`,
    schedule_incomplete: ({ reason }) =>
      reason === 'start_missing'
        ? 'end_scheduled needs start_scheduled.'
        : 'end_scheduled must be after start_scheduled.',
    schedule_in_past: ({ value }) => `The scheduled start ${value} lies in the past.`,
    copy_source_invalid: ({ id }) =>
      `Runbook ${id} cannot be copied: it does not exist, is archived, or you may not read it.`,
    stream_not_empty: ({ id, tasks }) => `Stream ${id} still has ${count(tasks, 'task', 'tasks')}.`,
    primary_stream: ({ id }) => `Stream ${id} is the primary stream of the runbook and cannot be deleted.`,
    stream_depth_exceeded: ({ id }) => `Stream ${id} is itself a sub-stream and cannot have sub-streams.`,

    custom_field_not_found: ({ field, candidates }) =>
      candidates?.length
        ? `Several custom fields are labelled “${field}”: ${list(candidates)}.`
        : `There is no custom field “${field}”.`,
    custom_field_not_applicable: ({ field, type }) =>
      `The custom field “${field}” does not apply to this ${noun(words, type)}.`,
    custom_field_invalid_value: ({ field, value, allowed }) =>
      `“${value}” is not a value of the custom field “${field}”.${possible(allowed)}`,
    custom_field_required: ({ field }) => `The custom field “${field}” must not be empty.`,
    custom_field_read_only: ({ field }) => `The custom field “${field}” is read-only.`,
    values_would_be_lost: ({ field, lost }) =>
      `${count(lost, 'value', 'values')} of the custom field “${field}” would be lost.`,
    option_in_use: ({ option, values }) =>
      `${count(values, 'value names', 'values name')} the option “${option}”; it can be archived.`,
    default_type: (resource) => `${named(resource)} is the default type, or cannot become it.`,
    type_in_use: ({ uses, ...resource }) =>
      `${named(resource)} is in use by ${count(uses, 'runbook', 'runbooks')} that this would change.`,
    built_in_type: ({ name, key }) => `“${name}” of the built-in task type “${key}” cannot be changed.`,
    type_disabled: (resource) => `${named(resource)} is disabled.`,
    task_type_not_allowed: ({ id, allowed }) =>
      `The type of the runbook does not allow tasks of the type ${id}.${possible(allowed)}`,
    folder_not_empty: ({ id, runbooks }) =>
      `Folder ${id} still has ${count(runbooks, 'runbook', 'runbooks')}.`,
    wrong_password: () => 'The present password is missing or wrong.',
    second_factor_on: () => 'You sign in with a second factor already.',
    second_factor_off: () => 'There is no second factor for this code.',
    wrong_code: () => 'The code is wrong or was used before.',
    link_unknown: () => 'This link is not known here.',
    link_used: () => 'This link was used already.',
    link_superseded: () => 'A newer link has taken the place of this one.',
    link_expired: ({ expires_at }) => `This link has expired at ${expires_at}.`,
    mail_not_configured: () => 'This server sends no mail.',
    already_signed_in: (resource) => `${named(resource)} has signed in before.`,
    last_admin: ({ role }) => `Nobody would be left with the role “${role}”.`,
    already_archived: (resource) => `${named(resource)} is already archived.`,
    not_archived: (resource) => `${named(resource)} is not archived.`,
    role_scope_invalid: ({ role, allowed }) =>
      allowed.length
        ? `The role “${role}” must be granted on one of these: ${list(allowed)}.`
        : `The role “${role}” is not granted on a resource.`,
    webhook_url_blocked: ({ url, reason }) =>
      ({
        private: `Events are not sent to “${url}”: its address is private.`,
        not_https: `Events are not sent to “${url}”: it is not an HTTPS URL.`,
        unresolvable: `Events are not sent to “${url}”: its host cannot be resolved.`,
      })[reason],

    internal_error: () =>
      'Something went wrong on our side. The id of this error leads to the entry in the log.',
    core_outdated: ({ minimum_core_version, core_version }) =>
      minimum_core_version === undefined
        ? 'The Core behind this API does not have this endpoint.'
        : `This endpoint needs Core ${minimum_core_version}${core_version === undefined ? '' : `; the Core behind this API is ${core_version}`}.`,
    core_unavailable: () => 'Core cannot be reached or is overloaded at the moment.',
    maintenance: () => 'The instance is down for maintenance.',
    storage_full: () => 'The storage of the database is full. Nothing was changed.',
    core_timeout: () => 'Core did not answer in time. A change may or may not have been made.',
  },
}
