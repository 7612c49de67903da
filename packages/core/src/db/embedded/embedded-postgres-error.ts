/** The embedded PostgreSQL cannot be had; the message tells a person what to do, and needs no stack. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}
