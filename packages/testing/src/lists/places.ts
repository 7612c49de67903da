import { plannerOf } from '../planning/index.ts'
import type { TestServer } from '../server/index.ts'
import type { Places } from './more-records.ts'

/** What the lists of paths with parameters lie in. */
export async function makePlaces(server: TestServer): Promise<Places> {
  const plan = plannerOf(server)
  const workspace_id = await plan.makeWorkspace()
  const runbook_id = await plan.makeRunbook({}, { workspace: workspace_id })
  await plan.makeTask(runbook_id)
  await plan.makeField({ name: 'site', apply_to: 'runbook_add_edit' })
  return { workspace_id, runbook_id, user_id: '1' }
}
