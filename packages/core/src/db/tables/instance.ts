import type { Generated } from 'kysely'
import type { Instant, Json } from './columns.ts'

export interface InstanceTable {
  id: Generated<boolean>
  revision: Generated<number>
  seq: Generated<number>
  last_event_at: Instant
  last_hash: Generated<Buffer>
  created_at: Instant
}

export interface EventTable {
  id: Generated<number>
  chain_id: number
  seq: number
  at: Instant
  actor_id: number
  request_id: string
  name: string
  workspace_id: number | null
  payload: string
  hash: Buffer
}

export interface IdempotencyTable {
  user_id: number
  key: string
  fingerprint: Buffer
  status: number
  headers: Json<Record<string, string>>
  body: string | null
  created_at: Instant
}
