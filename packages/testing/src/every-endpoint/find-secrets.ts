import type { Client } from 'pg'

/** Members that hold a secret by their name, whatever they are part of. */
const secretName = /password|secret|token|code|cookie/i
const SHORTEST = 8

/** The texts of a document that stand under the name of a secret. */
export function secretsIn(document: unknown): string[] {
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([name, value]) =>
    typeof value === 'string' && secretName.test(name) && value.length >= SHORTEST
      ? [value]
      : secretsIn(value),
  )
}

/**
 * Every place of the database where a secret stands in clear: as text, as bytes or in base64.
 *
 * @returns names of tables, each with what it gives away
 */
export async function findInDatabase(client: Client, secrets: readonly string[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const forms = secrets.flatMap((secret) => {
    const bytes = Buffer.from(secret)
    return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')]
  })
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ form: string }>(
      `select distinct form from unnest($1::text[]) form join ${name} t on strpos(t::text, form) > 0`,
      [forms],
    )
    found.push(...rows.map(({ form }) => `${name}: ${form}`))
  }
  return found
}
