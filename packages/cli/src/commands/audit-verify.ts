import {
  type AnchorReport,
  anchorReasons,
  brokenReasons,
  checkAnchors,
  listAnchors,
  verifyAudit,
} from '@runsheet/core'
import type { Store } from '../database/open-store.ts'
import { databaseSettingNames, withExistingStore } from '../database/with-database.ts'
import { anchorsIn } from '../serving/keep-anchored.ts'
import { getSecretKey } from '../serving/secret-key.ts'
import type { Settings } from '../settings/settings.ts'
import { complain, say, sayJson } from '../terminal/terminal.ts'
import type { Command } from './command.ts'

/** Follows the hash chains of the event log, and compares it with its anchors. */
export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Check that nothing in the event log was changed or removed',
  options: {
    anchors: {
      value: 'folder',
      meaning: 'Anchors to compare the log with (default anchors in the data folder)',
    },
    json: { meaning: 'Answer as JSON, with the head of every chain' },
  },
  settings: [...databaseSettingNames, 'secretKey'],
  async run({ options, settings }) {
    const { chains, anchored } = await withExistingStore(settings, async (store) => ({
      anchored: await compareAnchors(store, options['anchors'], settings),
      chains: await verifyAudit(store),
    }))
    if (options['json']) sayJson({ ...chains, anchors: anchored.anchors, brokenAnchors: anchored.broken })
    else {
      for (const { chain, seq, reason } of chains.broken)
        complain(`${nameOf(chain, seq)}: ${brokenReasons[reason]}.`)
      for (const { file, chain, seq, reason } of anchored.broken) {
        const event = chain === undefined ? '' : `, ${nameOf(chain, seq)}`
        complain(`Anchor ${file}${event}: ${anchorReasons[reason]}.`)
      }
      say(`Chains: ${chains.chains}, events: ${chains.events}, broken: ${chains.broken.length}`)
      say(`Anchors: ${anchored.anchors}, broken: ${new Set(anchored.broken.map(({ file }) => file)).size}`)
    }
    return chains.broken.length + anchored.broken.length > 0 ? 1 : 0
  },
}

/** A folder that is named must be there; the one of the data folder comes with the first anchor. No anchor needs no key. */
async function compareAnchors(
  store: Store,
  folder: string | undefined,
  settings: Settings,
): Promise<AnchorReport> {
  const directory = folder ?? anchorsIn(settings)
  const files = await listAnchors(directory).catch((error: NodeJS.ErrnoException) => {
    if (folder !== undefined || error.code !== 'ENOENT') throw error
    return []
  })
  if (files.length === 0) return { anchors: 0, broken: [] }
  return checkAnchors(store, { directory, secretKey: await getSecretKey(settings) })
}

function nameOf(chain: number, seq: number | undefined): string {
  return `${chain === 0 ? 'Instance' : `Runbook ${chain}`}, event ${seq}`
}
