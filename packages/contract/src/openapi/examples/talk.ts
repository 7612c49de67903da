import { activity as activityResource, actionLog as logResource } from '../../activity/resource.ts'
import { auditChain as auditResource } from '../../audit/resource.ts'
import { comment as commentResource } from '../../comments/resource.ts'
import { presence as presenceResource } from '../../live/resource.ts'
import { exampleOf, ids } from './example.ts'

export const comment = exampleOf(commentResource, {
  id: '305',
  self: '/core/runbooks/90/comments/305',
  attributes: {
    content: '<p>Replication lag is <b>zero</b>, ready to promote.</p>',
    featured: false,
    created_at: '2026-03-28T22:39:48Z',
    updated_at: '2026-03-28T22:39:48Z',
  },
  relationships: { task: ids.task, author: ids.mira, runbook: ids.runbook },
  meta: {
    permissions: [
      { type: 'update', resource: 'comment' },
      { type: 'destroy', resource: 'comment' },
      { type: 'feature', resource: 'comment' },
    ],
  },
  create: {
    attributes: { content: '<p>Replication lag is <b>zero</b>, ready to promote.</p>' },
    relationships: { task: ids.task },
  },
  update: { attributes: { featured: true } },
})

export const presence = exampleOf(presenceResource, {
  id: '8',
  attributes: {
    connection: '3f0b7c1e-8a52-4d0c-9c55-6f1f0e2b7a90',
    task_id: '17',
    since: '2026-03-28T22:41:02Z',
  },
  relationships: {},
})

export const actionLog = exampleOf(logResource, {
  id: '8801',
  attributes: {
    event: 'task.started',
    description: 'Mira Okafor started task 17 “Promote the standby database”.',
    changes: {
      stage: ['startable', 'in_progress'],
      start_actual: [null, '2026-03-28T22:41:10Z'],
      started_by: [null, '8'],
    },
    message: null,
    resource_name: 'Promote the standby database',
    task_changes: null,
    changed_tasks_count: 1,
    created_at: '2026-03-28T22:41:10Z',
    sequence: 212,
  },
  relationships: { author: ids.mira, resource: ids.task, context: ids.runbook },
  unlinked: ['resource'],
})

export const activity = exampleOf(activityResource, {
  id: '7702',
  attributes: {
    key: 'task.started',
    starred: false,
    created_at: '2026-03-28T22:41:10Z',
    changes: [{ field: 'stage', before: 'startable', after: 'in_progress' }],
  },
  relationships: { activist: ids.mira, trackable: ids.task, recipient: ids.runbook },
  unlinked: ['trackable'],
  meta: { message: { plain: 'Mira Okafor started task 17.' } },
})

export const auditChain = exampleOf(auditResource, {
  id: '90',
  attributes: {
    events_count: 212,
    last_sequence: 212,
    last_hash: '6f1d4b0f6f0c2d6c7a4b9c6a8f5f0c2a1f9c1d0b3a7e5c4d2b1a0f9e8d7c6b5a',
    last_event_at: '2026-03-28T22:41:10Z',
    intact: true,
    broken_sequence: null,
    broken_reason: null,
  },
  relationships: { runbook: ids.runbook },
  unlinked: ['runbook'],
})
