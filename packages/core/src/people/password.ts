import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters of the library, which are those of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let decoy: Promise<string> | undefined

/**
 * Whether a password is the one that was stored. Where there is none, it takes as long as if there were.
 *
 * @param stored what `hashPassword` gave
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const isSame = await verify(stored ?? (await decoy), password)
  return isSame && stored !== null
}
