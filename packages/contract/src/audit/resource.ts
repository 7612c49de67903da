import { Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Flag, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

/** Why a link of a hash chain does not hold. */
export const brokenReasons = [
  'event_missing',
  'instant_earlier',
  'hash_differs',
  'tail_missing',
  'beyond_head',
  'head_differs',
] as const
export type BrokenReason = (typeof brokenReasons)[number]

export const auditChain = defineResource({
  type: 'audit_chain',
  summary: 'A hash chain of the event log, verified while it is read; its id is that of its runbook, or 0',
  attributes: {
    events_count: readOnly(Type.Integer()),
    last_sequence: readOnly(nullable(Type.Integer()), { note: 'Of its last event.' }),
    last_hash: readOnly(nullable(Type.String()), { note: 'Of its last event, in hex.' }),
    last_event_at: readOnly(nullable(Timestamp)),
    intact: readOnly(Flag, { note: 'Every link holds.' }),
    broken_sequence: readOnly(nullable(Type.Integer()), { note: 'The first event that does not hold.' }),
    broken_reason: readOnly(nullable(oneOf(...brokenReasons))),
  },
  relationships: { runbook: toOne('runbook', 'read', { note: 'Null for the chain of the instance.' }) },
})
