import { randomBytes } from 'node:crypto'
import { plannerOf, writeOf } from '../planning/index.ts'
import { addPerson, grantRole, type TestPerson, testRunbook } from '../runbooks/index.ts'
import type { Document, TestServer } from '../server/index.ts'
import { makeWorld, type World } from './world.ts'

/** A word that stands in every text of what is hidden, and nowhere else. */
export const MARK = 'zqhidden7f3a'

/** Two workspaces that have nothing in common, and a person who has a role in the first only. */
export interface Tenants {
  readonly person: TestPerson
  /** What the person may see. */
  readonly own: World
  /** What is there for requests: the person's own first, what is hidden after it. */
  readonly world: World
  /** What is hidden as somebody reads it who may see it, without instants, which the clock moves. */
  readHidden(): Promise<readonly string[]>
  /** Types and ids of what is hidden, as `runbook 7`. */
  readonly hiddenKeys: ReadonlySet<string>
}

/** Kinds whose ids are counted over the whole instance: those of tasks begin anew in every runbook. */
const counted = ['workspace', 'folder', 'runbook', 'stream', 'run', 'runbook_user'] as const

/** @param common what the person may see as everybody may */
export async function makeTenants(server: TestServer, common: World): Promise<Tenants> {
  const [own, other] = [await makeWorld(server, common), await makeMarkedWorld(server, common)]
  const person = await addPerson(server, testRunbook(server, own['runbook']?.[0] ?? ''), 'runbook_admin')
  const [workspace = ''] = own['workspace'] ?? []
  for (const role of ['workspace_manager', 'workspace_runbook_creator'] as const)
    await grantRole(server, person.id, role, { type: 'workspace', id: workspace })
  const kinds = Object.keys(own).map((kind): [string, readonly string[]] => {
    const [first, ...more] = own[kind] ?? []
    const theirs = counted.some((known) => known === kind) ? (other[kind] ?? []) : []
    return [kind, [...(first === undefined ? [] : [first]), ...theirs.slice(0, 2), ...more]]
  })
  const [runbook = '', running = ''] = other['runbook'] ?? []
  const paths = [
    ...[runbook, running].flatMap((id) =>
      ['', '/tasks', '/streams', '/comments', '/runbook_users', '/runs'].map(
        (part) => `/core/runbooks/${id}${part}`,
      ),
    ),
    ...['', '/folders'].map((part) => `/core/workspaces/${other['workspace']?.[0]}${part}`),
  ]
  return {
    person,
    own,
    world: Object.fromEntries(kinds),
    readHidden: () => Promise.all(paths.map((path) => readStill(server, path))),
    hiddenKeys: new Set(counted.flatMap((kind) => (other[kind] ?? []).map((id) => `${kind} ${id}`))),
  }
}

async function readStill({ send }: TestServer, path: string): Promise<string> {
  const { status, document } = await send('GET', path)
  // The clock makes tasks late, and types of the instance stand with every workspace.
  const moving = ({ name, value }: { name: string; value: unknown }) =>
    name === 'is_late' || name === 'runbook_types' || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value))
  const still = (name: string, value: unknown) => (moving({ name, value }) ? null : value)
  return `${status} ${JSON.stringify(document, still)}`
}

/** A world in which every text has the mark. */
async function makeMarkedWorld(server: TestServer, common: World): Promise<World> {
  const world = await makeWorld(server, common)
  const plan = plannerOf(server)
  const key = `${MARK}-${randomBytes(4).toString('hex')}`
  const [workspace] = world['workspace'] ?? []
  await plan.change(`/core/workspaces/${workspace}`, { name: key, key, description: MARK })
  const folder = writeOf('folder', { name: MARK, description: MARK })
  await server.send('POST', `/core/workspaces/${workspace}/folders`, folder)
  for (const runbook of world['runbook'] ?? []) {
    const path = `/core/runbooks/${runbook}`
    await plan.change(path, { name: MARK, description: `<p>${MARK}</p>` })
    const comment = writeOf('comment', { content: MARK }, { task: '1' })
    await server.send('POST', `${path}/comments`, comment)
    for (const task of ['1', '2'])
      await plan.change(`${path}/tasks/${task}`, { name: MARK, description: MARK })
    for (const { id } of (await plan.get(`${path}/streams`)) as unknown as { id: string }[])
      await plan.change(`${path}/streams/${id}`, { name: MARK, description: MARK })
  }
  const start = { meta: { comms: 'off', run_type: 'rehearsal' } }
  await server.send('PATCH', `/core/runbooks/${world['runbook']?.[0]}/start`, start)
  return world
}

/** Everything in a document that says which resource it is: types and ids, at any depth. */
export function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, id } = value as Document
  const own = typeof type === 'string' && typeof id === 'string' ? [`${type} ${id}`] : []
  return [...own, ...Object.values(value).flatMap(keysIn)]
}
