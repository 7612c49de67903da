import type { Document, TestServer } from '@runsheet/testing'

/** The last events of the log of the instance and of all runbooks, the newest first. */
export async function lastEvents(server: Pick<TestServer, 'send'>, count: number): Promise<Document[]> {
  const { document } = await server.send('GET', `/core/action_logs?page[size]=${count}`)
  return (document['data'] as Document[]).map(({ attributes }) => attributes as Document)
}

/** Values by the internal name of their field. */
export function valuesOf({ attributes }: Document): Record<string, unknown> {
  const values = attributes.custom_field_values as { name: string; value: unknown }[]
  return Object.fromEntries(values.map(({ name, value }) => [name, value]))
}
