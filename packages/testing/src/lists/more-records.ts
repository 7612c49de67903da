import { type Endpoint, type EndpointName, endpoints, exampleRequest } from '@runsheet/contract'
import { dataOf, type Planner, plannerOf, writeOf } from '../planning/index.ts'
import { addPerson, buildRunbook, joinRunbook, testRunbook } from '../runbooks/index.ts'
import { type Document, type TestServer, trySignIn } from '../server/index.ts'

/** What a list lies in: ids by the name of the path parameter. */
export type Places = Readonly<Record<string, string>>

/** Adds one more record to a list. @param n makes it another one than those before */
export type AddRecord = (server: TestServer, places: Places, n: number) => Promise<unknown>

const runbookOf = (server: TestServer, places: Places) => testRunbook(server, places['runbook_id'] ?? '')

const addTask: AddRecord = (server, places, n) => runbookOf(server, places).addTask({ name: `Task ${n}` })

/** Runs a plan as far as its first moment, and has it ready for the next run: one run and one version more. */
const addRun: AddRecord = async (server, places) => {
  const runbook = runbookOf(server, places)
  for (const verb of ['start', 'cancel', 'return_to_planning']) dataOf(await runbook.run(verb))
}

/** How a record comes into lists that are not written to at their own path, or whose example does not do. */
const byHand: Partial<Record<EndpointName, AddRecord>> = {
  listRuns: addRun,
  listRunbookVersions: addRun,
  listFindings: addTask,
  listActionLogs: addTask,
  listActivities: addTask,
  listSessions: (server) => trySignIn(server),
  listSessionsOfUser: (server) => trySignIn(server),
  listUsers: (server) => addPerson(server, undefined),
  // Each with the role that a token needs.
  listRoles: (server) => addPerson(server, undefined),
  listCustomFields: (server, _places, n) => plannerOf(server).makeField({ name: `field ${n}` }),
  async listCustomFieldUsers(server, places, n) {
    const field = { name: `witness ${n}`, field_type: 'user', apply_to: 'runbook_add_edit' }
    const custom_field = await plannerOf(server).makeField(field)
    const links = { custom_field, runbook: places['runbook_id'] ?? '', user: '1' }
    const link = writeOf('custom_field_user', {}, links)
    return dataOf(await server.send('POST', '/core/custom_field_users', link))
  },
  async listRunbookUsers(server, places) {
    const person = await addPerson(server, undefined)
    return joinRunbook(server, runbookOf(server, places), person.id)
  },
  async listRunbookTeams(server, places, n) {
    const path = `/core/runbooks/${places['runbook_id']}/runbook_teams`
    return dataOf(await server.send('POST', path, writeOf('runbook_team', { name: `0${n}-team` })))
  },
  // Nothing delivers yet; what a delivery is kept as is there.
  listEventDeliveries: (server, places) =>
    server.core.database.writes
      .insertInto('event_delivery')
      .values({
        event_integration_id: Number(places['event_integration_id']),
        event_id: 1,
        event_type: 'run.started',
        status: 'waiting',
        response_status: null,
        error: null,
      })
      .execute(),
  async listMyTasks(server) {
    const runbook = await buildRunbook(server, { tasks: [{ assignees: ['1'] }] })
    return dataOf(await runbook.run('start'))
  },
}

/** How one more record comes into a list: by the endpoint that creates at its path, unless it is said by hand. */
export function addingTo(name: string): AddRecord | undefined {
  const own = byHand[name as EndpointName]
  if (own) return own
  const list = (endpoints as Readonly<Record<string, Endpoint>>)[name]
  const made = Object.entries<Endpoint>(endpoints).find(
    ([, { method, path, answer }]) => method === 'POST' && path === list?.path && answer.kind === 'resource',
  )
  if (!made) return undefined
  const [creating, endpoint] = made
  return async (server, places, n) => {
    const body = await bodyOf(creating, endpoint, plannerOf(server), n)
    const { status, document } = await server.send('POST', pathWith(endpoint, places), body)
    if (status !== 201)
      throw new Error(`say by hand how a record comes into ${name}: ${JSON.stringify(document['errors'])}`)
  }
}

/** The path of an endpoint with ids in its places. */
export function pathWith({ path }: Endpoint, places: Places): string {
  return path.replaceAll(/:(\w+)/g, (_place, name: string) => places[name] ?? '0')
}

/** Members that must be unique, and begin with a zero: sorted by name, what is new comes first. */
const unique = new Set(['name', 'key', 'label', 'email', 'unique_id'])

/** The example of a create with what it must have, and nothing else. */
async function bodyOf(name: string, endpoint: Endpoint, plan: Planner, n: number): Promise<Document> {
  const { data } = exampleRequest(name, endpoint) as Document
  const { attributes, relationships } = endpoint.resource
  const written = Object.entries<unknown>(data.attributes ?? {}).filter(
    ([member]) => attributes[member]?.required,
  )
  const linked = Object.entries<Document>(data.relationships ?? {}).filter(
    ([member]) => relationships[member]?.required || member === 'workspace',
  )
  return {
    data: {
      type: data.type,
      attributes: Object.fromEntries(
        written.map(([member, value]) => [member, unique.has(member) ? `0${n}-${String(value)}` : value]),
      ),
      relationships: Object.fromEntries(
        await Promise.all(
          linked.map(async ([member, { data: to }]) => [
            member,
            { data: { type: to.type, id: to.type === 'workspace' ? await plan.makeWorkspace() : to.id } },
          ]),
        ),
      ),
    },
  }
}
