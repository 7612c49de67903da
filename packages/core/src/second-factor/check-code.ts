import type { Trx } from '../db/database.ts'
import type { Services } from '../dispatch/services.ts'
import { openText, sealText } from '../secrets/sealed-text.ts'
import { hashRecoveryCode, isRecoveryCode } from './recovery-codes.ts'
import { useRecoveryCode, useStep } from './second-factor-queries.ts'
import { stepOf } from './totp.ts'

const PURPOSE = 'runsheet second factor'

/** The secret of an authenticator, as it is kept. */
export function sealSecret({ secretKey }: Pick<Services, 'secretKey'>, secret: string): string {
  return sealText(secret, { secret: secretKey, purpose: PURPOSE })
}

/** @throws {Error} when it was kept with another key of the instance */
export function openSecret({ secretKey }: Pick<Services, 'secretKey'>, sealed: string): string {
  return openText(sealed, { secret: secretKey, purpose: PURPOSE })
}

/**
 * Uses a code of a person up: of the authenticator, or for recovery. Each is good for once, whoever comes first.
 *
 * @param sealed the secret of the authenticator, as it is kept
 * @param at milliseconds since the epoch
 * @returns what it was, or undefined when it is wrong or was used before
 */
export async function useCode(
  trx: Trx,
  services: Pick<Services, 'secretKey'>,
  { userId, sealed }: { userId: number; sealed: string },
  code: string,
  at: number,
): Promise<'code' | 'recovery code' | undefined> {
  if (isRecoveryCode(code))
    return (await useRecoveryCode(trx, userId, hashRecoveryCode(code), at)) ? 'recovery code' : undefined
  const step = stepOf(openSecret(services, sealed), code.replaceAll(/\s/g, ''), at)
  return step !== undefined && (await useStep(trx, userId, step)) ? 'code' : undefined
}
