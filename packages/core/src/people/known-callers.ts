import { SECRET_GRACE_SECONDS } from '../sessions/session-life.ts'
import type { HashedCredential } from './hashed-credential.ts'
import type { HotRead } from './hot-reads.ts'

const KEPT_AT_MOST = 20_000

/**
 * What is remembered of callers who were seen at a runbook, so that their next action there takes one round trip: Core
 * acts on the memory, and the commit holds it against the database in the same statement. A memory that is out of date
 * commits nothing, and the caller is looked up as if there had been none.
 */
export class KnownCallers {
  readonly #seen = new Map<string, HotRead>()
  /** Milliseconds by which the database's clock is ahead of this machine's, as last seen. */
  #ahead = 0

  /** Remembers what was just read. */
  remember(credential: HashedCredential, runbookId: number, seen: HotRead): void {
    this.#ahead = seen.now - Date.now()
    if (this.#seen.size >= KEPT_AT_MOST) this.#seen.clear()
    this.#seen.set(keyOf(credential, runbookId), seen)
  }

  /** What is remembered, at the present instant of the database's clock. */
  recall(credential: HashedCredential, runbookId: number): HotRead | undefined {
    const seen = this.#seen.get(keyOf(credential, runbookId))
    if (!seen) return undefined
    const now = Math.floor(Date.now() + this.#ahead)
    // The commit holds the session against the database, not which of its secrets asks: an old one must not live on here.
    if (credential.kind === 'session' && now - seen.now > SECRET_GRACE_SECONDS * 1_000) return undefined
    return { ...seen, now }
  }

  /** The memory did not hold. */
  forget(credential: HashedCredential, runbookId: number): void {
    this.#seen.delete(keyOf(credential, runbookId))
  }
}

const keyOf = ({ key }: HashedCredential, runbookId: number) => `${runbookId} ${key}`

/** What a request was judged by. A commit holds it against the database before it changes anything. */
export type Witness = {
  readonly permission_revision: number
  readonly instance_revision: number
  readonly folder_id: number | null
} & ({ readonly token_id: number } | { readonly session_id: number })

export function witnessOf(
  kind: HashedCredential['kind'],
  { credential_id, permission_revision, instance_revision, folder_id }: HotRead,
): Witness {
  const stands = kind === 'token' ? { token_id: credential_id } : { session_id: credential_id }
  return { ...stands, permission_revision, instance_revision, folder_id }
}

/** The caller was judged by what does not hold any more; nothing was changed. */
export class OutOfDate extends Error {
  override readonly name = 'OutOfDate'
}
