import { readExample } from './example-plans.ts'
import { inWorkspace, type Scene } from './scene.ts'
import { DEMO_ZONE, nextEvening } from './scheduled.ts'

const FRIDAY = 5

/** A large plan: a weekend, eleven streams, some three hundred tasks. */
export async function planMigration(scene: Scene): Promise<void> {
  const { owner } = scene
  const { data } = await owner('createRunbook', {
    attributes: {
      name: 'Core banking: migration weekend',
      description:
        '<p>From the legacy core to the new core, from Friday 18:00 to Sunday 18:00, along seven gates.</p>',
      timezone: DEMO_ZONE,
      start_scheduled: nextEvening(Date.now(), FRIDAY, 18),
      status: 'amber',
    },
    relationships: inWorkspace(scene),
  })
  await owner('importTasks', {
    params: { runbook_id: data.id },
    body: await readExample('core-banking-migration-weekend.csv'),
  })
}
