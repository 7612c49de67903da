import { dataOf, plannerOf, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let workspace: number

beforeAll(async () => {
  server = await startTestServer()
  const plan = plannerOf(server)
  const made = await server.send('POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: 'Payments', key: 'payments' } },
  })
  workspace = Number(made.document['data'].id)
  await plan.makeTaskType(
    { name: 'Local check', key: 'local-check' },
    { workspace: made.document['data'].id },
  )
  await plan.makeTaskType(
    { name: 'Off', key: 'off', disabled: true },
    { workspace: made.document['data'].id },
  )
  const field = { apply_to: 'task_edit' }
  const parent = await plan.makeField({ ...field, name: 'region', field_type: 'searchable' })
  const child = await plan.makeField({ ...field, name: 'Region:: site' }, { parent_field: parent })
  dataOf(await server.send('PATCH', `/core/custom_fields/${child}/archive`))
})
afterAll(() => server.close())

const keys = async (query: string) => {
  const { status, document } = await server.send('GET', `/core/task_types${query}`)
  expect(status).toBe(200)
  return document['data'].map(({ attributes }: { attributes: { key: string } }) => attributes.key) as string[]
}

test('the default type comes first, and what is disabled only when it is asked for', async () => {
  const all = await keys('')
  expect(all[0]).toBe('normal')
  expect(all).toContain('local-check')
  expect(all).not.toContain('off')
  expect(await keys('?disabled=true')).toEqual(['off'])
  expect(await keys('?query=CLICK&sort=-key')).toEqual(['milestone', 'checklist'])
})

test('a workspace has its own types; `global=true` adds those of the instance', async () => {
  expect(await keys(`?workspace_id=${workspace}`)).toEqual(['local-check'])
  const both = await keys(`?workspace_id=${workspace}&global=true`)
  expect(both).toContain('local-check')
  expect(both).toContain('normal')
  expect(await keys('?global=false')).toEqual(['local-check'])
  expect(await keys('?global=true')).not.toContain('local-check')
  expect(await keys('?workspace_id=9223372036854775807')).toEqual([])
})

test('runbook types are filtered by what they allow', async () => {
  const { document } = await server.send('GET', '/core/runbook_types?dynamic=true')
  expect(document['data'].map(({ attributes }: { attributes: { name: string } }) => attributes.name)).toEqual(
    ['Dynamic'],
  )
  expect((await server.send('GET', '/core/runbook_types/999')).status).toBe(404)
})

test('custom fields are listed with the archived ones, and know what depends on them', async () => {
  const { document } = await server.send('GET', '/core/custom_fields')
  const [region, site] = document['data']
  expect(region.relationships.dependent_custom_fields.data).toEqual([{ type: 'custom_field', id: site.id }])
  expect(site).toMatchObject({
    attributes: { archived: true },
    relationships: { parent: { data: { type: 'custom_field', id: region.id } } },
  })
  const kept = await server.send('GET', '/core/custom_fields?archived=false&apply_to=task_edit')
  expect(kept.document['data'].map(({ id }: { id: string }) => id)).toEqual([region.id])
  const one = await server.send('GET', `/core/custom_fields/${site.id}?include=parent`)
  expect(one.document['included'][0].id).toBe(region.id)
})
