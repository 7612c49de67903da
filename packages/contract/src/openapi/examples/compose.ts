import { SESSION_COOKIE } from '../../core-call.ts'
import type { Endpoint } from '../../endpoint.ts'
import { endpoints } from '../../endpoints.ts'
import { pageLinks, pageMeta } from '../../query/page.ts'
import { type Identifier, mayWrite, type Resource } from '../../resource.ts'
import type { resources } from '../../resources.ts'
import type { Json } from '../json-schema.ts'
import { pathParameters, typeOfParameter } from '../parameters.ts'
import { isResourceType } from '../resource-schemas.ts'
import { customField, customFieldGroup, customFieldOption, customFieldUser } from './custom-fields.ts'
import type { Example, ExampleWrite } from './example.ts'
import { type Operation, operations } from './operations.ts'
import {
  access,
  invitation,
  me,
  myTask,
  password,
  passwordReset,
  role,
  roleType,
  runbookTeam,
  runbookUser,
  secondFactor,
  session,
  signInPage,
  team,
  user,
  userAppToken,
} from './people.ts'
import { finding, run, runbook, runbookType, runbookVersion } from './runbooks.ts'
import { dataSource, dataSourceRecord, dataSourceUpload, eventDelivery, eventIntegration } from './sources.ts'
import { actionLog, activity, auditChain, comment, presence } from './talk.ts'
import { stream, task, taskAction, taskType } from './tasks.ts'
import { folder, workspace } from './workspaces.ts'

/** One example of every resource type. */
export const seeds: Readonly<Record<keyof typeof resources, Example>> = {
  workspace,
  folder,
  runbook,
  runbook_version: runbookVersion,
  run,
  finding,
  runbook_type: runbookType,
  task,
  task_action: taskAction,
  task_type: taskType,
  stream,
  runbook_team: runbookTeam,
  team,
  runbook_user: runbookUser,
  user,
  invitation,
  me,
  my_task: myTask,
  session,
  sign_in_page: signInPage,
  password_reset: passwordReset,
  password,
  second_factor: secondFactor,
  user_app_token: userAppToken,
  role,
  role_type: roleType,
  access,
  custom_field: customField,
  custom_field_option: customFieldOption,
  custom_field_group: customFieldGroup,
  custom_field_user: customFieldUser,
  data_source: dataSource,
  data_source_record: dataSourceRecord,
  data_source_upload: dataSourceUpload,
  event_integration: eventIntegration,
  event_delivery: eventDelivery,
  comment,
  presence,
  action_log: actionLog,
  activity,
  audit_chain: auditChain,
}

/** Lines of a plan, as the import takes them. */
export const EXAMPLE_CSV = `Task ID,Title,Predecessor IDs,Stream,Planned Duration
1,Stop the replication,,Database,5m
2,Promote the standby database,1,Database,10m
`

/** People and their teams, as their imports take them. */
export const EXAMPLE_PEOPLE_CSV = `Email,Team
mira.okafor@example.com,Database administrators
jonas.weber@example.com,Database administrators
`

const EXAMPLE_PEOPLE_EXPORT = `Email,Role,Streams,Team,Output fields,Name,Job Title,Archived
mira.okafor@example.com,runbook_admin,,,,Mira Okafor,Database administrator,
jonas.weber@example.com,,,Database administrators,,Jonas Weber,,
`

/** What is told beside the identifiers of an import. */
const importMetas = {
  ImportMeta: {
    created: 2,
    streams_created: 1,
    streams: [{ name: 'Network', parent: null }],
    renumbered: [],
    teams_created: 0,
    teams: [],
    dry_run: false,
  },
  PeopleImportMeta: {
    people: 2,
    added: 2,
    teams_created: 1,
    teams: ['Database administrators'],
    dry_run: false,
  },
} satisfies Record<string, Json>

const isOfPeople = ({ path }: Endpoint) => /\/(?:teams|runbook_users)\//.test(path)

const seedOf = (type: string): Example =>
  isResourceType(type) ? seeds[type as keyof typeof seeds] : { id: '5', attributes: {}, relationships: {} }

/** What is particular about the example of an endpoint. */
export const operationOf = (name: string): Operation =>
  (operations as Readonly<Record<string, Operation>>)[name] ?? {}

/** The path of an endpoint with the ids of the examples, and its example query. */
export function examplePath(name: string, endpoint: Endpoint): string {
  let { path } = endpoint
  const { query, ids = {} } = operationOf(name)
  for (const parameter of pathParameters(endpoint)) {
    const type = typeOfParameter(endpoint, parameter)
    path = path.replace(`:${parameter}`, ids[type] ?? seedOf(type).id)
  }
  return query === undefined ? path : `${path}?${query}`
}

/** What a caller might send, or undefined when the endpoint needs no body. */
export function exampleRequest(name: string, endpoint: Endpoint): Json | string | undefined {
  const { body, resource } = endpoint
  if (!body) return undefined
  const { meta } = operationOf(name)
  const withMeta = meta ? { meta } : {}
  if (body.kind === 'csv') return isOfPeople(endpoint) ? EXAMPLE_PEOPLE_CSV : EXAMPLE_CSV
  if (body.kind === 'meta') return meta ? withMeta : undefined
  if (body.kind === 'documents')
    return { data: [writeObject(resource, 'update'), { ...writeObject(resource, 'create'), lid: 'a' }] }
  return { data: writeObject(resource, body.write), ...withMeta }
}

function writeObject({ type, attributes: declared }: Resource, write: 'create' | 'update'): Json {
  const seed = seedOf(type)
  const { attributes = {}, relationships = {} } = seed[write] ?? {}
  const links = linked(relationships)
  const hasAttributes = Object.values(declared).some(({ access }) => mayWrite(access, write))
  return {
    type,
    ...(write === 'update' ? { id: seed.id } : {}),
    ...(hasAttributes ? { attributes } : {}),
    ...(Object.keys(links).length > 0 ? { relationships: links } : {}),
  }
}

const linked = (relationships: Readonly<Record<string, Identifier | null | readonly Identifier[]>>): Json =>
  Object.fromEntries(Object.entries(relationships).map(([name, data]) => [name, { data }]))

/**
 * The body of a success, or undefined where it is empty or a stream.
 *
 * @param serverUrl scheme, host and base path, for the links of pages
 */
export function exampleAnswer(
  name: string,
  endpoint: Endpoint,
  serverUrl: string,
): Json | string | undefined {
  const { answer, resource, body } = endpoint
  const { after = {}, ids = {} } = operationOf(name)
  const other = ids[resource.type]
  const update =
    body?.kind === 'document' && body.write === 'update' ? seedOf(resource.type).update : undefined
  switch (answer.kind) {
    case 'resource':
      return {
        data: { ...resourceObject(resource, update, after), ...(other === undefined ? {} : { id: other }) },
        ...(after.meta ? { meta: after.meta } : {}),
      }
    case 'list':
      return { data: [resourceObject(resource)], ...pageOf(name, endpoint, serverUrl) }
    case 'resources': {
      const { update: changed, create } = seedOf(resource.type)
      return { data: [resourceObject(resource, changed), { ...resourceObject(resource, create), id: '18' }] }
    }
    case 'identifiers':
      return {
        data: [
          { type: resource.type, id: '1' },
          { type: resource.type, id: '2' },
        ],
        meta: importMetas[answer.meta],
      }
    case 'file':
      return isOfPeople(endpoint) ? EXAMPLE_PEOPLE_EXPORT : EXAMPLE_CSV
    default:
      return undefined
  }
}

function pageOf(name: string, endpoint: Endpoint, serverUrl: string): Json {
  const [path = '', query = ''] = examplePath(name, endpoint).split('?')
  const others = query === '' ? [] : query.split('&').map((pair) => pair.split('=') as [string, string])
  const size = endpoint.answer.kind === 'list' ? (endpoint.answer.page?.size ?? 50) : 50
  const page = { style: 'number', size, offset: 0 } as const
  return {
    links: pageLinks(serverUrl + path, others, page, 1, { lastId: undefined, isLast: true }),
    meta: pageMeta(page, 1),
  }
}

/** The seed as a document shows it, with the members of a write and the effects of an operation laid over it. */
function resourceObject(resource: Resource, ...changes: readonly (ExampleWrite | undefined)[]): Json {
  const seed = seedOf(resource.type)
  const attributes: Record<string, unknown> = { ...seed.attributes }
  const relationships: Record<string, Identifier | null | readonly Identifier[]> = { ...seed.relationships }
  for (const [name, { optional }] of Object.entries(resource.attributes))
    if (optional) delete attributes[name]
  for (const change of changes) {
    Object.assign(attributes, change?.attributes)
    Object.assign(relationships, change?.relationships)
  }
  for (const [name, { onInclude }] of Object.entries(resource.relationships))
    if (onInclude) delete relationships[name]
  return {
    type: resource.type,
    id: seed.id,
    attributes,
    relationships: Object.fromEntries(
      Object.entries(relationships).map(([name, data]) => [name, { data, ...linkTo(data, seed, name) }]),
    ),
    links: seed.self === undefined ? {} : { self: seed.self },
    ...(seed.meta ? { meta: seed.meta } : {}),
  }
}

/** The link of a relationship to one resource that has an address. */
function linkTo(
  data: Identifier | null | readonly Identifier[],
  { unlinked = [] }: Example,
  name: string,
): Json {
  if (data === null || !('type' in data) || unlinked.includes(name)) return {}
  const { self } = seedOf(data.type)
  return self === undefined ? {} : { links: { related: self.replace(/[^/]+$/, data.id) } }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A `curl` that a reader can paste, with the token in `$TOKEN`. */
export function exampleCurl(name: string, serverUrl: string): string {
  const endpoint: Endpoint = endpoints[name as keyof typeof endpoints]
  const request = exampleRequest(name, endpoint)
  const known =
    operationOf(name).by === 'session'
      ? [
          `-b "${SESSION_COOKIE}=$SESSION"`,
          `-H ${quoted(`Origin: ${/^\w+:\/\/[^/]+/.exec(serverUrl)?.[0] ?? ''}`)}`,
        ]
      : [`-H "Authorization: Bearer $TOKEN"`]
  const lines = [
    `curl ${endpoint.answer.kind === 'stream' ? '-N ' : ''}${endpoint.method === 'GET' ? '' : `-X ${endpoint.method} `}${quoted(serverUrl + examplePath(name, endpoint))}`,
    ...(endpoint.permission === 'public' ? [] : known),
  ]
  if (typeof request === 'string') lines.push("-H 'Content-Type: text/csv'", '--data-binary @plan.csv')
  else if (request)
    lines.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(request, null, 2))}`)
  return lines.join(' \\\n  ')
}
