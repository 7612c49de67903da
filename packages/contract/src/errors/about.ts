/** The particulars of a problem: what the sentence of a code needs to know. */

/** A code whose sentence needs no particulars. */
export type Nothing = Readonly<Record<string, never>>

/** A resource by its contract type (`runbook`, `task`, …) and id, both as they were sent or stored. */
export interface ResourceName {
  type: string
  id: string
}

/** A member of a document by its own name: an attribute, a relationship, a meta member, a column. */
export interface Member {
  name: string
}

/** What a value should have been. Each of these words has its translation in `texts/<language>.ts`. */
export type Expected =
  | 'a string'
  | 'a whole number'
  | 'a number'
  | 'true or false'
  | 'an object'
  | 'a list'
  | 'a list of strings'
  | 'null'
  | 'a resource identifier'
  | 'a list of resource identifiers'
  | 'an id'
  | 'a list of ids'
  | 'a date'
  | 'a time'
  | 'a timestamp with a time zone'
  | 'a duration'
  | 'a time zone'
  | 'an e-mail address'
  | 'an http(s) URL'
  | 'a colour'
  | 'a JSON object'
  | 'one of the documented forms'
  | 'given only once'
  | 'given together with runbook_id'
  | 'given as the only place'
  | 'not empty'

export type RequestPart = 'request' | 'url' | 'headers' | 'body' | 'slow'

export type HeaderFault = 'missing' | 'malformed' | 'too_long' | 'repeated' | 'unsupported' | 'not_allowed'

export type JsonFault =
  | { fault: 'syntax'; position?: number }
  | { fault: 'duplicate_member'; name: string }
  | { fault: 'encoding' }
  | { fault: 'too_deep'; limit: number }

export type CsvFault = 'quote' | 'columns' | 'header' | 'encoding' | 'empty'

/** What can be found wrong with a runbook before its start. */
export type Finding =
  | 'no_tasks'
  | 'cycle'
  | 'start_in_past'
  | 'fixed_times_inconsistent'
  | 'required_field_empty'
  | 'task_unassigned'
  | 'team_without_members'
  | 'assignee_archived'
  | 'message_incomplete'
  | 'linked_not_converted'
  | 'linked_archived'
  | 'linked_not_startable'
  | 'template_not_approved'

/** Why a task cannot be started; `at` is an instant in ISO 8601. */
export type NotStartable =
  | { id: string; reason: 'predecessors'; predecessors: readonly string[] }
  | { id: string; reason: 'fixed_start'; at: string }
  | { id: string; reason: 'runbook_stage'; stage: string }

/** Which start or end requirement of a task is not met. */
export type RequirementNotMet =
  | { id: string; reason: 'fields'; missing: readonly string[] }
  | { id: string; reason: 'people'; done: number; needed: number }
  | { id: string; reason: 'starter' }
  | { id: string; reason: 'already_counted' }
