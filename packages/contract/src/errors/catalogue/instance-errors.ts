import type { Member, Nothing, ResourceName } from '../about.ts'
import { fault, notImplemented, timeout, unavailable, unprocessable } from './entry.ts'

/** 422: the rules of what an instance consists of besides its runbooks. */
export const instanceErrors = {
  custom_field_not_found: unprocessable<{ field: string; candidates?: readonly string[] }>(
    'There is no custom field with this id or name, or several have this label.',
    'Name the field by its id.',
  ),
  custom_field_not_applicable: unprocessable<{ field: string; type: string }>(
    'The custom field exists, but not for this resource, task type or workspace.',
    'Leave the field out, or ask an administrator to extend it.',
  ),
  custom_field_invalid_value: unprocessable<{ field: string; value: string; allowed?: readonly string[] }>(
    'The value does not fit the type or the options of the custom field.',
    'Send a value or option of the field.',
  ),
  custom_field_required: unprocessable<{ field: string }>(
    'A required custom field is empty.',
    'Give it a value.',
  ),
  custom_field_read_only: unprocessable<{ field: string }>(
    'The value of the custom field follows from another field or from outside.',
    'Leave the field out, or change the field on which it depends.',
  ),
  values_would_be_lost: unprocessable<{ field: string; lost: number }>(
    'The custom field has values that have no place in its new type, or where it is to be used; `meta` tells how many, and examples.',
    'Look at them with `dry_run=true`; send `meta.accept_loss` as true to let them go.',
  ),
  option_in_use: unprocessable<{ option: string; values: number }>(
    'Values of custom fields name the option, so it cannot be deleted.',
    'Archive it: values keep it, and it is not offered any more.',
  ),
  default_type: unprocessable<ResourceName>(
    'The default type cannot be archived, disabled or just given up, and a type of a workspace, or one that is archived or disabled, cannot become it.',
    'Make another global type the default one.',
  ),
  type_in_use: unprocessable<ResourceName & { uses: number }>(
    'Runbooks that are being run, or for some flags any that have not ended, have the type, and the change would alter them.',
    'Make a new type, or change this one when they have ended. `meta.uses` tells how many they are.',
  ),
  built_in_type: unprocessable<Member & { key: string }>(
    'The task type comes with the program, which knows it by its key: the key and the flags of it stay, and it is not archived.',
    'Disable it, or make a type of your own.',
  ),
  type_disabled: unprocessable<ResourceName>(
    'The type is disabled: nothing new gets it.',
    'Choose another type, or ask an administrator to enable it.',
  ),
  task_type_not_allowed: unprocessable<{ id: string; allowed: readonly string[] }>(
    'The type of the runbook does not allow tasks of this type.',
    'Choose one of the types in `meta.allowed`.',
  ),
  folder_not_empty: unprocessable<{ id: string; runbooks: number }>(
    'A folder with runbooks cannot be deleted.',
    'Move or archive its runbooks first.',
  ),
  wrong_password: unprocessable<Nothing>(
    'To change a password, the present one is needed, and what was sent is not it.',
    'Send the present password as `meta.current_password`.',
  ),
  second_factor_on: unprocessable<Nothing>(
    'A second factor is confirmed already.',
    'End it first (`DELETE /core/me/second_factor`) to begin with another authenticator.',
  ),
  second_factor_off: unprocessable<Nothing>(
    'A code was sent, or something was asked of a second factor, and there is none that this would be for.',
    'Leave the code out, or begin with a second factor (`POST /core/me/second_factor`).',
  ),
  wrong_code: unprocessable<Nothing>(
    'The code of the second factor is wrong, or was used before.',
    'Send the code that the authenticator shows now, or a recovery code that was not used yet. Look at the clock of the device.',
  ),
  link_unknown: unprocessable<Nothing>(
    'No link by which a password is set has this secret, or its person is archived.',
    'Open the link of the mail whole, or ask for another one.',
  ),
  link_used: unprocessable<Nothing>(
    'A password was set by this link already.',
    'Sign in with that password, or ask for another link.',
  ),
  link_superseded: unprocessable<Nothing>(
    'A later link, or a change of the password, has taken the place of this one.',
    'Open the link of the newest mail, or ask for another one.',
  ),
  link_expired: unprocessable<{ expires_at: string }>(
    'The time of the link has passed: an hour for a forgotten password, seven days for an invitation.',
    'Ask for another link; whoever was invited asks an administrator.',
  ),
  mail_not_configured: unprocessable<Nothing>(
    'This server sends no mail, so nothing can be sent to anybody.',
    'Ask the operator to set `RUNSHEET_SMTP_URL`.',
  ),
  already_signed_in: unprocessable<ResourceName>(
    'The person has signed in before, and needs no invitation.',
    'Whoever has forgotten the password asks for a new one on the sign-in page.',
  ),
  last_admin: unprocessable<{ role: string }>(
    'Nobody would be left with this role.',
    'Give the role to somebody else first.',
  ),
  already_archived: unprocessable<ResourceName>(
    'The resource is already archived.',
    'Nothing needs to be done.',
  ),
  not_archived: unprocessable<ResourceName>('The resource is not archived.', 'Nothing needs to be done.'),
  role_scope_invalid: unprocessable<{ role: string; allowed: readonly string[] }>(
    'The role needs a resource on which it is granted, of certain types, or must not have one.',
    'Send `resource_type` and `resource_id` as the detail says, or neither.',
  ),
  webhook_url_blocked: unprocessable<{ url: string; reason: 'private' | 'not_https' | 'unresolvable' }>(
    'Events are not sent to this URL: it is not HTTPS, its host has no address, or the address is private.',
    'Use a public HTTPS address.',
  ),
}

/** 500, 501, 503 and 504: the caller did nothing wrong. */
export const serviceErrors = {
  internal_error: fault<Nothing>(
    'A fault of ours. The log of the server has an entry with the `id` of the error.',
    'Repeat the request; if it fails again, tell the operator the id.',
  ),
  core_outdated: notImplemented<{ minimum_core_version?: string; core_version?: string }>(
    'The API has the endpoint, and the Core behind it is older than it or has it switched off.',
    'Ask the operator to update Core to `meta.minimum_core_version`.',
  ),
  core_unavailable: unavailable<Nothing>(
    'Core or its database cannot be reached, is starting, or has too many requests waiting. Where the connection broke during a change, the change may or may not have happened.',
    'Repeat the request after a few seconds, with growing pauses; repeat a change with the same `Idempotency-Key`.',
  ),
  maintenance: unavailable<Nothing>(
    'The instance is down for planned maintenance.',
    'Repeat the request later.',
  ),
  storage_full: unavailable<Nothing>(
    'The disk of the database is full. Nothing was changed; reading still works.',
    'Ask the operator to free or add disk space, then repeat the request.',
  ),
  core_timeout: timeout<Nothing>(
    'Core was reached and did not answer in time. A change may or may not have happened.',
    'Read the resource, or repeat the request with the same `Idempotency-Key`.',
  ),
}
