// Made from the declarations of @runsheet/contract by `npm run generate`. Do not edit.

/** Absolute, with every parameter of the request. `next` is null on the last page. */
export type PageLinks = {
  readonly self: string
  readonly first: string | null
  readonly prev: string | null
  readonly next: string | null
  readonly last: string | null
}

export type PageMeta = {
  readonly number: number
  /** In forecast mode, where one page holds all: their number. */
  readonly size: number
  /** Records in the whole list. */
  readonly total: number
  readonly pages: number
}

export type ListMeta = {
  readonly page: PageMeta
  /** With `page[limit]` and `page[offset]` only. */
  readonly total?: number
  /** With `page[limit]` and `page[offset]` only. */
  readonly limit?: number
  /** With `page[limit]` and `page[offset]` only. */
  readonly offset?: number
  /** The instant of the forecast. */
  readonly as_of?: string
  /** Of a runbook: the last event that this document holds. */
  readonly sequence?: number
}

export type DocumentMeta = {
  /** The instant of the forecast. */
  readonly as_of?: string
  /** Of an action on a run: what has become of it, in one word. */
  readonly status?: 'started' | 'paused' | 'resumed' | 'cancelled' | 'planning'
  /** What the checks before a start found, when it was started in spite of it; the first 1 000. */
  readonly findings?: readonly { readonly finding: string; readonly severity: 'error' | 'warning'; readonly task: string | null; readonly detail: string }[]
  /** Of a runbook: the last event that this document holds. */
  readonly sequence?: number
  /** How many findings there are in all. */
  readonly findings_total?: number
  /** Of a copy into another workspace: fields of the old one, and how many values of them did not come along. */
  readonly custom_field_values_dropped?: readonly { readonly custom_field_id: string; readonly name: string; readonly values: number }[]
  /** Of a copy into another workspace: task types of the old one, and how many tasks got the default type instead. */
  readonly task_types_replaced?: readonly { readonly task_type_id: string; readonly name: string; readonly tasks: number }[]
  /** Nothing was changed. */
  readonly dry_run?: boolean
  /** Of a change of a custom field: what becomes of its values, in numbers of values. */
  readonly values?: { readonly kept: number; readonly converted: number; readonly lost: number; readonly lost_of_runbooks: number; readonly lost_of_tasks: number; readonly examples: readonly (string | readonly string[])[] }
}

export type ImportMeta = {
  /** Tasks. */
  readonly created: number
  readonly streams_created: number
  /** The streams that were not there, by name, each after its parent. */
  readonly streams: readonly { readonly name: string; readonly parent: string | null }[]
  /** Labels of the file that are not the number of their task. */
  readonly renumbered: readonly { readonly label: string; readonly id: string }[]
  readonly teams_created: number
  /** The teams that were not there and were made, by name. */
  readonly teams: readonly string[]
  /** Nothing was changed. */
  readonly dry_run: boolean
}

export type ResourceMeta = {
  /** What the caller may do. */
  readonly permissions?: readonly { readonly type: string; readonly resource: string }[]
  /** Of a task: its `ETag`. */
  readonly etag?: string
  /** Of a runbook team: its members. */
  readonly users_count?: number
  /** Of an activity: the entry as one sentence. */
  readonly message?: { readonly plain: string }
}
