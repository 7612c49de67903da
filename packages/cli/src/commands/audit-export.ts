import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportAudit } from '@runsheet/core'
import { databaseSettingNames, withExistingStore } from '../database/with-database.ts'
import type { Command } from './command.ts'

/** The event log as a file for others to check. */
export const auditExport: Command = {
  name: 'audit export',
  summary: 'Write the event log as JSON lines, with what its hashes are made of',
  options: {
    output: { value: 'file', meaning: 'File to write, which must not be there; standard output when absent' },
  },
  settings: databaseSettingNames,
  async run({ options, settings }) {
    const { output } = options
    await withExistingStore(settings, async (store) => {
      const lines = Readable.from(exportAudit(store))
      if (output === undefined) await pipeline(lines, process.stdout, { end: false })
      else await pipeline(lines, createWriteStream(output, { flags: 'wx', mode: 0o600, flush: true }))
    })
    return 0
  },
}
