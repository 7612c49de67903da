import { createApi } from '@runsheet/api'
import { apiSettingNames, apiSettingsOf } from '../serving/api-settings.ts'
import { listenAt, urlOf } from '../serving/listen.ts'
import { coreSettingNames, openCore } from '../serving/open-core.ts'
import { runUntilSignal } from '../serving/run-until-signal.ts'
import { welcome } from '../serving/welcome.ts'
import { processLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Everything in one process: database, Core, timers, api. */
export const serve: Command = {
  name: 'serve',
  summary: 'Serve everything from one process, with its own database',
  settings: [...apiSettingNames, ...coreSettingNames],
  run({ settings }) {
    const log = processLog(settings)
    return runUntilSignal(log, async (opened) => {
      const { core, owner, lost } = await openCore(settings, log, opened)
      const api = await createApi({ core: core.client, settings: apiSettingsOf(settings), log })
      opened.add('api', () => api.drain())
      const { port } = await listenAt(settings.host, settings.port, () => api.listen())
      for (const line of welcome(settings, urlOf(settings.host, port, settings.basePath), owner)) say(line)
      return { lost }
    })
  },
}
