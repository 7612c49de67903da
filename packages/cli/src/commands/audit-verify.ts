import { brokenReasons, verifyAudit } from '@runsheet/core'
import { databaseSettingNames, withExistingStore } from '../database/with-database.ts'
import { complain, say, sayJson } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Follows the hash chains of the event log. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Check that nothing in the event log was changed or removed',
  options: { json: { meaning: 'Answer as JSON, with the head of every chain' } },
  settings: databaseSettingNames,
  async run({ options, settings }) {
    const report = await withExistingStore(settings, (store) => verifyAudit(store))
    if (options['json']) sayJson(report)
    else {
      for (const { chain, seq, reason } of report.broken) {
        complain(`${chain === 0 ? 'Instance' : `Runbook ${chain}`}, event ${seq}: ${brokenReasons[reason]}.`)
      }
      say(`Chains: ${report.chains}, events: ${report.events}, broken: ${report.broken.length}`)
    }
    return report.broken.length > 0 ? 1 : 0
  },
}
