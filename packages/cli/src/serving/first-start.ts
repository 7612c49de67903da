import { type Core, type Credentials, createOwner, loadDemo } from '@runsheet/core'
import type { SettingName, Settings } from '../settings/settings.ts'
import { say } from '../terminal/terminal.ts'

/** The settings that only the first start on a database reads. */
export const firstStartSettingNames = [
  'adminEmail',
  'adminPassword',
  'adminToken',
  'demo',
] as const satisfies readonly SettingName[]

/**
 * Makes the first user, and the example workspace, on a database without people.
 *
 * @returns the credentials that were made now
 */
export async function prepareFirstStart(core: Core, settings: Settings): Promise<Credentials | undefined> {
  const owner = await createOwner(core.database, {
    email: settings.adminEmail,
    password: settings.adminPassword,
    token: settings.adminToken,
    tokenDays: settings.tokenDays,
  })
  if (!owner) return undefined
  say(`First user: ${owner.email}, Owner`)
  if (settings.demo && (await loadDemo(core, owner.token))) say('Example workspace: loaded')
  return owner
}
