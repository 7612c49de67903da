import { connect } from 'node:net'
import { type Planner, plannerOf, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let tasks: string
let state: unknown

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  const runbook = await plan.makeRunbook()
  tasks = `/core/runbooks/${runbook}/tasks`
  await plan.makeTask(runbook)
  state = await read()
})
afterAll(() => server.close())

const read = async () => (await server.send('GET', tasks)).document

interface Sent {
  readonly method?: string
  /** Below the tasks of the runbook, unless it begins with `/core`. */
  readonly path?: string
  readonly headers?: readonly string[]
  /** JSON by default. */
  readonly type?: string
  readonly body?: string | Buffer
}

/** What a server answers to bytes that no HTTP library would send: status, then code and place of each problem. */
async function told({
  method = 'GET',
  path = '',
  headers = [],
  type = 'application/json',
  body,
}: Sent): Promise<string[]> {
  const bytes = Buffer.from(body ?? '')
  const lines = [
    `${method} ${path.startsWith('/core') ? path : tasks + path} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${server.token}`,
    'Connection: close',
    ...(body === undefined ? [] : [`Content-Type: ${type}`, `Content-Length: ${bytes.length}`]),
    ...headers,
  ]
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  // As bytes: a header may hold what is no text.
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]))
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  const { errors = [] } = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as { errors?: Told[] }
  return [
    text.split(' ')[1] ?? '',
    ...errors.map(({ code, source = {} }) => [code, ...Object.values(source)].join(' ')),
  ]
}

interface Told {
  readonly code: string
  readonly source?: Readonly<Record<string, string>>
}

const document = (attributes: string, rest = '') =>
  `{"data":{"type":"task","attributes":{"name":"x"${attributes}}${rest}}}`
const post = (attributes: string, rest?: string): Sent => ({
  method: 'POST',
  body: document(attributes, rest),
})
const related = (id: string) => post('', `,"relationships":{"stream":{"data":{"type":"stream","id":${id}}}}`)
const at = (name: string) => `/data/attributes/${name}`

test.each<[string, Sent, string, ...string[]]>([
  ['NUL in the path', { path: '/core/runbooks/%00' }, '400', 'bad_request'],
  ['NUL in a parameter', { path: '?search_term=a%00b' }, '400', 'bad_request'],
  ['NUL in the name of a parameter', { path: '?a%00=1' }, '400', 'bad_request'],
  ['NUL in a header', { headers: ['X-Request-Id: a\0b'] }, '400', 'bad_request'],
  [
    'NUL as it is in a body',
    { method: 'POST', body: document(',"description":"a\0b"') },
    '400',
    'invalid_json',
  ],
  ['NUL in a text', post(',"description":"a\\u0000b"'), '422', `invalid_format ${at('description')}`],
  [
    'NUL in a name',
    { method: 'POST', body: '{"data":{"type":"task","attributes":{"name":"a\\u0000b"}}}' },
    '422',
    `invalid_format ${at('name')}`,
  ],
  [
    'NUL in a comment of an action',
    { method: 'PATCH', path: '/1/skip', body: '{"meta":{"comment":"a\\u0000b"}}' },
    '422',
    'invalid_format /meta/comment',
  ],
  [
    'NUL in a custom field',
    post(',"custom_field_values":[{"name":"a\\u0000","value":"x"}]'),
    '422',
    `invalid_format ${at('custom_field_values/0/name')}`,
  ],
  ['NUL in a member name', post(',"a\\u0000":1'), '422', `unknown_attribute ${at('a\0')}`],

  [
    'NUL in a cell of an import',
    { method: 'POST', path: '/import', type: 'text/csv', body: 'Task ID,Title\n1,a\0b\n' },
    '400',
    'invalid_csv',
  ],
  [
    'a column twice in an import',
    { method: 'POST', path: '/import', type: 'text/csv', body: 'Task ID,Title,Title\n1,a,b\n' },
    '422',
    'taken',
  ],
  [
    'NUL in a mapping of an import',
    {
      method: 'POST',
      path: '/import?mapping=%7B%22a%5Cu0000%22:%22name%22%7D',
      type: 'text/csv',
      body: 'Task ID,Title\n1,a\n',
    },
    '422',
    'unknown_column mapping',
  ],
  [
    'a lone surrogate in a text',
    post(',"description":"\\ud800"'),
    '422',
    `invalid_format ${at('description')}`,
  ],
  [
    'a lone surrogate in a value of a custom field',
    post(',"custom_field_values":[{"name":"a","value":["\\udc00"]}]'),
    '422',
    `invalid_format ${at('custom_field_values/0/value/0')}`,
  ],
  ['a lone surrogate in a member name', post(',"\\ud800":1'), '422', `unknown_attribute ${at('\ufffd')}`],
  [
    'a surrogate in UTF-8',
    {
      method: 'POST',
      body: Buffer.concat([Buffer.from('{"data":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    },
    '400',
    'invalid_json',
  ],
  ['a surrogate in a parameter', { path: '?search_term=%ED%A0%80' }, '400', 'bad_request'],

  [
    'a prototype as an attribute',
    post(',"__proto__":{"stage":"complete"}'),
    '422',
    `unknown_attribute ${at('__proto__')}`,
  ],
  [
    'a constructor as an attribute',
    post(',"constructor":{"prototype":1}'),
    '422',
    `unknown_attribute ${at('constructor')}`,
  ],
  [
    'a prototype as a document',
    { method: 'POST', body: '{"__proto__":{"data":{}}}' },
    '400',
    'invalid_document /data',
  ],
  [
    'a prototype beside data',
    { method: 'POST', body: document('').replace('{"data"', '{"__proto__":1,"data"') },
    '422',
    'unknown_attribute /__proto__',
  ],
  [
    'a prototype as a relationship',
    post('', ',"relationships":{"__proto__":{"data":null}}'),
    '422',
    'unknown_attribute /data/relationships/__proto__',
  ],
  [
    'a prototype as an option',
    { method: 'PATCH', path: '/1/start', body: '{"meta":{"__proto__":1}}' },
    '422',
    'unknown_attribute /meta/__proto__',
  ],
  ['a prototype as a parameter', { path: '?__proto__=1' }, '400', 'unknown_parameter __proto__'],
  [
    'a prototype as a filter',
    { path: '?filter[constructor]=1' },
    '400',
    'unknown_parameter filter[constructor]',
  ],
  [
    'a prototype as a type of fields',
    { path: '?fields[__proto__]=name' },
    '400',
    'invalid_fields fields[__proto__]',
  ],
  ['a prototype as a value', { path: '?stage=toString' }, '400', 'invalid_filter_value stage'],
  ['a prototype as an include', { path: '?include=__proto__' }, '400', 'invalid_include include'],

  ['an id beyond 64 bits in the path', { path: '/core/runbooks/9223372036854775808' }, '404', 'not_found'],
  ['an id of 400 digits in the path', { path: `/${'9'.repeat(400)}` }, '404', 'not_found'],
  [
    'an id beyond 64 bits in a filter',
    { path: '?stream_id=9223372036854775808' },
    '400',
    'invalid_parameter stream_id',
  ],
  [
    'an id beyond 64 bits in a relationship',
    related('"9223372036854775808"'),
    '422',
    'invalid_format /data/relationships/stream/data/id',
  ],
  [
    'the last id of 64 bits',
    related('"9223372036854775807"'),
    '422',
    'related_not_found /data/relationships/stream/data',
  ],
  [
    'a number for an id',
    related('9007199254740993'),
    '422',
    'invalid_type /data/relationships/stream/data/id',
  ],
  [
    'a number beyond 64 bits',
    post(',"duration":9223372036854775808'),
    '422',
    `out_of_range ${at('duration')}`,
  ],
  ['a number beyond all bits', post(',"duration":1e999'), '422', `invalid_type ${at('duration')}`],
  [
    'a number below zero beyond all bits',
    post(',"duration":-1e999'),
    '422',
    `invalid_type ${at('duration')}`,
  ],
  [
    'a page beyond 64 bits',
    { path: '?page[number]=9223372036854775808' },
    '400',
    'invalid_page page[number]',
  ],
  [
    'an offset beyond 53 bits',
    { path: '?page[offset]=9007199254740993' },
    '400',
    'invalid_page page[offset]',
  ],
  [
    'a year beyond the calendar',
    post(',"start_fixed":"+275760-09-13T00:00:00Z"'),
    '422',
    `invalid_format ${at('start_fixed')}`,
  ],

  [
    'a body of too many levels',
    { method: 'POST', body: `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
    '400',
    'invalid_json',
  ],
  [
    'a parameter of too many brackets',
    { path: `?filter${'[a]'.repeat(500)}=1` },
    '400',
    `unknown_parameter filter${'[a]'.repeat(500)}`,
  ],
  ['a member twice', { method: 'POST', body: document(',"name":"y"') }, '400', 'invalid_json'],
  [
    'a header twice in a mapping',
    {
      method: 'POST',
      path: '/import?mapping=%7B%22a%22:null,%22a%22:null%7D',
      type: 'text/csv',
      body: 'a\n1\n',
    },
    '400',
    'invalid_parameter mapping',
  ],
  [
    'a member twice, spelled otherwise',
    { method: 'POST', body: document(',"n\\u0061me":"y"') },
    '400',
    'invalid_json',
  ],
  ['data twice', { method: 'POST', body: '{"data":{},"data":{}}' }, '400', 'invalid_json'],
  ['a parameter twice', { path: '?search_term=a&search_term=b' }, '400', 'invalid_parameter search_term'],
  [
    'a parameter twice, spelled otherwise',
    { path: '?search_term=a&filter[search_term]=b' },
    '400',
    'invalid_parameter search_term',
  ],
  ['a page twice', { path: '?page[size]=1&page%5Bsize%5D=2' }, '400', 'invalid_parameter page[size]'],
  ['a flag twice', { path: '?forecast=true&forecast=false' }, '400', 'invalid_parameter forecast'],
  ['fields twice', { path: '?fields[task]=name&fields[task]=stage' }, '200'],

  ['half a percent sign', { path: '?search_term=100%' }, '400', 'bad_request'],
  ['a percent sign before no digits', { path: '/%zz' }, '400', 'bad_request'],
  ['an overlong encoding', { path: '/%c0%ae' }, '400', 'bad_request'],
  ['half a character', { path: '?search_term=%C3' }, '400', 'bad_request'],
  ['a slash that is encoded', { path: '/1%2fstart' }, '404', 'not_found'],
  ['dots that are encoded', { path: '/%2e%2e' }, '404', 'not_found'],
  ['what is not ASCII in the path', { path: '/\xe9' }, '400', 'bad_request'],

  ['a line break in a header', { headers: ['X-Request-Id: a\rX-Evil: 1'] }, '400', 'bad_request'],
  ['a header that is folded', { headers: ['Idempotency-Key: a', ' b'] }, '400', 'bad_request'],
  ['a space before the colon', { headers: ['Idempotency-Key : a'] }, '400', 'bad_request'],
  ['a line break in a parameter that becomes a link', { path: '?search_term=a%0d%0aX-Evil:%201' }, '200'],
  ['a token twice', { headers: ['Authorization: Bearer x'] }, '401', 'unauthorized'],
  ['a host twice', { headers: ['Host: evil.example'] }, '400', 'invalid_header Host'],
  [
    'a type of the body twice',
    { ...post(''), headers: ['Content-Type: text/csv'] },
    '400',
    'invalid_header Content-Type',
  ],
  ['two lengths', { ...post(''), headers: ['Content-Length: 5'] }, '400', 'bad_request'],
  ['a length and chunks', { ...post(''), headers: ['Transfer-Encoding: chunked'] }, '400', 'bad_request'],
  [
    'a version twice',
    { headers: ['Api-Version: 2022-02-22', 'Api-Version: 2026-06-03'] },
    '400',
    'invalid_header Api-Version',
  ],
  [
    'a key twice',
    { ...post(''), headers: ['Idempotency-Key: a', 'Idempotency-Key: b'] },
    '400',
    'invalid_header Idempotency-Key',
  ],
  ['a state twice', { headers: ['If-Match: "1"', 'If-Match: "2"'] }, '200'],
])('%s', async (_name, sent, ...expected) => {
  expect(await told(sent)).toEqual(expected)
  expect(await read()).toEqual(state)
})
