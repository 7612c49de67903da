import type { Core } from '../core.ts'
import { keepTemplate } from './keep-template.ts'
import { addPeople, revokeTokens } from './people.ts'
import { planFailover } from './plan-failover.ts'
import { planMigration } from './plan-migration.ts'
import { publicCalls } from './public-calls.ts'
import { rehearse } from './rehearse.ts'

/**
 * Loads the example workspace through the public calls, on a database without workspaces: a planned data centre failover, a
 * template, a finished rehearsal and a migration weekend.
 *
 * @param token of a person who may create workspaces
 * @returns false when there are workspaces already, and nothing was done
 */
export async function loadDemo(core: Core, token: string): Promise<boolean> {
  const owner = publicCalls(core.client, token)
  for (const archived of [false, true]) {
    const { meta } = await owner('listWorkspaces', { query: { archived } })
    if (meta.page.total > 0) return false
  }
  const made = await owner('createWorkspace', {
    attributes: {
      name: 'Meridian Bank Resilience',
      key: 'meridian',
      description: 'An example: an invented bank moves its payments, a database and its core banking.',
    },
  })
  const workspaceId = made.data.id
  const people = await addPeople(core.database, Number(workspaceId))
  const scene = { owner, workspaceId, people }
  await planFailover(scene)
  await keepTemplate(scene)
  await rehearse(scene, core.client)
  await planMigration(scene)
  await revokeTokens(core.database, people)
  return true
}
