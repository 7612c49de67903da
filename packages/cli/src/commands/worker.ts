import { createCore } from '@runsheet/core'
import { bringUpToDate } from '../database/bring-up-to-date.ts'
import { joinStore } from '../database/open-store.ts'
import { keepAnchored } from '../serving/keep-anchored.ts'
import { mailSettingNames, mailSettingsOf } from '../serving/mail-settings.ts'
import { runUntilSignal } from '../serving/run-until-signal.ts'
import { findSecretKey } from '../serving/secret-key.ts'
import { processLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** What the clock asks for, alone: any number may run beside each other and beside Cores. */
export const worker: Command = {
  name: 'worker',
  summary: 'Run the timers alone: fixed and scheduled starts, mail',
  settings: ['dataDir', 'databaseUrl', 'secretKey', ...mailSettingNames, 'logLevel'],
  run({ settings }) {
    const log = processLog(settings)
    return runUntilSignal(log, async (opened) => {
      const mail = mailSettingsOf(settings)
      const store = await joinStore(settings, log)
      opened.add('database', () => store.close())
      say(`Database: ${store.place}`)
      await bringUpToDate(store)
      const core = createCore({
        connectionString: store.connectionString,
        log,
        timers: true,
        secretKey: await findSecretKey(settings),
        mail,
      })
      opened.add('timers', () => core.close())
      const anchoring = await keepAnchored(store, settings, log)
      opened.add('anchors', () => anchoring.close())
      say(`Worker ${core.version}: watching the clock`)
      return { lost: store.lost }
    })
  },
}
