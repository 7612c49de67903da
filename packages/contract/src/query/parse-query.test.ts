import { expect, test } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { AppError } from '../errors/index.ts'
import { writeCursor } from './page.ts'
import { parseQuery } from './parse-query.ts'

const {
  getRunbook,
  listActionLogs,
  listCustomFieldUsers,
  listRunbooks,
  listTasks,
  listRoleTypes,
  getTask,
  updateTask,
  deleteTasks,
  importTasks,
  exportTasks,
  watchRunbook,
} = endpoints

type Endpoint = Parameters<typeof parseQuery>[0]

function read(endpoint: Endpoint, query: string) {
  return parseQuery(endpoint, [...new URLSearchParams(query)])
}

/** Codes and places of what is wrong with a query, in their order. */
function refused(endpoint: Endpoint, query: string): string[] {
  try {
    read(endpoint, query)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map(({ code, source }) =>
      source && 'parameter' in source ? `${code} ${source.parameter}` : code,
    )
  }
  return []
}

test.each([
  'stage=startable,complete',
  'stage=startable&stage=complete',
  'stage[]=startable&stage[]=complete',
])('a list may be given as %s', (query) => {
  expect(read(listTasks, query).values).toEqual({ stage: ['startable', 'complete'] })
})

test('filter[x] and the older spelling of a parameter say the same as its name', () => {
  expect(read(listRunbooks, 'filter[workspace_id]=7&archive=true').values).toEqual({
    workspace_id: '7',
    archived: true,
  })
  expect(refused(listRunbooks, 'archive=true&archived=true')).toEqual(['invalid_parameter archived'])
})

test('words are taken with hyphens, with spaces, and in their older spelling', () => {
  expect(read(listTasks, 'stage=in-progress,default,not startable&level=1').values).toEqual({
    stage: ['in_progress', 'not_startable', 'not_startable'],
    level: ['level_1'],
  })
  expect(refused(listTasks, 'stage=done')).toEqual(['invalid_filter_value stage'])
  expect(refused(listTasks, 'stage=constructor')).toEqual(['invalid_filter_value stage'])
  expect(refused(listTasks, 'level=__proto__')).toEqual(['invalid_filter_value level'])
})

test('a list without any word is refused like an empty one', () => {
  expect(refused(listTasks, 'stage=,')).toEqual(['invalid_filter_value stage'])
  expect(refused(listTasks, 'stream_id=,,')).toEqual(['invalid_parameter stream_id'])
  expect(refused(listTasks, 'sort=,')).toEqual(['invalid_sort sort'])
})

test('what an endpoint does not know is refused by name, every time', () => {
  expect(refused(listRunbooks, 'colour=red&filter[stages]=active')).toEqual([
    'unknown_parameter colour',
    'unknown_parameter filter[stages]',
  ])
})

test.each([
  ['page[number]=2&page[size]=10', { style: 'number', size: 10, offset: 10 }],
  ['page=3&page[size]=10', { style: 'plain', size: 10, offset: 20 }],
  ['page[limit]=5&page[offset]=7', { style: 'offset', size: 5, offset: 7 }],
  ['cursor=', { style: 'cursor', size: 50, offset: 0 }],
  ['cursor=&page[size]=5', { style: 'cursor', size: 5, offset: 0 }],
  ['', { style: 'number', size: 50, offset: 0 }],
])('a page is asked for by %s', (query, page) => {
  expect(read(listRunbooks, query).page).toEqual(page)
})

test('styles of paging do not mix, and each parameter comes once', () => {
  expect(refused(listRunbooks, 'page[number]=1&page[offset]=0')).toEqual(['invalid_page page[number]'])
  expect(refused(listRunbooks, 'page[number]=1&page[number]=2')).toEqual(['invalid_parameter page[number]'])
  expect(refused(listRunbooks, 'page[size]=101')).toEqual(['invalid_page page[size]'])
  expect(refused(listRunbooks, 'page[number]=0')).toEqual(['invalid_page page[number]'])
  expect(refused(listRunbooks, 'cursor=nonsense')).toEqual(['invalid_page cursor'])
  expect(refused(listRunbooks, 'page[after]=9223372036854775808')).toEqual(['invalid_page page[after]'])
  expect(refused(listRunbooks, `cursor=${writeCursor(0, 5)}&page[after]=7`)).toEqual(['invalid_page cursor'])
  expect(refused(listRunbooks, `page[size]=5&cursor=${writeCursor(0, 5)}`)).toEqual([
    'invalid_page page[size]',
  ])
  expect(refused(getTask, 'page[number]=1')).toEqual(['unknown_parameter page[number]'])
})

test('tasks, which are numbered within their runbook, are included where there is only one', () => {
  expect(refused(listRunbooks, 'include=rto_start_task')).toEqual(['invalid_include include'])
  expect(read(getRunbook, 'include=rto_start_task').include).toEqual(['rto_start_task'])
  expect(read(listTasks, 'include=predecessors').include).toEqual(['predecessors'])
  expect(refused(listCustomFieldUsers, 'include=task')).toEqual(['invalid_include include'])
  expect(read(listCustomFieldUsers, 'include=task&runbook_id=7').include).toEqual(['task'])
  expect(read(listActionLogs, 'include=resource').include).toEqual(['resource'])
})

test('include and fields belong to answers that hold resources', () => {
  for (const endpoint of [deleteTasks, importTasks, exportTasks, watchRunbook])
    expect(refused(endpoint, 'task_ids=1&include=stream&fields[task]=name')).toEqual(
      expect.arrayContaining(['unknown_parameter include', 'unknown_parameter fields[task]']),
    )
  expect(read(getTask, 'include=stream,task_actions').include).toEqual(['stream', 'task_actions'])
  expect(refused(getTask, 'include=owner')).toEqual(['invalid_include include'])
  expect(refused(listRoleTypes, 'include=user')).toEqual(['unknown_parameter include'])
})

test('a write brings nothing along but its own resource', () => {
  expect(refused(updateTask, 'include=stream')).toEqual(['unknown_parameter include'])
  expect(read(updateTask, 'fields[task]=name').fields).toEqual({ task: ['name'] })
})

test('fields names types that the answer can hold, and members that these have', () => {
  expect(read(listTasks, 'fields[task]=name,stream&fields[user]=name').fields).toEqual({
    task: ['name', 'stream'],
    user: ['name'],
  })
  expect(refused(listTasks, 'fields[task]=title')).toEqual(['invalid_fields fields[task]'])
  expect(refused(listTasks, 'fields[folder]=name')).toEqual(['invalid_fields fields[folder]'])
})

test('what an endpoint cannot do without is asked for, also when there is no query at all', () => {
  expect(refused(deleteTasks, '')).toEqual(['invalid_parameter task_ids'])
  expect(refused(deleteTasks, 'task_ids=')).toEqual(['invalid_parameter task_ids'])
  expect(read(deleteTasks, 'task_ids=1,2').values).toEqual({ task_ids: ['1', '2'] })
})

test('a mapping is a JSON object of texts and nulls, of up to 20 000 characters', () => {
  const wide = JSON.stringify({ [`Column ${'x'.repeat(300)}`]: 'name', Cost: null })
  expect(read(importTasks, `mapping=${encodeURIComponent(wide)}`).values['mapping']).toEqual(JSON.parse(wide))
  const strange = { 'a "b": \\': ': ":" \\', '': null, __proto: 'x' }
  expect(
    read(importTasks, `mapping=${encodeURIComponent(JSON.stringify(strange, null, 1))}`).values['mapping'],
  ).toEqual(strange)
  for (const wrong of [
    '{',
    '[]',
    'null',
    '{"Cost":1}',
    '{"a":null,"\\u0061" :"name"}',
    `{"a":"${'x'.repeat(20_000)}"}`,
  ])
    expect(refused(importTasks, `mapping=${encodeURIComponent(wrong)}`)).toEqual([
      'invalid_parameter mapping',
    ])
})

test('a date is one of the calendar, within the years 1 to 9999', () => {
  expect(read(listRunbooks, 'created_after=2026-03-28').values).toEqual({
    created_after: Date.UTC(2026, 2, 28),
  })
  expect(read(listRunbooks, 'created_after=2026-03-28T10:00:00+02:00').values).toEqual({
    created_after: Date.UTC(2026, 2, 28, 8),
  })
  for (const wrong of ['2026-02-30', '0000-01-01', '9999-12-31T23:59:59-01:00', 'yesterday'])
    expect(refused(listRunbooks, `created_after=${wrong}`)).toEqual(['invalid_parameter created_after'])
})

test('what an answer shows is no filter', () => {
  expect(refused(listRunbooks, 'filter[sort]=name&filter[include]=folder')).toEqual([
    'unknown_parameter filter[sort]',
    'unknown_parameter filter[include]',
  ])
  expect(read(listRunbooks, 'include=&fields[runbook][]=name')).toMatchObject({
    include: [],
    fields: { runbook: ['name'] },
  })
})

test('a sort names fields of the list, in their order', () => {
  expect(read(listRunbooks, 'sort=-touched_at,name').sort).toEqual([
    { field: 'touched_at', descending: true },
    { field: 'name', descending: false },
  ])
  expect(refused(listRunbooks, 'sort=rto')).toEqual(['invalid_sort sort'])
  expect(refused(getTask, 'sort=name')).toEqual(['unknown_parameter sort'])
})

test('a cursor says where its page begins, how long it is, and after which record', () => {
  for (const size of [1, 28, 100])
    for (const offset of [0, 28, 400, 46_655])
      for (const after of [undefined, '5', '9223372036854775807']) {
        const cursor = writeCursor(offset, size, after)
        expect(read(listRunbooks, `cursor=${cursor}`).page).toEqual({
          style: 'cursor',
          size,
          offset,
          ...(after === undefined ? {} : { after }),
        })
      }
})
