import { randomBytes } from 'node:crypto'
import { refuse } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Secrets } from '../secrets/secrets.ts'

export const UPLOAD_LIFE_MS = 15 * 60_000

/** What a signed address lets its holder do: put one file, in the name of who asked for it. */
export interface UploadGrant {
  readonly id: number
  readonly user_id: number
  readonly filename: string
  /** Milliseconds since the epoch. */
  readonly expires_at: number
}

const ID_BYTES = 6

/** A grant with an id that no other has: of 48 bits, so that JSON carries it exactly. */
export function newGrant(userId: number, filename: string, now: number): UploadGrant {
  const id = randomBytes(ID_BYTES).readUIntBE(0, ID_BYTES)
  return { id, user_id: userId, filename, expires_at: now + UPLOAD_LIFE_MS }
}

export function signGrant(secrets: Secrets, grant: UploadGrant): string {
  return secrets.sign(JSON.stringify(grant))
}

/**
 * The grant that a signature stands for.
 *
 * @param id that of the path, which must be the one that was signed
 * @throws {AppError} 403 `upload_refused`
 */
export function readGrant(secrets: Secrets, signature: string, id: number): UploadGrant {
  const text = secrets.readSigned(signature)
  // What this server signed is what it wrote.
  const grant = text === undefined ? undefined : (JSON.parse(text) as UploadGrant)
  if (grant?.id !== id) throw refuse('upload_refused', { reason: 'signature' }, { parameter: 'signature' })
  return grant
}

/**
 * Looks whether the right still stands: its time has not passed, and who asked for it is not archived.
 *
 * @throws {AppError} 403 `upload_refused`
 */
export async function checkStands(db: Db, { user_id, expires_at }: UploadGrant): Promise<void> {
  const { rows } = await sql<{ now: number }>`
    select now() as now from app_user where id = ${user_id} and archived_at is null`.execute(db)
  const now = rows[0]?.now
  if (now === undefined || expires_at <= now)
    throw refuse('upload_refused', { reason: 'expired' }, { parameter: 'signature' })
}
