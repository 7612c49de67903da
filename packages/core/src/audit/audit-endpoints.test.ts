import {
  addPerson,
  type Document,
  dataOf,
  grantRole,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
} from '@runsheet/testing'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAudit, verifyAudit } from './index.ts'
import { connect, tamper } from './test-records.ts'

let server: TestServer
let client: Client
let plan: Planner
let runbook: string
let deleted: string

beforeAll(async () => {
  server = await startTestServer()
  client = await connect(server)
  plan = plannerOf(server)
  const workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  deleted = await plan.makeRunbook({}, { workspace })
  await server.send('DELETE', `/core/runbooks/${deleted}`)
})
afterAll(async () => {
  await client.end()
  await server.close()
})

const chains = async (query = '') =>
  (await server.send('GET', `/core/audit/chains${query}`)).document['data'] as Document[]

test('every chain is told with its head, verified; that of a deleted runbook, too', async () => {
  const { heads } = await verifyAudit(server)
  const listed = await chains()
  expect(listed.map(({ id }) => id as string)).toEqual(['0', runbook, deleted])
  expect(
    listed.map(({ id, attributes }) => ({
      chain: Number(id),
      seq: attributes.last_sequence as number,
      hash: attributes.last_hash as string,
    })),
  ).toEqual(heads)
  for (const { attributes } of listed)
    expect([attributes.intact, attributes.events_count]).toEqual([true, attributes.last_sequence])
  expect(listed.map(({ relationships }) => relationships.runbook.data?.id as string)).toEqual([
    undefined,
    runbook,
    deleted,
  ])
})

test('pages are of the chains that they show', async () => {
  const { document } = await server.send('GET', '/core/audit/chains?page[size]=1&page[number]=2')
  expect((document['data'] as Document[]).map(({ id }) => id as string)).toEqual([runbook])
  expect(document['meta'].page).toMatchObject({ total: 3, pages: 3 })
  expect(await chains('?page[number]=9')).toEqual([])
})

test('the first link that does not hold is named, of its chain only', async () => {
  await tamper(client, `update event set payload = payload || ' ' where chain_id = ${runbook} and seq = 2`)
  const listed = await chains()
  await tamper(client, `update event set payload = left(payload, -1) where chain_id = ${runbook} and seq = 2`)
  expect(
    listed.map(({ attributes }) => [
      attributes.intact as boolean,
      attributes.broken_sequence as number,
      attributes.broken_reason as string,
    ]),
  ).toEqual([
    [true, null, null],
    [false, 2, 'hash_differs'],
    [true, null, null],
  ])
  expect((await chains()).every(({ attributes }) => attributes.intact as boolean)).toBe(true)
})

/** Lines of JSON are no document. */
async function download(token: string) {
  const answer = await fetch(`${server.url}/core/audit/export`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: answer.status, headers: answer.headers, text: () => answer.text() }
}

test('the export is that of the command line, as a file', async () => {
  const { status, headers, ...answer } = await download(server.token)
  let text = ''
  for await (const line of exportAudit(server)) text += line
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="audit.jsonl"')
  expect(text.trimEnd().split('\n').length).toBeGreaterThan(5)
  expect(await answer.text()).toBe(text)
})

test('only who sees everything may ask', async () => {
  const { id, token, headers } = await addPerson(server, undefined)
  for (const path of ['/core/audit/chains', '/core/audit/export'])
    expect(refusals(await server.send('GET', path, undefined, headers))).toEqual(['insufficient_role'])
  await grantRole(server, id, 'global_stakeholder')
  expect((await download(token)).status).toBe(200)
  expect(dataOf(await server.send('GET', '/core/audit/chains', undefined, headers))).toHaveLength(3)
})
