import type { Access } from '@runsheet/domain'
import type { Trx } from '../db/database.ts'
import type { Directory } from '../directory/directory.ts'
import type { Rendered } from '../json-api/wire.ts'

/** A type as the directory has it: what types of runbooks and of tasks have in common. */
export interface TypeEntry {
  readonly id: number
  readonly name: string
  readonly key: string | null
  readonly description: string | null
  readonly workspace_id: number | null
  readonly is_default: boolean
  readonly disabled: boolean
  readonly archived_at: number | null
  readonly changed_seq: number
}

/** What sets a kind of types apart: its part of the directory, how it is shown, and its statements. */
export interface TypeKind<T extends TypeEntry, Patch> {
  readonly type: 'runbook_type' | 'task_type'
  readonly entries: (directory: Directory) => ReadonlyMap<number, T>
  readonly render: (type: T, access: Access) => Rendered
  /** Constraint that a key in use breaks. */
  readonly keyConstraint: string
  readonly insert: (
    trx: Trx,
    row: Patch & { readonly workspace_id: number | null; readonly changed_seq: number },
  ) => Promise<{ readonly id: number }>
  readonly change: (
    trx: Trx,
    id: number,
    patch: (Patch | { readonly archived_at: string | null }) & { readonly changed_seq: number },
  ) => Promise<void>
  /** Takes the default from the type that has it. */
  readonly dropDefault: (trx: Trx, seq: number) => Promise<void>
  /** Number of runbooks in a run that depend on a type. */
  readonly countRunning: (trx: Trx, id: number) => Promise<number>
}
