import {
  type Answer,
  type Planner,
  plannerOf,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string
let runbook: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  for (const [kind, apply_to] of [
    ['task', 'task_add_edit'],
    ['runbook', 'runbook_add_edit'],
  ]) {
    await plan.makeField({ name: `${kind}_text`, apply_to })
    await plan.makeField({
      name: `${kind}_site`,
      apply_to,
      field_type: 'select_menu',
      field_options: ['EU'],
    })
    await plan.makeField({ name: `${kind}_cost`, apply_to, read_only: true })
  }
})
afterAll(() => server.close())

type Value = readonly [name: string, value: string]

const written = (values: readonly Value[]) => ({
  custom_field_values: values.map(([name, value]) => ({ name, value })),
})

/** Every way in which values of custom fields are written, and of what. */
const ways: Readonly<
  Record<string, readonly ['task' | 'runbook', (values: readonly Value[]) => Promise<Answer>]>
> = {
  createRunbook: [
    'runbook',
    (values) =>
      server.send(
        'POST',
        '/core/runbooks',
        writeOf('runbook', { name: 'x', ...written(values) }, { workspace }),
      ),
  ],
  updateRunbook: ['runbook', (values) => plan.change(`/core/runbooks/${runbook}`, written(values))],
  createTask: [
    'task',
    (values) =>
      server.send(
        'POST',
        `/core/runbooks/${runbook}/tasks`,
        writeOf('task', { name: 'x', ...written(values) }),
      ),
  ],
  updateTask: ['task', (values) => plan.change(`/core/runbooks/${runbook}/tasks/1`, written(values))],
  writeTasks: [
    'task',
    (values) => {
      const { data } = writeOf('task', { name: 'x', ...written(values) })
      return server.send('POST', `/core/runbooks/${runbook}/tasks/bulk`, { data: [data] })
    },
  ],
  importTasks: [
    'task',
    (values) => {
      const heads = values.map(([name]) => `Custom field: ${name}`)
      const csv = `Title,${heads.join(',')}\nx,${values.map(([, value]) => value).join(',')}\n`
      return server.send('POST', `/core/runbooks/${runbook}/tasks/import`, csv)
    },
  ],
}

const codesOf = ({ document }: Answer) => (document['errors'] as { code: string }[]).map(({ code }) => code)

test.each(Object.entries(ways))('%s refuses values that no field takes', async (_name, [kind, write]) => {
  const other = kind === 'task' ? 'runbook' : 'task'
  const wrong = await write([
    ['nothing', 'x'],
    [`${other}_text`, 'x'],
    [`${kind}_site`, 'Mars'],
    [`${kind}_cost`, '7'],
  ])
  expect([wrong.status, codesOf(wrong).toSorted()]).toEqual([
    422,
    [
      'custom_field_invalid_value',
      'custom_field_not_applicable',
      'custom_field_not_found',
      'custom_field_read_only',
    ],
  ])
})

test.each(Object.entries(ways).filter(([name]) => name !== 'importTasks'))(
  '%s refuses two values of one field',
  async (_name, [kind, write]) => {
    const twice = await write([
      [`${kind}_text`, 'x'],
      [`${kind}_text`, 'y'],
    ])
    expect([twice.status, codesOf(twice)]).toEqual([422, ['taken']])
  },
)
