import { dataOf, plannerOf, writeOf } from '../planning/index.ts'
import type { TestServer } from '../server/index.ts'
import type { Places } from './more-records.ts'

/** What the lists of paths with parameters lie in. */
export async function makePlaces(server: TestServer): Promise<Places> {
  const plan = plannerOf(server)
  const workspace_id = await plan.makeWorkspace()
  const runbook_id = await plan.makeRunbook({}, { workspace: workspace_id })
  await plan.makeTask(runbook_id)
  const custom_field_id = await plan.makeField({
    name: 'site',
    field_type: 'select_menu',
    apply_to: 'runbook_add_edit',
  })
  const integration = dataOf(
    await server.send(
      'POST',
      '/core/event_integrations',
      writeOf('event_integration', {
        name: 'Pager',
        event_types: ['run.started'],
        url: 'https://example.com/',
      }),
    ),
  )
  return {
    workspace_id,
    runbook_id,
    user_id: '1',
    custom_field_id,
    data_source_id: await makeTable(server),
    event_integration_id: integration['id'] as string,
  }
}

/** A data source with a table of some lines. */
async function makeTable(server: TestServer): Promise<string> {
  const asked = await server.send('GET', '/core/data_sources/upload_url?filename=sites.csv')
  const { key, upload_url } = dataOf(asked)['attributes'] as { key: string; upload_url: string }
  await server.ask('PUT', upload_url.slice(server.url.length), 'Site\nBerlin\nOslo\nLyon\nPorto\n')
  const made = writeOf('data_source', { name: 'Sites', source_type: 'file', upload_key: key })
  return dataOf(await server.send('POST', '/core/data_sources', made))['id'] as string
}
