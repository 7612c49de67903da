import { LAST_INSTANT_MS } from '@runsheet/contract'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'
import type { ChainReport } from './verify-chains.ts'

/** What somebody changed need not be an instant that can be written. */
const isWritable = (ms: number) => ms >= 0 && ms <= LAST_INSTANT_MS

export function renderAuditChain({ chain, events, last, lastAt, broken }: ChainReport): Rendered {
  return {
    type: 'audit_chain',
    id: String(chain),
    attributes: {
      events_count: events,
      last_sequence: last?.seq ?? null,
      last_hash: last?.hash ?? null,
      last_event_at: lastAt !== undefined && isWritable(lastAt) ? wireTime(lastAt) : null,
      intact: broken === undefined,
      broken_sequence: broken?.seq ?? null,
      broken_reason: broken?.reason ?? null,
    },
    relationships: {
      runbook: chain === 0 ? { data: null } : one('runbook', chain, `/core/runbooks/${chain}`),
    },
    links: {},
  }
}
