import { CORE_VERSION, type CoreClient } from '@runsheet/contract'
import type { Logger } from 'pino'
import { countProcesses } from './api-processes/count-processes.ts'
import { forgetUploads } from './data-sources/upload-queries.ts'
import { type Database, openDatabase } from './db/database.ts'
import { Ids } from './db/ids.ts'
import { DirectoryStore } from './directory/directory.ts'
import { dispatch } from './dispatch/dispatch.ts'
import type { Services } from './dispatch/services.ts'
import { RememberedAnswers } from './idempotency/remembered-answers.ts'
import { InstanceQueue } from './instance/instance-queue.ts'
import { expectedEnd } from './live/clock-drift.ts'
import { LiveHub } from './live/live-hub.ts'
import { type MailSettings, openMail } from './mail/mail.ts'
import { sendDueMail } from './mail/send-due-mail.ts'
import { forgetLinks } from './passwords/password-link-queries.ts'
import { AccessStore } from './people/access-store.ts'
import { HotReads } from './people/hot-reads.ts'
import { KnownCallers } from './people/known-callers.ts'
import { LastUse } from './people/last-use.ts'
import { RunbookStore } from './runbooks/runbook-store.ts'
import { secretsOf } from './secrets/secrets.ts'
import { forgetSessions } from './sessions/session-queries.ts'
import { forgetFailures } from './sessions/sign-in-delay.ts'
import { lookRepeatedly } from './timers/look-repeatedly.ts'
import { wakeDue } from './timers/wake-runbooks.ts'

const FORGET_EVERY_MS = 3_600_000

export interface CoreOptions {
  readonly connectionString: string
  readonly log: Logger
  /** Whether this process does what the clock asks for and sends mail; with several, any of them may. */
  readonly timers?: boolean
  /** The key of the instance, the same for all of its processes: 64 hexadecimal characters. */
  readonly secretKey: string
  /** Whether events may be sent to private addresses, and without TLS. */
  readonly letsPrivateWebhooks?: boolean
  /** Without it no mail is sent. */
  readonly mail?: MailSettings | undefined
  /** The longest life of a token; without a limit when absent. */
  readonly tokenDays?: number | undefined
}

/** Core: who calls, what they may do, and what becomes of it. */
export interface Core {
  readonly client: CoreClient
  readonly database: Database
  readonly services: Services
  readonly version: string
  close(): Promise<void>
}

/** Puts a Core together on a migrated database; nothing is connected before it is needed. */
export function createCore({
  connectionString,
  log,
  timers = true,
  secretKey,
  mail,
  tokenDays,
  letsPrivateWebhooks = false,
}: CoreOptions): Core {
  const database = openDatabase(connectionString)
  const directories = new DirectoryStore(database.db)
  const live = new LiveHub(database, log, (id, seq, now) => expectedEnd(services.runbooks, id, seq, now))
  const answers = new RememberedAnswers(database)
  const services: Services = {
    database,
    directories,
    runbooks: new RunbookStore(database, directories, (runbookId, firstSeq, events) =>
      live.committed(runbookId, firstSeq, events),
    ),
    hotReads: new HotReads(database.reads),
    instanceQueue: new InstanceQueue(),
    access: new AccessStore(database.db),
    callers: new KnownCallers(),
    lastUse: new LastUse(database.writes, log),
    ids: new Ids(database.db),
    answers,
    live,
    mail: mail && openMail(mail),
    secretKey,
    tokenDays,
    secrets: secretsOf(secretKey),
    letsPrivateWebhooks,
    log,
  }
  const timer = timers ? lookRepeatedly('due runbooks', () => wakeDue(services), log) : undefined
  const sender = timers && mail ? lookRepeatedly('due mail', () => sendDueMail(services), log) : undefined
  const forgetting = setInterval(
    () =>
      void Promise.all([
        answers.forgetOld(),
        forgetSessions(database.writes),
        forgetFailures(database.writes),
        forgetLinks(database.writes),
        forgetUploads(database.writes),
      ]).catch((error: unknown) => log.warn({ err: error }, 'what is old could not be forgotten')),
    FORGET_EVERY_MS,
  )
  forgetting.unref()
  const client: CoreClient = {
    call: (call, signal) => dispatch(services, call, signal),
    countProcesses: (apiId) => countProcesses(database.writes, apiId),
    async ready() {
      try {
        await database.reads.query({ name: 'ready', text: 'select 1 as one' }, [])
        return true
      } catch {
        return false
      }
    },
  }
  return {
    client,
    database,
    services,
    version: CORE_VERSION,
    async close() {
      clearInterval(forgetting)
      await timer?.close()
      await sender?.close()
      await live.close()
      await services.lastUse.close()
      await database.close()
    },
  }
}
