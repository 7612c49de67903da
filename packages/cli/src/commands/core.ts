import { createCoreServer } from '@runsheet/api'
import { listenAt, urlOf } from '../serving/listen.ts'
import { coreSettingNames, openCore } from '../serving/open-core.ts'
import { runUntilSignal } from '../serving/run-until-signal.ts'
import { credentialLines } from '../serving/welcome.ts'
import { processLog } from '../terminal/process-log.ts'
import { say } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Core alone, for apis in other processes. Whoever reaches its port is believed to be an api: a private network, no more. */
export const core: Command = {
  name: 'core',
  summary: 'Serve Core alone, on a private network, for apis in other processes',
  settings: ['host', 'port', 'publicUrl', ...coreSettingNames],
  run({ settings }) {
    const log = processLog(settings)
    return runUntilSignal(log, async (opened) => {
      const { core, owner, lost } = await openCore(settings, log, opened)
      const server = createCoreServer({ core: core.client, log })
      opened.add('door of Core', () => server.drain())
      const { host } = settings
      const { port } = await listenAt(host, settings.port, () => server.listen({ host, port: settings.port }))
      say(`Core ${core.version}: ${urlOf(host, port, '/')}`)
      if (owner) for (const line of credentialLines(settings, owner)) say(line)
      return { lost }
    })
  },
}
