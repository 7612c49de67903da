import { expectTypeOf, test } from 'vitest'
import { isCode } from './api-error.ts'
import { createClient } from './create-client.ts'
import type { AnyResource } from './documents.ts'
import type { Identifier } from './resource-object.ts'

const client = createClient({ baseUrl: 'http://127.0.0.1:1' })

test('inputs and results have the types of the declarations', () => {
  expectTypeOf(client.listRunbooks).parameter(0).toExtend<object | undefined>()
  expectTypeOf(client.getTask).parameter(0).toHaveProperty('params')
  type Task = Awaited<ReturnType<typeof client.getTask>>['data']
  expectTypeOf<Task['attributes']['stage']>().toEqualTypeOf<
    'not_startable' | 'startable' | 'in_progress' | 'complete'
  >()
  expectTypeOf<Task['attributes']['duration']>().toEqualTypeOf<number | null>()
  expectTypeOf<Task['attributes']['start_display']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Task['relationships']['stream']['data']>().toEqualTypeOf<Identifier<'stream'> | null>()
  expectTypeOf<Awaited<ReturnType<typeof client.deleteTask>>>().toEqualTypeOf<undefined>()
  expectTypeOf<Awaited<ReturnType<typeof client.exportTasks>>>().toEqualTypeOf<string>()
})

test('a code narrows an error, and a type a resource', () => {
  const codeOf = (error: unknown) => (isCode(error, 'stale_resource', 'conflict') ? error.code : null)
  expectTypeOf(codeOf).returns.toEqualTypeOf<'stale_resource' | 'conflict' | null>()
  const mailOf = (resource: AnyResource) => (resource.type === 'user' ? resource.attributes.email : null)
  expectTypeOf(mailOf).returns.toEqualTypeOf<string | null>()
})

/** Never run: the compiler reads it. */
export function wrongCalls() {
  const task = { runbook_id: '90', id: '17' }
  // @ts-expect-error a path parameter is missing
  void client.getTask({ params: { runbook_id: '90' } })
  // @ts-expect-error there is no such stage
  void client.listTasks({ params: { runbook_id: '90' }, query: { stage: 'begun' } })
  // @ts-expect-error there is no such parameter
  void client.listRunbooks({ query: { colour: 'red' } })
  // @ts-expect-error nobody writes a stage
  void client.updateTask({ params: { runbook_id: '90', id: '17' }, attributes: { stage: 'complete' } })
  // @ts-expect-error a name is text
  void client.updateWorkspace({ params: { id: '7' }, attributes: { name: 7 } })
  // @ts-expect-error a stream is watched, not called
  void client.call('watchRunbook', { params: { id: '90' } })
  // @ts-expect-error a run is started with comms and a type
  void client.startRunbook({ params: { id: '90' } })
  // @ts-expect-error a runbook has a name
  void client.createRunbook({ attributes: {} })
  // @ts-expect-error a task is not assigned to a stream
  void client.updateTask({ params: task, relationships: { assignees: [{ type: 'stream', id: '2' }] } })
  // @ts-expect-error a task has no colour that could be asked for
  void client.getTask({ params: task, query: { fields: { task: ['colour'] } } })
  // @ts-expect-error who signs in has no idempotency key
  void client.signIn({ attributes: { email: 'a', password: 'b' }, idempotencyKey: 'k-1' })
  // @ts-expect-error runbooks are not sorted by their colour
  void client.listRunbooks({ query: { sort: 'colour' } })
  void client.listRunbooks({
    query: { sort: ['-touched_at', 'name'], created_after: new Date(0), page: { size: 5 } },
  })
  void client.createRunbook({
    attributes: { name: 'Failover', custom_field_values: [{ custom_field_id: '12', value: 'EU' }] },
    relationships: { workspace: { type: 'workspace', id: '7' } },
    meta: { copy: { source_runbook_id: '41', tasks: true } },
  })
}
