import { createHash } from 'node:crypto'
import { AppError, problem } from '@runsheet/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'

/** How long attempts have to wait after failures: not at all at first, then a second, and twice as long each time. */
interface Patience {
  readonly freeFailures: number
  readonly longestSeconds: number
  /** After so long without a failure all is forgotten. */
  readonly forgottenAfterSeconds: number
}

/** Short at its longest, or a stranger could keep somebody out by guessing. */
const ofAccount: Patience = { freeFailures: 3, longestSeconds: 30, forgottenAfterSeconds: 900 }
/** Many people may come from one address. */
const ofAddress: Patience = { freeFailures: 20, longestSeconds: 300, forgottenAfterSeconds: 3600 }

/** Who tries to sign in, and from where. */
export interface Attempt {
  readonly email: string
  readonly address: string
  /** The person has signed in from there before: it is counted apart, so that no stranger's guesses make the person wait. */
  readonly isKnownAddress: boolean
}

/** Also for accounts that do not exist, so that waiting does not tell which do. */
function accountOf({ email, address, isKnownAddress }: Attempt): string {
  const account = createHash('sha256').update(email.toLowerCase()).digest('base64')
  return `account ${account}${isKnownAddress ? ` from ${networkOf(address)}` : ''}`
}

const addressOf = ({ address }: Attempt) => `address ${networkOf(address)}`

/** An IPv6 caller usually has a whole /64 to choose from, so that counts as one address. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::', 2)
  const first = head === '' ? [] : head.split(':')
  const last = tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

/** Counts one more failure of a subject, unless it has to wait. */
function count(subject: string, from: RawBuilder<unknown>, patience: Patience): RawBuilder<unknown> {
  const { freeFailures, longestSeconds, forgottenAfterSeconds } = patience
  const failures = sql`case when f.failed_at < clock_timestamp() - make_interval(secs => ${forgottenAfterSeconds})
    then 1 else f.failures + 1 end`
  return sql`insert into sign_in_failure as f (subject, failures, failed_at, waits_until)
    select ${subject}, 1, clock_timestamp(), clock_timestamp() ${from}
    on conflict (subject) do update set failures = ${failures}, failed_at = clock_timestamp(),
      waits_until = clock_timestamp() + case when ${failures} <= ${freeFailures} then interval '0'
        else make_interval(secs => least(${longestSeconds}, power(2, least(${failures} - ${freeFailures} - 1, 20)))) end
    where f.waits_until <= clock_timestamp()
    returning f.subject`
}

/**
 * Counts an attempt as a failure until it is known better, so that of many at once no more pass than one after another.
 * An address that has to wait does not make the account wait longer.
 *
 * @returns the instant, milliseconds since the epoch, by the database
 * @throws {AppError} 429 `rate_limited` while account or address have to wait
 */
export async function countAttempt(db: Db, attempt: Attempt): Promise<number> {
  const [account, address] = [accountOf(attempt), addressOf(attempt)]
  const { rows } = await sql<{ passes: boolean; waits: number | null; now: number }>`
    with by_address as (${count(address, sql``, ofAddress)}),
      by_account as (${count(account, sql`where exists (select from by_address)`, ofAccount)})
    select exists (select from by_account) as passes, clock_timestamp() as now,
      (select ceil(extract(epoch from max(waits_until) - clock_timestamp()))::integer from sign_in_failure
       where subject in (${account}, ${address})) as waits`.execute(db)
  const [row] = rows
  if (row?.passes) return row.now
  const retry_after = Math.max(1, row?.waits ?? 1)
  throw new AppError(problem('rate_limited', { retry_after }), {
    headers: { 'retry-after': String(retry_after) },
  })
}

/** The password was right: the account starts afresh; the address keeps its other failures. */
export async function forgiveAttempt(db: Db | Trx, attempt: Attempt): Promise<void> {
  await sql`update sign_in_failure set failures = greatest(0, failures - 1), waits_until = clock_timestamp()
    where subject = ${addressOf(attempt)}`.execute(db)
  await sql`delete from sign_in_failure where subject = ${accountOf(attempt)}`.execute(db)
}

/** Forgets failures that count no more. */
export async function forgetFailures(db: Db): Promise<void> {
  await sql`delete from sign_in_failure where failed_at < now() - interval '1 day'`.execute(db)
}
