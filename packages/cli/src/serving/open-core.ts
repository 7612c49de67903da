import { type Core, type Credentials, createCore } from '@runsheet/core'
import type { Logger } from 'pino'
import { bringUpToDate } from '../database/bring-up-to-date.ts'
import { openStore } from '../database/open-store.ts'
import type { SettingName, Settings } from '../settings/settings.ts'
import { say } from '../terminal/terminal.ts'
import { firstStartSettingNames, prepareFirstStart } from './first-start.ts'
import { keepAnchored } from './keep-anchored.ts'
import { mailSettingsOf } from './mail-settings.ts'
import type { Opened } from './run-until-signal.ts'
import { findSecretKey } from './secret-key.ts'

/** The settings that a process with a Core takes as flags. */
export const coreSettingNames = [
  'dataDir',
  'databaseUrl',
  ...firstStartSettingNames,
  'secretKey',
  'webhookPrivate',
  'smtpUrl',
  'mailFrom',
  'tokenDays',
  'logLevel',
] as const satisfies readonly SettingName[]

/** A Core on its database, ready to answer. */
export interface OpenCore {
  readonly core: Core
  /** When they were made now. */
  readonly owner: Credentials | undefined
  readonly lost: Promise<string>
}

/** Opens the database, brings it up to date, makes what a first start needs, and puts Core on it; tells each step. */
export async function openCore(settings: Settings, log: Logger, opened: Opened): Promise<OpenCore> {
  const mail = mailSettingsOf(settings)
  const store = await openStore(settings, log)
  opened.add('database', () => store.close())
  say(`Database: ${store.place}`)
  const migrations = await bringUpToDate(store)
  say(`Migrations: ${migrations.length > 0 ? `${migrations.length} applied` : 'up to date'}`)
  const core = createCore({
    connectionString: store.connectionString,
    log,
    secretKey: await findSecretKey(settings),
    mail,
    tokenDays: settings.tokenDays,
    letsPrivateWebhooks: settings.webhookPrivate,
  })
  opened.add('Core', () => core.close())
  const owner = await prepareFirstStart(core, settings)
  const anchoring = await keepAnchored(store, settings, log)
  opened.add('anchors', () => anchoring.close())
  return { core, owner, lost: store.lost }
}
