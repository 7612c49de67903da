import { createHash, randomInt } from 'node:crypto'

const HOW_MANY = 10
const CHARACTERS = 16
/** Without those that are taken for each other: 80 bits in 16 of them. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz0'

/** Ten codes such as `k7wq-2m9d-x4tz-8hrb`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const text = Array.from({ length: CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    return text.replace(/(.{4})(?!$)/g, '$1-')
  })
}

/** The form in which a code is stored: however it was written, in capitals, with blanks or without dashes. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256').update(plain(code)).digest()
}

/** True for what may be a recovery code, by its length. */
export function isRecoveryCode(code: string): boolean {
  return plain(code).length === CHARACTERS
}

const plain = (code: string) => code.toLowerCase().replace(/[^0-9a-z]/g, '')
