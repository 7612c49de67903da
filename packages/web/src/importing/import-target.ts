import type { Stream } from '../room/plan.ts'
import type { ImportKeys, Sending } from './bring-in.ts'
import type { ImportSurroundings } from './review-import.ts'
import type { Rehearse } from './use-rehearsal.ts'

/** Where the tasks of a file go: a runbook, or one that is made of them. */
export interface ImportTarget {
  readonly around: ImportSurroundings
  /** Streams that have their hues before those of the file are dealt theirs. */
  readonly streams: readonly Stream[]
  /** Names of the custom fields that tasks may have. */
  readonly customFields: readonly string[]
  /** How many tasks the plan has already. */
  readonly tasksThere: number
  /** Undefined where there is no runbook yet that the server could be asked about. */
  readonly rehearse: Rehearse | undefined
  /** Why nothing can be written as things are: no name yet. */
  readonly missing: string | undefined
  /** @returns the id of the runbook that has the tasks now */
  readonly write: (sending: Sending, keys: ImportKeys) => Promise<string>
}
