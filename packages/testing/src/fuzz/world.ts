import { randomBytes } from 'node:crypto'
import { plannerOf, writeOf } from '../planning/index.ts'
import { addPerson } from '../runbooks/index.ts'
import { type Document, type TestServer, trySignIn } from '../server/index.ts'

/** What is there for requests to be about: ids by kind, named as `@kind:0`, `@kind:1`. */
export type World = Readonly<Record<string, readonly string[]>>

/** What all worlds of a server have in common: a person and a session. */
export async function makeCommonGround(server: TestServer): Promise<World> {
  return {
    user: [(await addPerson(server, undefined)).id, '1', '0'],
    session: [(await trySignIn(server)).document['data'].id],
  }
}

/** A workspace with a plan, a run and a template of their own, so that what one story does to them harms no other. */
export async function makeWorld(server: TestServer, common: World): Promise<World> {
  const plan = plannerOf(server)
  await askForNothing(server)
  const workspace = await plan.makeWorkspace()
  const [runbook_type, other_type] = await Promise.all([plan.makeRunbookType(), plan.makeRunbookType()])
  const [planned, running, template] = await Promise.all([
    plan.makeRunbook({}, { workspace, runbook_type }),
    plan.makeRunbook({}, { workspace, runbook_type }),
    plan.makeRunbook({ is_template: true }, { workspace, runbook_type }),
  ])
  for (const runbook of [planned, running, template]) {
    await plan.makeTask(runbook, { duration: 60 })
    await plan.makeTask(runbook, { duration: 120 }, { predecessors: ['1'] })
  }
  const stream = await plan.makeStream(planned)
  const token = await server.send(
    'POST',
    '/core/user_app_tokens',
    writeOf('user_app_token', { label: 'Of a world' }),
  )
  const meta = { comms: 'off', run_type: 'rehearsal' }
  await server.send('PATCH', `/core/runbooks/${running}/start`, { meta })
  const ids = async (path: string) =>
    ((await plan.get(path)) as unknown as { id: string }[]).map(({ id }) => id)
  const key = randomBytes(6).toString('hex')
  return {
    ...common,
    workspace: [workspace],
    runbook: [planned, running, template],
    source_runbook: [planned],
    task: ['1', '2', '3'],
    stream: [stream, ...(await ids(`/core/runbooks/${running}/streams`))],
    folder: await ids(`/core/workspaces/${workspace}/folders`),
    run: await ids(`/core/runbooks/${running}/runs`),
    runbook_user: await ids(`/core/runbooks/${planned}/runbook_users`),
    runbook_type: [runbook_type, other_type],
    task_type: ['1', await plan.makeTaskType(), '5'],
    ...(await makeFields(server, workspace)),
    user_app_token: [token.document['data'].id],
    key: [`${key}-0`, `${key}-1`],
  }
}

/** Custom fields of a workspace, with options and a group. */
async function makeFields(server: TestServer, workspace: string): Promise<World> {
  const plan = plannerOf(server)
  const choice = { name: 'region', field_type: 'multi_select', field_options: ['EU', 'US'] }
  const [text, options, ofRunbooks] = await Promise.all([
    plan.makeField({}, { workspace }),
    plan.makeField(choice, { workspace }),
    plan.makeField({ name: 'site', apply_to: 'runbook_add_edit' }, { workspace }),
  ])
  const field = await plan.get(`/core/custom_fields/${options}`)
  const group = await server.send(
    'POST',
    '/core/custom_field_groups',
    writeOf('custom_field_group', { name: `Of workspace ${workspace}` }),
  )
  return {
    custom_field: [options, text, ofRunbooks],
    custom_field_option: field['relationships'].options.data.map(({ id }: { id: string }) => id),
    custom_field_group: [group.document['data'].id],
  }
}

/** Fields that an earlier story has made required everywhere would be missing in every new plan. */
async function askForNothing(server: TestServer): Promise<void> {
  const path = '/core/custom_fields?archived=false&global=true&page[size]=100'
  const fields = (await plannerOf(server).get(path)) as unknown as Document[]
  for (const { id, attributes } of fields)
    if (attributes.required)
      await server.send('PATCH', `/core/custom_fields/${id}`, {
        data: { type: 'custom_field', id, attributes: { required: false } },
      })
}

/** The text with the ids of a world in its places; what the world does not have is an id of nothing. */
export function fillIn(text: string, world: World): string {
  return text.replaceAll(/@(\w+):(\d)/g, (_place, kind: string, at: string) => {
    const known = Object.hasOwn(world, kind) ? (world[kind] ?? []) : []
    return known[Number(at) % Math.max(1, known.length)] ?? '987654321'
  })
}
