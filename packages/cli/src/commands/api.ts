import { createApi, httpCore } from '@runsheet/api'
import { apiSettingNames, apiSettingsOf } from '../serving/api-settings.ts'
import { listenAt, urlOf } from '../serving/listen.ts'
import { runUntilSignal } from '../serving/run-until-signal.ts'
import { processLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import { type Command, UsageError } from './command.ts'

/** The HTTP tier alone, in front of a Core elsewhere. */
export const api: Command = {
  name: 'api',
  summary: 'Serve the API alone, in front of a Core in another process',
  settings: [...apiSettingNames, 'coreUrl', 'logLevel'],
  async run({ settings }) {
    const { coreUrl, coreTimeoutMs, coreCalls } = settings
    if (coreUrl === undefined) throw new UsageError('api needs --core-url or RUNSHEET_CORE_URL.')
    const log = processLog(settings)
    return runUntilSignal(log, async (opened) => {
      const core = httpCore({ url: coreUrl, timeoutMs: coreTimeoutMs, callsAtMost: coreCalls, log })
      opened.add('connections to Core', () => core.close())
      const server = await createApi({ core, settings: apiSettingsOf(settings), log })
      opened.add('api', () => server.drain())
      const { port } = await listenAt(settings.host, settings.port, () => server.listen())
      say(`Core: ${coreUrl}${(await core.ready()) ? '' : ' (does not answer yet)'}`)
      say(`API: ${urlOf(settings.host, port, settings.basePath)}`)
      return { lost: new Promise<string>(() => undefined) }
    })
  },
}
