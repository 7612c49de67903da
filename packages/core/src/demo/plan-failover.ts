import { readExample } from './example-plans.ts'
import type { DemoRole } from './people.ts'
import { addParticipants, assignByStream, inWorkspace, type Scene } from './scene.ts'
import { DEMO_ZONE, nextEvening } from './scheduled.ts'

const SATURDAY = 6

/** Who leads each stream. */
const leads: Readonly<Record<string, DemoRole>> = {
  'Command & Comms': 'command',
  Network: 'network',
  'Storage & Replication': 'storage',
  Databases: 'databases',
  Applications: 'applications',
  Verification: 'verification',
}

/** A failover that is planned for a Saturday night, with its people on its tasks. */
export async function planFailover(scene: Scene): Promise<void> {
  const { owner, people } = scene
  const types = await owner('listRunbookTypes', {})
  const recovery = types.data.find(({ attributes }) => attributes.key === 'recovery-plan')
  const { data } = await owner('createRunbook', {
    attributes: {
      name: 'Payment platform: failover from data centre A to B',
      description:
        '<p>Planned move of the payment platform on a Saturday night, with proof of service. The third decision, before the first customer payment in B, is the point of no return.</p>',
      timezone: DEMO_ZONE,
      start_scheduled: nextEvening(Date.now(), SATURDAY, 22),
      rto: 4 * 3600,
      status: 'green',
    },
    relationships: {
      ...inWorkspace(scene),
      ...(recovery ? { runbook_type: { type: 'runbook_type', id: recovery.id } } : {}),
    },
  })
  const params = { runbook_id: data.id }
  await owner('importTasks', { params, body: await readExample('data-centre-failover.csv') })
  // Recovery counts from the first payment that is refused to the moment when all are taken again.
  await owner('updateRunbook', {
    params: { id: data.id },
    relationships: { rto_start_task: { type: 'task', id: '26' }, rto_end_task: { type: 'task', id: '60' } },
  })
  await addParticipants(scene, data.id)
  await assignByStream(scene, data.id, (stream) => {
    const lead = leads[stream]
    return lead && people[lead]
  })
  await owner('createComment', {
    params,
    attributes: {
      content:
        '<p>CHG-20417 is approved. Stream leads: please read your tasks until Thursday, and say here what is missing.</p>',
      featured: true,
    },
  })
}
