import type { ColumnType } from 'kysely'

/** Milliseconds since the epoch when read; ISO 8601 text or nothing (the default) when written. */
export type Instant = ColumnType<number, string | undefined, string>
export type InstantOrNull = ColumnType<number | null, string | null | undefined, string | null>
export type Json<T> = ColumnType<T, string | undefined, string>

/** Values of custom fields by the id of the field. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>
