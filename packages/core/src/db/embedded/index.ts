export { type DataDirLock, lockDataDir } from './data-dir-lock.ts'
export { EmbeddedPostgresError } from './embedded-postgres-error.ts'
export { findRunningServer } from './running-server.ts'
export type { ServerSettings } from './server-settings.ts'
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type Log,
  type ServerExit,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts'
