import { type CoreAnswer, refuse } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'
import type { DirectoryStore } from '../directory/directory.ts'
import type { NewEvent } from '../events/event.ts'
import type { RememberedAnswer } from '../idempotency/remembered-answers.ts'
import { checkStillJudged } from '../people/held-credential.ts'
import { OutOfDate, type Witness } from '../people/known-callers.ts'
import { commitRunbook, commitRunbookIn } from './commit-runbook.ts'
import type { Actor } from './draft-events.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { RunbookDraft } from './runbook-draft.ts'
import { RunbookQueue } from './runbook-queue.ts'
import { type Snapshot, weigh } from './snapshot.ts'

/** Where a runbook stands, as the statement that knew the caller saw it. */
export interface Standing {
  readonly seq: number
  readonly instanceRevision: number
  /** What the caller was judged by, which the commit holds against the database; timers have none. */
  readonly witness?: Witness | undefined
  /** The caller is remembered, not looked up: there is one try only, and nothing may be answered without a commit. */
  readonly isRemembered?: boolean
}

export interface Action<T> {
  readonly runbookId: number
  readonly actor: Actor
  /** Milliseconds since the epoch, by the database. */
  readonly now: number
  /** Milliseconds since the epoch, by this machine. */
  readonly deadline: number
  readonly standing: Standing
  /** Checks and changes; may be called again on a newer snapshot. Throws to refuse. */
  readonly decide: (draft: RunbookDraft, trx?: Trx) => T | Promise<T>
  /** Tells the caller. */
  readonly answer: (next: Snapshot, result: T) => CoreAnswer
  /** What is remembered of the answer under an idempotency key. */
  readonly remember: (answer: CoreAnswer) => RememberedAnswer | null
  /** It may be done on an archived runbook; else that is not there. */
  readonly seesArchived?: boolean
  /** `decide` has statements of its own: it gets a transaction in which the runbook is locked. */
  readonly isLocked?: boolean
  /** Statements after the events, in the same transaction. Only where the runbook is locked. */
  readonly afterwards?: (trx: Trx) => Promise<void>
}

/** Told of every commit of this process, at once. */
export type OnCommit = (runbookId: number, firstSeq: number, events: readonly NewEvent[]) => void

interface Kept {
  snapshot: Snapshot
  bytes: number
}

const BUDGET_BYTES = 256 * 1024 * 1024
const TRIES = 3

/** The runbooks that this process holds in memory, and the only way to change one. */
export class RunbookStore {
  readonly #database: Database
  readonly #directories: DirectoryStore
  readonly #onCommit: OnCommit
  readonly #kept = new Map<number, Kept>()
  readonly #loading = new Map<number, Promise<Snapshot | undefined>>()
  readonly #committing = new Map<number, Promise<unknown>>()
  readonly #queue = new RunbookQueue()
  #bytes = 0

  constructor(database: Database, directories: DirectoryStore, onCommit: OnCommit) {
    this.#database = database
    this.#directories = directories
    this.#onCommit = onCommit
  }

  /** The runbook at the sequence that the caller has been seen at, or later. */
  async view(id: number, { seq, instanceRevision }: Standing): Promise<Snapshot> {
    const kept = this.#fresh(id, seq, instanceRevision)
    if (kept) return kept
    // Our own commit may be on its way back to us: it brings the snapshot, so nothing need be loaded.
    await this.#committing.get(id)?.catch(() => undefined)
    for (;;) {
      const fresh = this.#fresh(id, seq, instanceRevision)
      if (fresh) return fresh
      const snapshot = await this.#load(id, instanceRevision)
      if (!snapshot) throw refuse('not_found', { type: 'runbook', id: String(id) })
      // A load that others began may have seen less than this caller: then one more is needed.
      if (snapshot.runbook.seq >= seq && snapshot.directory.revision >= instanceRevision) return snapshot
    }
  }

  /** Sequence of the runbook as this process has it, without asking the database. */
  seqOf(id: number): number | undefined {
    return this.#kept.get(id)?.snapshot.runbook.seq
  }

  /** Drops what is kept of a runbook: it was changed by other means. */
  forget(id: number): void {
    const kept = this.#kept.get(id)
    if (kept) this.#bytes -= kept.bytes
    this.#kept.delete(id)
  }

  /** Does one action on a runbook: check, change, commit, tell. */
  async act<T>(action: Action<T>): Promise<CoreAnswer> {
    return this.#queue.run(action.runbookId, action.deadline, async () => {
      if (action.standing.isRemembered) return this.#actRemembered(action)
      if (action.isLocked) return this.#actLocked(action)
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const answer = await this.#tryOnce(action, attempt > 0)
        if (answer) return answer
      }
      return this.#actLocked(action)
    })
  }

  /** Does an action as far as the commit, and leaves it at that. */
  async rehearse<T>(
    id: number,
    standing: Standing,
    actor: Actor,
    now: number,
    decide: (draft: RunbookDraft) => T,
  ): Promise<T> {
    // No commit will hold the memory of the caller against the database.
    if (standing.isRemembered) throw new OutOfDate()
    const draft = new RunbookDraft(await this.view(id, standing), actor, now)
    const result = decide(draft)
    draft.build()
    return result
  }

  async #tryOnce<T>(action: Action<T>, reload: boolean): Promise<CoreAnswer | undefined> {
    const { runbookId, standing } = action
    if (reload) this.forget(runbookId)
    const base = await this.view(runbookId, standing)
    checkThere(action, base)
    const draft = new RunbookDraft(base, action.actor, action.now)
    const result = await action.decide(draft)
    const { next, change, events } = draft.build()
    const answer = action.answer(next, result)
    if (events.length === 0) return standing.isRemembered ? undefined : answer
    const commit = commitRunbook(this.#database.writePool, {
      runbookId,
      seq: base.runbook.seq,
      change,
      events,
      answer: action.remember(answer),
      witness: standing.witness,
    }).then((seq) => {
      if (seq !== null) this.#keep(next)
      return seq
    })
    this.#committing.set(runbookId, commit)
    try {
      if ((await commit) === null) return undefined
    } finally {
      this.#committing.delete(runbookId)
    }
    this.#onCommit(runbookId, base.runbook.seq + 1, events)
    return answer
  }

  /** Once, on what is remembered. @throws {OutOfDate} when that does not hold, or cannot be held to in one statement */
  async #actRemembered<T>(action: Action<T>): Promise<CoreAnswer> {
    const answer = action.isLocked ? undefined : await this.#tryOnce(action, false)
    if (!answer) throw new OutOfDate()
    return answer
  }

  /**
   * With the row locked, so that nobody can be first: for actions of several statements, and after three lost races.
   *
   * @throws {OutOfDate} when the caller may do something else by now
   */
  async #actLocked<T>(action: Action<T>): Promise<CoreAnswer> {
    const { runbookId } = action
    this.forget(runbookId)
    const { answer, next, firstSeq, events } = await this.#database.writes
      .transaction()
      .execute(async (trx) => {
        await sql`select 1 from runbook where id = ${runbookId} for no key update`.execute(trx)
        if (action.standing.witness) await checkStillJudged(trx, action.standing.witness)
        const base = await loadSnapshot(
          trx,
          runbookId,
          await this.#directories.at(action.standing.instanceRevision),
        )
        if (!base) throw refuse('not_found', { type: 'runbook', id: String(runbookId) })
        checkThere(action, base)
        const draft = new RunbookDraft(base, action.actor, action.now)
        const result = await action.decide(draft, trx)
        const built = draft.build()
        const answer = action.answer(built.next, result)
        if (built.events.length > 0) {
          await commitRunbookIn(trx, {
            runbookId,
            seq: base.runbook.seq,
            change: built.change,
            events: built.events,
            answer: action.remember(answer),
          })
        }
        await action.afterwards?.(trx)
        return { answer, next: built.next, firstSeq: base.runbook.seq + 1, events: built.events }
      })
    this.#keep(next)
    if (events.length > 0) this.#onCommit(runbookId, firstSeq, events)
    return answer
  }

  #fresh(id: number, seq: number, instanceRevision: number): Snapshot | undefined {
    const kept = this.#kept.get(id)
    if (!kept || kept.snapshot.runbook.seq < seq || kept.snapshot.directory.revision < instanceRevision)
      return undefined
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    return kept.snapshot
  }

  async #load(id: number, instanceRevision: number): Promise<Snapshot | undefined> {
    const under = this.#loading.get(id)
    if (under) return under
    const load = (async () => {
      const snapshot = await loadSnapshot(this.#database.db, id, await this.#directories.at(instanceRevision))
      if (snapshot) this.#keep(snapshot)
      return snapshot
    })()
    this.#loading.set(id, load)
    try {
      return await load
    } finally {
      this.#loading.delete(id)
    }
  }

  #keep(snapshot: Snapshot): void {
    const { id, seq } = snapshot.runbook
    const old = this.#kept.get(id)
    if (old && (old.snapshot.runbook.seq > seq || isOlder(old.snapshot, snapshot))) return
    this.forget(id)
    const kept = { snapshot, bytes: weigh(snapshot) }
    this.#kept.set(id, kept)
    this.#bytes += kept.bytes
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= BUDGET_BYTES || oldest === id) break
      this.forget(oldest)
    }
  }
}

/**
 * What was seen of a runbook before may be older than its archive: what counts is the state that is changed.
 *
 * @throws {AppError} 404 `not_found`
 */
function checkThere(
  { runbookId, seesArchived = false }: Pick<Action<unknown>, 'runbookId' | 'seesArchived'>,
  { runbook }: Snapshot,
): void {
  if (runbook.archived_at !== null && !seesArchived)
    throw refuse('not_found', { type: 'runbook', id: String(runbookId) })
}

/** True when a snapshot of the same sequence has an older directory than the one that is kept. */
function isOlder(kept: Snapshot, { runbook, directory }: Snapshot): boolean {
  return kept.runbook.seq === runbook.seq && kept.directory.revision > directory.revision
}
