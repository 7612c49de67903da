import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { Ids } from '../db/ids.ts'
import type { DirectoryStore } from '../directory/directory.ts'
import type { RememberedAnswers } from '../idempotency/remembered-answers.ts'
import type { InstanceQueue } from '../instance/instance-queue.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Mail } from '../mail/mail.ts'
import type { AccessStore } from '../people/access-store.ts'
import type { HotReads } from '../people/hot-reads.ts'
import type { KnownCallers } from '../people/known-callers.ts'
import type { LastUse } from '../people/last-use.ts'
import type { RunbookStore } from '../runbooks/runbook-store.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** What handlers work with; made once, when Core starts. */
export interface Services {
  readonly database: Database
  readonly directories: DirectoryStore
  readonly runbooks: RunbookStore
  readonly hotReads: HotReads
  /** Where actions on the instance wait for each other before any of them takes a connection. */
  readonly instanceQueue: InstanceQueue
  readonly access: AccessStore
  readonly callers: KnownCallers
  readonly lastUse: LastUse
  readonly ids: Ids
  readonly answers: RememberedAnswers
  readonly live: LiveHub
  /** Undefined while this server sends none. */
  readonly mail: Mail | undefined
  /** By which secrets are encrypted that have to be read again. */
  readonly secretKey: string
  /** The longest life of a token; undefined without a limit. */
  readonly tokenDays: number | undefined
  readonly secrets: Secrets
  /** Events may be sent into the own network, and without TLS. */
  readonly letsPrivateWebhooks: boolean
  readonly log: Logger
}
