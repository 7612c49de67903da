import type { CoreClient } from '@runsheet/contract'
import { readRehearsalPlan } from './example-plans.ts'
import type { DemoPerson, DemoRole } from './people.ts'
import { publicCalls } from './public-calls.ts'
import { addParticipants, assignByStream, inWorkspace, type Scene } from './scene.ts'
import { DEMO_ZONE } from './scheduled.ts'

const leads: Readonly<Record<string, DemoRole>> = {
  Command: 'command',
  Preparation: 'applications',
  'Load balancers': 'network',
  Verification: 'verification',
}

/** What was said when a task ended, by its number. */
const remarks: Readonly<Record<string, string>> = {
  '2': '<p>Both names are in the certificate; it ends in thirteen months.</p>',
  '4': '<p>Both partners have answered. One loads the new fingerprint only at 20:00: keep that in the live plan.</p>',
  '9': '<p>TLS 1.3, new fingerprint, chain complete.</p>',
  '11': '<p>Card 0.4 s, instant 0.7 s, SEPA 0.5 s. No handshake failures.</p>',
}

/** A small plan that was rehearsed from its first task to its last, each by the one who leads its stream. */
export async function rehearse(scene: Scene, client: CoreClient): Promise<void> {
  const { owner, people } = scene
  const { data } = await owner('createRunbook', {
    attributes: {
      name: 'Payment gateway: new TLS certificates',
      description: '<p>Two balancers, one after the other, without a dropped connection.</p>',
      timezone: DEMO_ZONE,
    },
    relationships: inWorkspace(scene),
  })
  const runbookId = data.id
  const leadOf = (stream: string): DemoPerson => people[leads[stream] ?? 'command']
  await owner('importTasks', { params: { runbook_id: runbookId }, body: await readRehearsalPlan() })
  await addParticipants(scene, runbookId)
  await assignByStream(scene, runbookId, leadOf)
  await owner('startRunbook', {
    params: { id: runbookId },
    meta: { run_type: 'rehearsal', comms: 'off', rebaseline: true },
  })
  await work(scene, client, runbookId)
  await owner('createComment', {
    params: { runbook_id: runbookId },
    attributes: {
      content: '<p>Rehearsed at the table, without the machines. Ready for the real thing.</p>',
      featured: true,
    },
  })
}

/** Starts and ends what can be started until the run ends by itself. */
async function work({ owner, people }: Scene, client: CoreClient, runbookId: string): Promise<void> {
  const calls = new Map(Object.values(people).map(({ id, token }) => [id, publicCalls(client, token)]))
  for (;;) {
    const { data } = await owner('listTasks', {
      params: { runbook_id: runbookId },
      query: { stage: ['startable'], page: { size: 100 } },
    })
    if (data.length === 0) return
    for (const { id, relationships } of data) {
      const assignees = relationships['assignees']?.data
      const lead = Array.isArray(assignees) ? (assignees[0] as { id: string } | undefined)?.id : undefined
      const by = calls.get(lead ?? '') ?? owner
      const params = { runbook_id: runbookId, id }
      const remark = remarks[id]
      const started = await by('startTask', { params })
      // A milestone is complete when it is started.
      if (started.data.attributes.stage === 'complete') continue
      await by('finishTask', { params, ...(remark ? { meta: { comment: remark } } : {}) })
    }
  }
}
