import { hash } from 'node:crypto'
import type { Credential } from '@runsheet/contract'

/** The form in which a token or the secret of a session is stored. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** A credential as it is looked for: secrets are not kept as they are, not even in memory. */
export interface HashedCredential {
  readonly kind: Credential['kind']
  readonly hash: Buffer
  /** Tells two of them apart, as text. */
  readonly key: string
}

export function hashedCredential({ kind, secret }: Credential): HashedCredential {
  const hash = hashToken(secret)
  return { kind, hash, key: `${kind} ${hash.toString('base64')}` }
}
