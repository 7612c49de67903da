import { openText, sealText } from '../secrets/sealed-text.ts'

const PURPOSE = 'runsheet remembered answer'

/**
 * Closes the body of an answer that holds a secret, so that only a repeat by the same credential opens it.
 *
 * @param secret the caller's own token or session, of which the database has only the hash
 */
export function sealBody(body: string, secret: string): string {
  return sealText(body, { secret, purpose: PURPOSE })
}

/**
 * @throws {Error} when it was sealed with another secret, or changed
 */
export function openBody(sealed: string, secret: string): string {
  return openText(sealed, { secret, purpose: PURPOSE })
}
