import { type Endpoint, endpoints } from '@runsheet/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Document, startTestServer, type TestServer } from '../server/index.ts'
import { type MatrixRequest, requestTo } from './matrix-request.ts'
import { buildMatrixWorld, type Ids, type MatrixWorld, reachesEverywhere } from './matrix-world.ts'
import { type Column, columns, readWhoMay, type Verdict } from './who-may.ts'

let server: TestServer
let world: MatrixWorld

beforeAll(async () => {
  server = await startTestServer()
  world = await buildMatrixWorld(server)
})
afterAll(() => server.close())

const whoMay = readWhoMay()

/** Endpoints about the caller alone, and those that anybody may call, are not a matter of roles. */
const judged = Object.entries<Endpoint>(endpoints).filter(
  ([name, { permission }]) =>
    permission !== 'public' && (!/^(?:account|token)\./.test(permission) || name === 'listAccess'),
)

test('every endpoint that is a matter of roles has a row, and no other', () => {
  expect([...whoMay.keys()].toSorted()).toEqual(judged.map(([name]) => name).toSorted())
})

/** What an answer says of the caller. In a body, what is not seen does not resolve. */
function verdictOf(status: number, errors: readonly Document[], isNamedInBody: boolean): Verdict | number {
  if (status === 403) return errors[0]?.['code'] === 'insufficient_role' ? 'x' : status
  if (status === 404) return '.'
  const isUnresolved = errors.some(
    ({ code, source }) => code === 'related_not_found' && !source?.pointer?.includes('type'),
  )
  if (isNamedInBody && status === 422 && isUnresolved) return '.'
  return status < 300 || status === 422 ? '+' : status
}

async function ask(column: Column, { method, path, body }: MatrixRequest, endpoint: Endpoint) {
  const { headers } = world.people[column]
  const isNamedInBody = endpoint.scopeIn === 'body'
  if (endpoint.answer.kind === 'stream') {
    const abort = new AbortController()
    const { status } = await fetch(`${server.url}${path}`, { headers, signal: abort.signal })
    abort.abort()
    return verdictOf(status, [], isNamedInBody)
  }
  const { status, document } = await server.send(method, path, body, headers)
  return verdictOf(status, (document['errors'] ?? []) as Document[], isNamedInBody)
}

/** The verdicts for all columns, as a row of the table. */
async function rowOf(
  name: string,
  endpoint: Endpoint,
  ids: Ids,
  query?: string,
): Promise<string | undefined> {
  const request = requestTo(name, endpoint, ids, query)
  if (!request) return undefined
  const verdicts = await Promise.all(columns.map((column) => ask(column, request, endpoint)))
  return verdicts.join(' ')
}

const wanted = (name: string, verdict: (own: Verdict, column: Column) => Verdict) =>
  columns
    .map((column) => verdict(whoMay.get(name)?.get(column) ?? '.', column))
    .join(' ')
    .replaceAll('o', 'x')

/** Everybody who manages people somewhere finds everybody. */
const findsEverybody = (column: Column) => reachesEverywhere(column) || column === 'workspace_manager'

const isPlaced = ({ path, scopeIn }: Endpoint) => path.includes('/:') || scopeIn === 'body'

test.each(judged)('%s', async (name, endpoint) => {
  const told: Record<string, string | undefined> = { here: await rowOf(name, endpoint, world.here) }
  const due: Record<string, string | undefined> = { here: wanted(name, (own) => own) }
  if (isPlaced(endpoint)) {
    const isOfPerson = endpoint.path.startsWith('/core/users/:')
    const reaches = isOfPerson ? findsEverybody : reachesEverywhere
    const hidden = (own: Verdict): Verdict => (endpoint.scopeIn === 'body' && own === 'x' ? 'x' : '.')
    told['elsewhere'] = await rowOf(name, endpoint, world.elsewhere)
    if (told['elsewhere'] !== undefined)
      due['elsewhere'] = wanted(name, (own, column) => (reaches(column) ? own : hidden(own)))
    // What was archived is there for nobody, but to restore it, or when it is asked for.
    const staysThere = endpoint.path.endsWith('/restore')
    told['archived'] = await rowOf(name, endpoint, world.archived)
    if (told['archived'] !== undefined)
      due['archived'] = wanted(name, (own) => (staysThere ? own : hidden(own)))
    if ('archived' in endpoint.query && endpoint.method === 'GET' && told['archived'] !== undefined) {
      told['archived, asked for'] = await rowOf(name, endpoint, world.archived, 'archived=true')
      due['archived, asked for'] = wanted(name, (own) => own)
    }
  }
  expect(Object.fromEntries(Object.entries(told).filter(([, row]) => row !== undefined))).toEqual(due)
})
