import { accessOf, type HeldRole, isAllowed, type Membership } from '@runsheet/domain'
import { type Measured, measure, send, startServer, TOKEN } from './load.ts'
import { document, expectStatus, makeRunbook } from './plans.ts'
import type { BenchRow } from './row.ts'

const HELD = 500
const CHECKS = 1_000_000
const READS = 12_000
const PARALLEL = 32

/** (i) What deciding costs who may do something: the decision alone, and a read by a participant beside the Owner's. */
export async function benchChecks(connectionString: string): Promise<BenchRow[]> {
  return [...benchDecisions(), await benchReader(connectionString)]
}

/** A participant of many runbooks with roles on as many workspaces, for whom every rule is gone through. */
function benchDecisions(): BenchRow[] {
  const ids = Array.from({ length: HELD }, (_, index) => index + 1)
  const roles = ids.map(
    (id): HeldRole => ({
      key: 'workspace_member',
      scope_type: 'workspace',
      scope_id: id,
      workspace_id: id,
    }),
  )
  const runbooks = new Map(
    ids.map((id): [number, Membership] => [id, { role: 'participant', streams: [], workspace_id: id }]),
  )
  const access = accessOf(1, roles, runbooks)
  let found = 0
  const look = (index: number) => (runbooks.has((index % HELD) + 1) ? 1 : 0)
  const nanoseconds = (check: (index: number) => number) => {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5; round += 1) {
      const before = performance.now()
      for (let index = 0; index < CHECKS; index += 1) found += check(index)
      best = Math.min(best, performance.now() - before)
    }
    return (best * 1e6) / CHECKS
  }
  const decision = (permission: 'task.progress' | 'task.update') => (index: number) => {
    const id = (index % HELD) + 1
    const scope = { workspace_id: id, folder_id: null, runbook_id: id, stream_ids: [1], is_assignee: true }
    return isAllowed(access, permission, scope) ? 1 : 0
  }
  const floor = nanoseconds(look)
  const rows = [['allowed', 'task.progress'] as const, ['refused', 'task.update'] as const].map(
    ([outcome, permission]): BenchRow => {
      const ours = nanoseconds(decision(permission))
      return {
        name: `(i) one decision, ${outcome}, of ${HELD} runbooks and workspaces`,
        ours: `${ours.toFixed(0)} ns`,
        floor: `${floor.toFixed(0)} ns`,
        ratio: ours / floor,
        target: 'shown',
      }
    },
  )
  if (found === 0) throw new Error('Nothing was decided.')
  return rows
}

async function benchReader(connectionString: string): Promise<BenchRow> {
  const serve = await startServer('serve', connectionString)
  const { id, workspace } = await makeRunbook(serve.port, 1_000)
  const token = await makeParticipant(serve.port, id, workspace)
  const get = (as?: string) =>
    measure(READS, PARALLEL, () =>
      expectStatus(send(serve.port, 'GET', `/core/runbooks/${id}/tasks/500`, undefined, as), 200),
    )
  const best = { owner: 0, participant: 0 }
  for (let round = 0; round < 3; round += 1) {
    best.owner = faster(best.owner, await get())
    best.participant = faster(best.participant, await get(token))
  }
  serve.stop()
  return {
    name: '(i) GET one task as a participant; floor: as the Owner, for whom nothing is looked up',
    ours: `${Math.round(best.participant)}/s`,
    floor: `${Math.round(best.owner)}/s`,
    ratio: best.participant / best.owner,
    target: 'shown',
  }
}

const faster = (best: number, { perSecond }: Measured) => Math.max(best, perSecond)

/** A program that takes part in the runbook and may have a token; answers that. */
async function makeParticipant(port: number, runbook: string, workspace: string): Promise<string> {
  const typeOf = await roleTypes(port)
  const user = await document(port, 'POST', '/core/users', {
    data: {
      type: 'user',
      attributes: {
        first_name: 'Reader',
        last_name: '',
        email: 'reader@example.com',
        non_interactive: true,
        roles_attributes: [
          { role_type_id: typeOf('developer') },
          { role_type_id: typeOf('workspace_member'), resource_type: 'workspace', resource_id: workspace },
        ],
      },
    },
  })
  await document(port, 'POST', `/core/runbooks/${runbook}/runbook_users`, {
    data: {
      type: 'runbook_user',
      attributes: { role: 'participant' },
      relationships: { user: { data: { type: 'user', id: user.data.id } } },
    },
  })
  const made = await document(port, 'POST', `/core/users/${user.data.id}/user_app_tokens`, {
    data: { type: 'user_app_token', attributes: { label: 'Bench' } },
  })
  return made.data.attributes['token'] as string
}

async function roleTypes(port: number): Promise<(key: string) => string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/core/role_types`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  const { data } = (await answer.json()) as { data: { id: string; attributes: { key: string } }[] }
  return (key) => data.find(({ attributes }) => attributes.key === key)?.id
}
