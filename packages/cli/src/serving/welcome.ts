import type { Credentials } from '@runsheet/core'
import type { Settings } from '../settings/settings.ts'

type Chosen = Pick<Settings, 'adminPassword' | 'adminToken' | 'publicUrl'>

/**
 * What a person reads when the server is ready: where it is, how to get in, what to try.
 *
 * @param url where this machine finds it
 * @param owner the credentials when they were made now: the only time that they can be shown
 */
export function welcome(chosen: Chosen, url: string, owner: Credentials | undefined): string[] {
  const isShown = owner !== undefined && chosen.adminToken === undefined
  return [
    '',
    'Runsheet is ready.',
    '',
    `  Address   ${chosen.publicUrl ?? url}`,
    ...(owner ? credentialLines(chosen, owner) : []),
    `  Try       curl -H "Authorization: Bearer ${isShown ? owner.token : '$RUNSHEET_TOKEN'}" ${url}/core/runbooks`,
    ...(owner ? [] : ['  No token  npm start -- token']),
    '',
    'Press Ctrl-C to stop.',
  ]
}

/** Login, password and token; what was chosen by whoever starts the program is not repeated. */
export function credentialLines({ adminPassword, adminToken }: Chosen, owner: Credentials): string[] {
  return [
    `  Login     ${owner.email}`,
    `  Password  ${adminPassword === undefined ? `${owner.password}  (shown only now)` : 'as in RUNSHEET_ADMIN_PASSWORD'}`,
    `  Token     ${adminToken === undefined ? `${owner.token}  (shown only now)` : 'as in RUNSHEET_ADMIN_TOKEN'}`,
  ]
}
