import { createCore } from '@runsheet/core'
import { bringUpToDate } from '../database/bring-up-to-date.ts'
import { joinStore } from '../database/open-store.ts'
import { keepAnchored } from '../serving/keep-anchored.ts'
import { runUntilSignal } from '../serving/run-until-signal.ts'
import { processLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** What the clock asks for, alone: any number may run beside each other and beside Cores. */
export const worker: Command = {
  name: 'worker',
  summary: 'Run the timers alone: fixed and scheduled starts',
  settings: ['dataDir', 'databaseUrl', 'secretKey', 'logLevel'],
  run({ settings }) {
    const log = processLog(settings)
    return runUntilSignal(log, async (opened) => {
      const store = await joinStore(settings, log)
      opened.add('database', () => store.close())
      say(`Database: ${store.place}`)
      await bringUpToDate(store)
      const core = createCore({ connectionString: store.connectionString, log, timers: true })
      opened.add('timers', () => core.close())
      const anchoring = await keepAnchored(store, settings, log)
      opened.add('anchors', () => anchoring.close())
      say(`Worker ${core.version}: watching the clock`)
      return { lost: store.lost }
    })
  },
}
