import { defineResource, readOnly } from '../resource.ts'
import { Id, nullable, Timestamp, Uuid } from '../schema/scalars.ts'

export const presence = defineResource({
  type: 'presence',
  summary: 'Where a person is in a runbook that they have open; its id is that of the person',
  attributes: {
    connection: readOnly(Uuid, { note: 'The stream that this is about.' }),
    task_id: readOnly(nullable(Id), { note: 'The task that the person looks at, by its number.' }),
    since: readOnly(Timestamp),
  },
  relationships: {},
})
