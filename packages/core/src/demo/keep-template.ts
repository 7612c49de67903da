import { readExample } from './example-plans.ts'
import { inWorkspace, type Scene } from './scene.ts'
import { DEMO_ZONE } from './scheduled.ts'

/** A template: a plan to make runbooks from. */
export async function keepTemplate(scene: Scene): Promise<void> {
  const { owner } = scene
  const { data } = await owner('createRunbook', {
    attributes: {
      name: 'PostgreSQL major upgrade by logical replication',
      description:
        '<p>For a primary with two replicas, behind pgbouncer, with a way back for one night and one morning.</p>',
      timezone: DEMO_ZONE,
      is_template: true,
    },
    relationships: inWorkspace(scene),
  })
  await owner('importTasks', {
    params: { runbook_id: data.id },
    body: await readExample('postgresql-major-upgrade.csv'),
  })
}
