import type { Expected, Member, Nothing, ResourceName } from '../about.ts'
import { unprocessable } from './entry.ts'

/** 422: the document can be read, and its members or its moment do not fit the resource. */
export const documentErrors = {
  validation_failed: unprocessable<Nothing>(
    'A rule refuses the request, and no other code says it better.',
    'Compare the request with the reference.',
  ),
  conflict: unprocessable<ResourceName>(
    'Somebody else changed the resource at the same moment, and the request no longer fits.',
    'Read the resource again and decide anew.',
  ),
  stale_resource: unprocessable<ResourceName>(
    'The resource has changed since you read it: `If-Match` names an earlier state.',
    'Read the resource again and repeat the change with its new `ETag`.',
  ),
  idempotency_key_conflict: unprocessable<{ key: string }>(
    'This `Idempotency-Key` was already used for another request.',
    'Use a new key for each new request; repeat a key only with the same method, path and body.',
  ),
  type_mismatch: unprocessable<{ expected: string; actual: string }>(
    'The `type` in the body is not the type of this endpoint.',
    'Send the type that the detail names.',
  ),
  id_mismatch: unprocessable<{ expected: string; actual: string }>(
    'The `id` in the body is not the id in the path.',
    'Send the same id in both places.',
  ),
  blank: unprocessable<Member>('A value is empty that must not be.', 'Give it a value.'),
  missing_attribute: unprocessable<Member>('A required attribute is absent.', 'Add the attribute.'),
  missing_relationship: unprocessable<Member>('A required relationship is absent.', 'Add the relationship.'),
  missing_meta: unprocessable<Member>(
    'A required member of `meta` is absent, such as `comms` and `run_type` when a runbook starts or `comment` when a task is skipped.',
    'Add the member to the top-level `meta` of the body.',
  ),
  unknown_attribute: unprocessable<Member & { allowed?: readonly string[] }>(
    'The document has an attribute, relationship or other member that does not exist there. Members are never ignored silently.',
    'Remove it or correct its spelling.',
  ),
  unknown_column: unprocessable<Member & { allowed: readonly string[] }>(
    'The mapping of an import names a column that the file does not have, or a column or field that an import does not know.',
    'Use the names in the detail.',
  ),
  read_only: unprocessable<Member>(
    'The attribute or relationship is computed or fixed, and nobody can set it.',
    'Leave it out.',
  ),
  invalid_type: unprocessable<Member & { expected: Expected }>(
    'The value has the wrong JSON type, such as a number where a string is needed.',
    'Send the type that the detail names. Ids are strings.',
  ),
  invalid_enum: unprocessable<Member & { allowed: readonly string[] }>(
    'The value is none of those that the attribute can have.',
    'Use one of the values in `meta.allowed`.',
  ),
  too_long: unprocessable<Member & { limit: number; unit?: 'characters' | 'items' }>(
    'The text has more characters, or the list more entries, than the limit.',
    'Shorten it.',
  ),
  too_short: unprocessable<Member & { limit: number; unit?: 'characters' | 'items' }>(
    'The text has fewer characters, or the list fewer entries, than the limit.',
    'Lengthen it.',
  ),
  out_of_range: unprocessable<Member & { minimum?: number | string; maximum?: number | string }>(
    'A number, a date or an amount is below its minimum or above its maximum.',
    'Send a value in the range that the detail names.',
  ),
  invalid_format: unprocessable<Member & { expected: Expected; example?: string }>(
    'The value is a string but not written as the attribute needs it: no e-mail address, no URL, no colour, no time zone, no timestamp.',
    'Write it in the form that the detail names.',
  ),
  taken: unprocessable<Member & { value: string }>(
    'The value must be unique and is already in use, or it comes twice in one request or file.',
    'Choose another value.',
  ),
  related_not_found: unprocessable<ResourceName>(
    'The body refers to a resource that does not exist or that you may not see; in an import, to a row that the file does not have.',
    'Check the id at the place that `source` names.',
  ),
  related_not_in_scope: unprocessable<ResourceName & { scope: string }>(
    'The body refers to a resource of another runbook or workspace.',
    'Choose one that belongs to the same runbook or workspace.',
  ),
  not_a_participant: unprocessable<ResourceName>(
    'An assignee or recipient does not take part in the runbook.',
    'Add the user or the team to the runbook first.',
  ),
  invalid_assignee: unprocessable<ResourceName>(
    'An assignee is neither a user nor a runbook team, or does not exist.',
    'Assign users (`user`) or teams of this runbook (`runbook_team`).',
  ),
}
