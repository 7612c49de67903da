import type { Identifier } from '@runsheet/contract'

/** An instant on the wire: ISO 8601 in UTC, whole seconds. */
export function wireTime(ms: number): string {
  return `${new Date(ms - (ms % 1_000)).toISOString().slice(0, 19)}Z`
}

/** The same, for something that may not have happened. */
export function wireTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : wireTime(ms)
}

/** The same, from seconds. */
export function wireSeconds(seconds: number): string {
  return wireTime(seconds * 1_000)
}

/** The same, where the schedule has no value. */
export function wireSecondsOrNull(seconds: number): string | null {
  return Number.isNaN(seconds) ? null : wireTime(seconds * 1_000)
}

/** An instant for the database, with its milliseconds. */
export function sqlTime(ms: number): string {
  return new Date(ms).toISOString()
}

/** The same, for something that may not have happened. */
export function sqlTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : sqlTime(ms)
}

export interface RelationshipObject {
  readonly data: Identifier | null | readonly Identifier[]
  readonly links?: Readonly<Record<string, string>>
}

/** A relationship to at most one resource. */
export function one(type: string, id: number | null | undefined, related?: string): RelationshipObject {
  const data = id === null || id === undefined ? null : { type, id: String(id) }
  return related === undefined ? { data } : { data, links: { related } }
}

/** A relationship to several resources of one type. */
export function many(type: string, ids: readonly number[]): RelationshipObject {
  return { data: ids.map((id) => ({ type, id: String(id) })) }
}

/** A resource object as Core makes it; `meta.permissions` is added when it is told to somebody. */
export interface Rendered {
  readonly type: string
  readonly id: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly relationships: Readonly<Record<string, RelationshipObject>>
  readonly links: Readonly<Record<string, string>>
  readonly meta?: Readonly<Record<string, unknown>>
}
