import { type Answer, type Browser, dataOf, type TestServer } from '@runsheet/testing'
import { codeAt } from './totp.ts'

/** The authenticator of somebody: shows a code that was not used yet. */
export interface Authenticator {
  readonly secret: string
  /** The code of a step that was not shown before: this one, or the next, which is taken a little early. */
  code(): string
}

const STEP_MS = 30_000

/** Whoever holds a secret. @param used the newest step whose code was used */
export function authenticatorOf(secret: string, used = 0): Authenticator {
  let newest = used
  return {
    secret,
    code() {
      newest = Math.max(newest + 1, Math.floor(Date.now() / STEP_MS))
      return codeAt(secret, newest * STEP_MS)
    },
  }
}

const path = '/core/me/second_factor'

/** Gives somebody a second factor over the API. @returns the authenticator and the recovery codes */
export async function addSecondFactor(
  browser: Browser,
  current_password: string,
): Promise<{ authenticator: Authenticator; recoveryCodes: readonly string[]; cookie: string }> {
  const begun = dataOf(await browser.send('POST', path, { meta: { current_password } }))
  const secret = begun['attributes'].secret as string
  const { step, confirmed } = await confirm(browser, secret)
  return {
    authenticator: authenticatorOf(secret, step - 1),
    recoveryCodes: dataOf(confirmed)['attributes'].recovery_codes as string[],
    cookie: confirmed.headers.get('set-cookie')?.split(';')[0] ?? browser.cookie,
  }
}

/** The step before this one is free as well, and taken a little late: this one and the next stay for what follows. */
async function confirm(browser: Browser, secret: string): Promise<{ step: number; confirmed: Answer }> {
  for (;;) {
    const step = Math.floor(Date.now() / STEP_MS)
    const code = codeAt(secret, (step - 1) * STEP_MS)
    const confirmed = await browser.send('PATCH', path, { meta: { code } })
    // On the way it may have become too late.
    if (confirmed.status === 200 || Math.floor(Date.now() / STEP_MS) === step) return { step, confirmed }
  }
}

/** As if the codes that were used had been so long ago: each code of now is good again. */
export async function forgetSteps(server: TestServer): Promise<void> {
  await server.core.database.writes.updateTable('second_factor').set({ last_step: 0 }).execute()
}
