import { createHash } from 'node:crypto'
import { AppError, problem } from '@runsheet/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'

/** How long attempts have to wait after failures: not at all at first, then for a while, and twice as long each time. */
interface Patience {
  readonly freeFailures: number
  readonly firstSeconds: number
  readonly longestSeconds: number
  /** After so long without a failure all is forgotten. */
  readonly forgottenAfterSeconds: number
}

/** Short at its longest: others may share the network, and guess there. */
const ofAccount: Patience = {
  freeFailures: 3,
  firstSeconds: 1,
  longestSeconds: 30,
  forgottenAfterSeconds: 900,
}
/** Many people may come from one network. */
const ofNetwork: Patience = {
  freeFailures: 20,
  firstSeconds: 1,
  longestSeconds: 300,
  forgottenAfterSeconds: 3600,
}
/** Long, because there are a million codes only; nobody comes here without the password. */
const ofCodes: Patience = {
  freeFailures: 5,
  firstSeconds: 1,
  longestSeconds: 3600,
  forgottenAfterSeconds: 86_400,
}
/** Each is a mail to somebody who may not have asked for it. */
const ofResets: Patience = {
  freeFailures: 3,
  firstSeconds: 60,
  longestSeconds: 900,
  forgottenAfterSeconds: 3600,
}

/** Who tries to get in, and from where. */
export interface Attempt {
  readonly email: string
  readonly address: string
  /** The person has signed in from there lately: then failures of others there do not make the person wait. */
  readonly isKnownAddress: boolean
}

/** What failures are counted of. */
interface Subject {
  readonly name: string
  readonly patience: Patience
}

/** Of an account nothing readable is kept. It need not exist: so waiting does not tell which do. */
const hashOf = (email: string) => createHash('sha256').update(email.toLowerCase()).digest('base64')

/** Counted apart for each network, so that nobody elsewhere can make the person wait. */
const accountOf = ({ email, address }: Attempt): Subject => ({
  name: `account ${hashOf(email)} from ${networkOf(address)}`,
  patience: ofAccount,
})

const networkSubject = ({ address }: Pick<Attempt, 'address'>): Subject => ({
  name: `network ${networkOf(address)}`,
  patience: ofNetwork,
})

const subjectsOf = (attempt: Attempt): Subject[] =>
  attempt.isKnownAddress ? [accountOf(attempt)] : [networkSubject(attempt), accountOf(attempt)]

/** Of all networks together: a code is short, and whoever guesses at it may have many. Known networks are apart. */
const codesOf = ({ email, address, isKnownAddress }: Attempt): Subject => ({
  name: `code ${hashOf(email)}${isKnownAddress ? ` from ${networkOf(address)}` : ''}`,
  patience: ofCodes,
})

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
function count({ name, patience }: Subject, from: RawBuilder<unknown>): RawBuilder<unknown> {
  const { freeFailures, firstSeconds, longestSeconds, forgottenAfterSeconds } = patience
  const failures = sql`case when f.failed_at < clock_timestamp() - make_interval(secs => ${forgottenAfterSeconds})
    then 1 else f.failures + 1 end`
  const seconds = sql`least(${longestSeconds}, ${firstSeconds} * power(2, least(${failures} - ${freeFailures} - 1, 20)))`
  return sql`insert into sign_in_failure as f (subject, failures, failed_at, waits_until)
    select ${name}, 1, clock_timestamp(), clock_timestamp() ${from}
    on conflict (subject) do update set failures = ${failures}, failed_at = clock_timestamp(),
      waits_until = clock_timestamp() + case when ${failures} <= ${freeFailures} then interval '0'
        else make_interval(secs => ${seconds}) end
    where f.waits_until <= clock_timestamp()
    returning f.subject`
}

/**
 * Counts a failure of several subjects in one statement, each only when those before it need not wait.
 *
 * @returns the instant, milliseconds since the epoch, by the database
 * @throws {AppError} 429 `rate_limited` while one of them has to wait
 */
async function countFailure(db: Db | Trx, [first, second]: readonly Subject[]): Promise<number> {
  if (!first) throw new Error('a failure is of something')
  const then = second ? sql`, other as (${count(second, sql`where exists (select from one)`)})` : sql``
  const last = second ? sql`other` : sql`one`
  const names = [first.name, second?.name ?? first.name]
  const { rows } = await sql<{ passes: boolean; waits: number | null; now: number }>`
    with one as (${count(first, sql``)})${then}
    select exists (select from ${last}) as passes, clock_timestamp() as now,
      (select ceil(extract(epoch from max(waits_until) - clock_timestamp()))::integer from sign_in_failure
       where subject = any(${names})) as waits`.execute(db)
  const [row] = rows
  if (row?.passes) return row.now
  const retry_after = Math.max(1, row?.waits ?? 1)
  throw new AppError(problem('rate_limited', { retry_after }), {
    headers: { 'retry-after': String(retry_after) },
  })
}

/**
 * Counts an attempt with a password as a failure until it is known better, so that of many at once no more pass than one
 * after another. A network that has to wait does not make the account wait longer.
 *
 * @returns the instant, milliseconds since the epoch, by the database
 * @throws {AppError} 429 `rate_limited` while account or network have to wait
 */
export function countAttempt(db: Db, attempt: Attempt): Promise<number> {
  return countFailure(db, subjectsOf(attempt))
}

/**
 * The same for the code of a second factor, after the password was right.
 *
 * @throws {AppError} 429 `rate_limited`
 */
export function countCode(db: Db, attempt: Attempt): Promise<number> {
  return countFailure(db, [codesOf(attempt)])
}

/**
 * The same for a wish for a link. It is no failure, and never forgiven.
 *
 * @throws {AppError} 429 `rate_limited`
 */
export function countReset(db: Db, { email, address }: Omit<Attempt, 'isKnownAddress'>): Promise<number> {
  return countFailure(db, [
    { name: `reset from ${networkOf(address)}`, patience: ofNetwork },
    { name: `reset ${hashOf(email)}`, patience: ofResets },
  ])
}

/**
 * The same for an invitation of somebody again, whoever asks for it: in its transaction, so that one that is refused does
 * not count.
 *
 * @throws {AppError} 429 `rate_limited`
 */
export async function countInvitation(trx: Trx, email: string): Promise<void> {
  await countFailure(trx, [{ name: `invitation ${hashOf(email)}`, patience: ofResets }])
}

/** This attempt was none: neither right nor wrong. Other failures stay. */
export async function undoAttempt(db: Db | Trx, attempt: Attempt): Promise<void> {
  await takeBack(db, subjectsOf(attempt))
}

/** The attempt was right: the account starts afresh; the network keeps its other failures. */
export async function forgiveAttempt(db: Db | Trx, attempt: Attempt): Promise<void> {
  if (!attempt.isKnownAddress) await takeBack(db, [networkSubject(attempt)])
  await forget(db, accountOf(attempt))
}

/** The code was right. */
export function forgiveCodes(db: Db | Trx, attempt: Attempt): Promise<void> {
  return forget(db, codesOf(attempt))
}

async function takeBack(db: Db | Trx, subjects: readonly Subject[]): Promise<void> {
  await sql`update sign_in_failure set failures = greatest(0, failures - 1), waits_until = clock_timestamp()
    where subject = any(${subjects.map(({ name }) => name)})`.execute(db)
}

async function forget(db: Db | Trx, { name }: Subject): Promise<void> {
  await sql`delete from sign_in_failure where subject = ${name}`.execute(db)
}

/** Forgets failures that count no more. */
export async function forgetFailures(db: Db): Promise<void> {
  await sql`delete from sign_in_failure where failed_at < now() - interval '1 day'`.execute(db)
}
