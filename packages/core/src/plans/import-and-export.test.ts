import { readFile } from 'node:fs/promises'
import {
  applyMend,
  guessColumns,
  mappingOf,
  parseWideCsv,
  placeProblems,
  reviewFile,
  writeCsv,
} from '@runsheet/domain'
import {
  type Answer,
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
})
afterAll(() => server.close())

const load = (runbook: string, csv: string, query = '') =>
  server.send('POST', `/core/runbooks/${runbook}/tasks/import${query}`, csv)

async function tasksOf(runbook: string): Promise<Document[]> {
  const { document } = await server.send('GET', `/core/runbooks/${runbook}/tasks?forecast=true`)
  return document['data'] as Document[]
}

const small = `Task ID,Title,Predecessor IDs,Stream,Planned Duration
1,Drain,,Database,5m
2,Switch,1,Network,90s
`

test('a file becomes tasks and streams; its labels become numbers where the runbook is empty', async () => {
  const id = await plan.makeRunbook()
  const file = `Task ID,Title,Predecessor IDs,Stream,Sub Stream,Planned Duration,Task Level\n10,Drain,,Database,Replicas,5m,1\n7,Switch,10,Network,,90s,\n`
  const { status, document } = await load(id, file)
  expect(status).toBe(201)
  expect(document).toEqual({
    data: [
      { type: 'task', id: '10' },
      { type: 'task', id: '7' },
    ],
    meta: {
      created: 2,
      streams_created: 3,
      streams: [
        { name: 'Database', parent: null },
        { name: 'Replicas', parent: 'Database' },
        { name: 'Network', parent: null },
      ],
      renumbered: [],
      teams_created: 0,
      teams: [],
      dry_run: false,
    },
  })
  const tasks = await tasksOf(id)
  expect(
    tasks.map(({ id: number, attributes }) => [
      number,
      attributes.name,
      attributes.duration,
      attributes.level,
    ]),
  ).toEqual([
    ['7', 'Switch', 90, 'level_3'],
    ['10', 'Drain', 300, 'level_1'],
  ])
  expect(tasks[0]?.['relationships'].predecessors.data).toEqual([{ type: 'task', id: '10' }])
  expect(await plan.makeTask(id, { name: 'Check' })).toBe('11')
})

test('a dry run answers the same and changes nothing', async () => {
  const id = await plan.makeRunbook()
  const before = await server.send('GET', `/core/runbooks/${id}`)
  const dry = await load(id, small, '?dry_run=true')
  expect(dry.document['meta']).toMatchObject({ created: 2, streams_created: 2, dry_run: true })
  const after = await server.send('GET', `/core/runbooks/${id}`)
  expect(after.document).toEqual(before.document)
  const real = await load(id, small, '?dry_run=false')
  expect(real.document['data']).toEqual(dry.document['data'])
})

test('a file is added to the plan that is there, under new numbers, in the streams that are there', async () => {
  const id = await plan.makeRunbook()
  await plan.makeStream(id, { name: 'database' })
  await plan.makeTask(id, { name: 'First' })
  const { document } = await load(id, small)
  expect(document['meta']).toEqual({
    created: 2,
    streams_created: 1,
    streams: [{ name: 'Network', parent: null }],
    renumbered: [
      { label: '1', id: '2' },
      { label: '2', id: '3' },
    ],
    teams_created: 0,
    teams: [],
    dry_run: false,
  })
  const tasks = await tasksOf(id)
  expect(tasks[2]?.['relationships'].predecessors.data).toEqual([{ type: 'task', id: '2' }])
})

test('teams that are not there are made when that is asked for', async () => {
  const id = await plan.makeRunbook()
  const file = 'Title,Assigned Team\nStop,Network; network; Storage\nStart,storage\n'
  const refused = await load(id, file)
  expect(refused.document['errors'].map(({ code }: Document) => code)).toEqual(
    Array.from({ length: 4 }, () => 'not_a_participant'),
  )
  const dry = await load(id, file, '?create_teams=true&dry_run=true')
  expect(dry.document['meta']).toMatchObject({ teams_created: 2, teams: ['Network', 'Storage'] })
  const teams = async () =>
    dataOf(await server.send('GET', `/core/runbooks/${id}/runbook_teams`)) as unknown as Document[]
  expect(await teams()).toEqual([])
  expect((await load(id, file, '?create_teams=true')).document['meta']).toMatchObject({ teams_created: 2 })
  const [network, storage] = (await teams()) as [Document, Document]
  expect([network['attributes'], storage['attributes']]).toEqual([
    { name: 'Network', linked: false },
    { name: 'Storage', linked: false },
  ])
  const [stop, start] = await tasksOf(id)
  const assigned = (task: Document | undefined) =>
    task?.['relationships'].assignees.data.map((party: Document) => party['id'])
  expect(new Set(assigned(stop))).toEqual(new Set([network['id'], storage['id']]))
  expect(assigned(start)).toEqual([storage['id']])
  const again = await load(id, file, '?create_teams=true')
  expect(again.document['meta']).toMatchObject({ teams_created: 0, teams: [] })
})

test.each([
  ['semicolons', small.replaceAll(',', ';')],
  ['tabs', small.replaceAll(',', '\t')],
  ['a byte order mark and CR LF', `\uFEFF${small.replaceAll('\n', '\r\n')}`],
  ['a line that names the delimiter', `sep=;\n${small.replaceAll(',', ';')}`],
])('a file with %s reads the same', async (_name, csv) => {
  const id = await plan.makeRunbook()
  expect((await load(id, csv)).document['meta']).toMatchObject({ created: 2, streams_created: 2 })
  expect((await tasksOf(id)).map(({ attributes }) => attributes.duration)).toEqual([300, 90])
})

test('a mapping says what columns hold, also where the guess would be another', async () => {
  const id = await plan.makeRunbook()
  const csv = 'Nr,What,Title,Cost\n1,Drain,Mr,12\n'
  const map = (mapping: unknown) => `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`
  const unmapped = await load(id, csv)
  expect(
    unmapped.document['errors'].map(({ code, meta }: Document) => [code, meta.line, meta.column]),
  ).toEqual([
    ['unknown_column', 1, 'Nr'],
    ['unknown_column', 1, 'What'],
    ['unknown_column', 1, 'Cost'],
  ])
  const mapped = await load(id, csv, map({ Nr: 'label', What: 'name', Title: null, Cost: null }))
  expect(mapped.status).toBe(201)
  expect((await tasksOf(id))[0]?.['attributes'].name).toBe('Drain')
  expect(refusals(await load(id, csv, map({ Nr: 'label', What: 'title', Price: null })))).toContain(
    'unknown_column mapping',
  )
  expect(refusals(await load(id, csv, '?mapping=[]'))).toEqual(['invalid_parameter mapping'])
  const wide = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`Column ${at}`, null]))
  const columns = Object.keys(wide).join(',')
  const many = await load(id, `Title,${columns}\nCheck,${'x,'.repeat(39)}x\n`, map(wide))
  expect(many.status).toBe(201)
})

const places = ({ document }: Answer) =>
  (document['errors'] as Document[]).map(({ code, meta = {} }) => [code, meta.line, meta.column])

test('everything that is wrong with a file is told with its line and column, and nothing is changed', async () => {
  const id = await plan.makeRunbook()
  await plan.makeField({ name: 'region', field_type: 'select_menu', field_options: ['EU', 'US'] })
  const csv = [
    'Task ID,Title,Predecessor IDs,Planned Duration,Task Type,Assigned Team,Task Level,Custom field: region,Planned Fixed Date',
    '1,Drain,9,5m,,,,,',
    '1,,,soon,,,,,',
    '3,Loop,3,,,,7,,2026-02-30',
  ].join('\n')
  const wrong = await load(id, csv)
  expect(wrong.status).toBe(422)
  expect(places(wrong)).toEqual(
    expect.arrayContaining([
      ['related_not_found', 2, 'Predecessor IDs'],
      ['taken', 3, 'Task ID'],
      ['blank', 3, 'Title'],
      ['invalid_format', 3, 'Planned Duration'],
      ['self_dependency', 4, 'Predecessor IDs'],
    ]),
  )
  expect(wrong.document['errors'][0].meta.total).toBe(wrong.document['errors'].length)
  const circle = await load(id, 'Task ID,Title,Predecessor IDs\n1,a,2\n2,b,1\n')
  expect(places(circle)).toEqual([['circular_dependency', 2, 'Predecessor IDs']])
  const unknown = await load(
    id,
    'Title,Task Type,Assigned Team,Custom field: region,Custom field: colour\na,Juggling,Clowns,Mars,red\n',
  )
  expect(places(unknown)).toEqual([
    ['related_not_found', 2, 'Task Type'],
    ['not_a_participant', 2, 'Assigned Team'],
    ['custom_field_invalid_value', 2, 'Custom field: region'],
    ['custom_field_not_found', 2, 'Custom field: colour'],
  ])
  const values = (unknown.document['errors'] as Document[]).map(({ meta }) => meta.value)
  expect(values).toEqual(['Juggling', 'Clowns', undefined, undefined])
  for (const [text, line] of [
    ['', 1],
    ['Title\n"open', 2],
    ['Title\na,b', 2],
  ] as const) {
    const broken = await load(id, text)
    expect(places(broken).map(([code, at]) => [code, at])).toEqual([['invalid_csv', line]])
  }
  expect(await tasksOf(id)).toEqual([])
})

test('a file mended on the way is imported, and what the server finds stands at the lines of the file', async () => {
  const id = await plan.makeRunbook()
  const file = [
    'Nr;Title;Depends on;Est. minutes;Type;Remarks',
    '98;Announce;;5;;',
    '101;Stop batch;98;1h3O;Juggling;see CHG-1',
    '102;;101;5;;',
    '103;Copy limits;102; 10;;',
    '104;Cut links;205, 103;15;;',
  ].join('\r\n')
  const parsed = parseWideCsv(file)
  if (!('table' in parsed)) throw new Error(JSON.stringify(parsed))
  const options = { timezone: 'UTC', mapping: mappingOf(guessColumns(parsed.table)) }
  const review = reviewFile(parsed.table, options)
  expect(review.findings.map(({ line, column }) => [line, column])).toEqual([
    [3, 3],
    [4, 1],
    [6, 2],
  ])
  const table = review.findings.reduce(
    (mended, { mends: [mend] }) => (mend ? applyMend(mended, mend, review.columns) : mended),
    parsed.table,
  )
  const query = (dry: boolean) =>
    `?dry_run=${dry}&mapping=${encodeURIComponent(JSON.stringify(options.mapping))}`
  const refused = await load(id, writeCsv(table, parsed.delimiter), query(true))
  const errors = refused.document['errors'] as { code: string; meta: Document }[]
  const [finding, ...others] = placeProblems(table, reviewFile(table, options).draft, errors, options)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ line: 3, column: 4, field: 'task_type', value: 'Juggling' })
  const done = applyMend(table, finding!.mends[0]!, review.columns)
  const { status } = await load(id, writeCsv(done, parsed.delimiter), query(false))
  expect(status).toBe(201)
  const made = (await tasksOf(id)).map(({ id: number, attributes, relationships }) => [
    number,
    attributes.duration,
    (relationships.predecessors.data as Document[]).map((one) => one['id']),
  ])
  expect(made).toEqual([
    ['98', 300, []],
    ['101', 5_400, ['98']],
    ['103', 600, []],
    ['104', 900, ['103']],
  ])
})

async function exported(format: string): Promise<{ id: string; type: string; text: string }> {
  const id = await plan.makeRunbook()
  const example = new URL('../../../../examples/data-centre-failover.csv', import.meta.url)
  dataOf(await load(id, await readFile(example, 'utf8')))
  const path = `/core/runbooks/${id}/tasks/export?format=${format}&timezone=Asia/Tokyo`
  const { status, headers, document } = await server.send('GET', path)
  expect(status).toBe(200)
  const text = format === 'csv' ? (document['text'] as string) : JSON.stringify(document)
  return { id, type: headers.get('content-type') ?? '', text }
}

/** A plan without what differs between two runbooks of the same plan: instants of their making, ids of streams. */
async function planOf(runbook: string) {
  const streams = (await plan.get(
    `/core/runbooks/${runbook}/streams?page[size]=100`,
  )) as unknown as Document[]
  const nameOf = (stream: string) =>
    streams.find((one) => one['id'] === stream)?.['attributes'].name as string
  const moments = ['created_at', 'updated_at', 'start_planned', 'end_planned', 'start_display', 'end_display']
  return (await tasksOf(runbook)).map(({ id: number, attributes, relationships }) => ({
    number,
    attributes: Object.entries(attributes as object).filter(([name]) => !moments.includes(name)),
    stream: nameOf(relationships.stream.data.id),
    task_type: relationships.task_type.data,
    predecessors: relationships.predecessors.data,
    successors: relationships.successors.data,
  }))
}

test('a file of more than 50 000 tasks is refused, and so is one that would make the plan so large', async () => {
  const id = await plan.makeRunbook()
  const rows = (count: number) => `name\n${'x\n'.repeat(count)}`
  expect(refusals(await load(id, rows(50_001)))).toEqual(['too_long'])
  await plan.makeTask(id)
  expect(refusals(await load(id, rows(50_000)))).toEqual(['too_long'])
  expect(await tasksOf(id)).toHaveLength(1)
})

test('an export is imported again as the same plan', async () => {
  const { id, type, text } = await exported('csv')
  expect(type).toBe('text/csv; charset=utf-8')
  const again = await plan.makeRunbook()
  const imported = await load(again, text)
  expect(imported.document['meta'].renumbered).toEqual([])
  expect(await planOf(again)).toEqual(await planOf(id))
})

test('an export as JSON holds every task', async () => {
  const { id, text } = await exported('json')
  const document = JSON.parse(text) as Document
  expect(document).toMatchObject({ format: 'runsheet.plan', version: 1, timezone: 'Asia/Tokyo' })
  expect(document['tasks']).toHaveLength((await tasksOf(id)).length)
})

test('an export knows its zones and formats', async () => {
  const id = await plan.makeRunbook()
  const path = `/core/runbooks/${id}/tasks/export`
  expect(refusals(await server.send('GET', `${path}?timezone=Mars/Base`))).toEqual([
    'invalid_parameter timezone',
  ])
  expect(refusals(await server.send('GET', `${path}?format=xml`))).toEqual(['invalid_filter_value format'])
  expect(refusals(await server.send('GET', `${path}?include=stream`))).toEqual(['unknown_parameter include'])
})
