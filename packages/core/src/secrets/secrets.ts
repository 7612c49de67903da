import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { openText, sealText } from './sealed-text.ts'

/** What the secret key of the instance is for in Core: secrets that are kept, and addresses that are handed out. */
export interface Secrets {
  /** Closes a secret for the database. */
  seal(text: string): Buffer
  /** @throws {Error} when it was sealed with the key of another instance, or changed */
  open(sealed: Buffer): string
  /** The text with its signature: `<base64url>.<base64url>`. */
  sign(text: string): string
  /** The text that was signed, or undefined when this instance did not sign it. */
  readSigned(signed: string): string | undefined
}

/** @param secret the key of the instance, the same for all of its processes */
export function secretsOf(secret: string): Secrets {
  const seal = { secret, purpose: 'runsheet stored secret' }
  const signing = Buffer.from(hkdfSync('sha256', secret, '', 'runsheet signed address', 32))
  const macOf = (text: string) => createHmac('sha256', signing).update(text).digest()
  return {
    seal: (text) => Buffer.from(sealText(text, seal), 'base64'),
    open: (sealed) => openText(sealed.toString('base64'), seal),
    sign: (text) => `${Buffer.from(text).toString('base64url')}.${macOf(text).toString('base64url')}`,
    readSigned(signed) {
      const [body = '', mac = ''] = signed.split('.')
      const text = Buffer.from(body, 'base64url').toString()
      const [sent, own] = [Buffer.from(mac, 'base64url'), macOf(text)]
      return sent.length === own.length && timingSafeEqual(sent, own) ? text : undefined
    },
  }
}
