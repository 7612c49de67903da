import { randomBytes } from 'node:crypto'
import type { Answer, Document, TestServer } from '../server/index.ts'

/** An id, or several, by the name of the relationship: `{ stream: '3', predecessors: ['1', '2'] }`. */
export type Links = Readonly<Record<string, string | null | readonly string[]>>

/** What a test of plans says to a server; every `make…` answers the id of what it made. */
export interface Planner {
  makeWorkspace(): Promise<string>
  makeRunbook(attributes?: object, links?: Links, meta?: object): Promise<string>
  makeTask(runbook: string, attributes?: object, links?: Links): Promise<string>
  makeStream(runbook: string, attributes?: object, links?: Links): Promise<string>
  /** A custom field of text on tasks, or as its attributes say. */
  makeField(attributes: object, links?: Links): Promise<string>
  makeRunbookType(attributes?: object, links?: Links): Promise<string>
  makeTaskType(attributes?: object, links?: Links): Promise<string>
  /** Id of a type of the instance by its key. */
  typeOf(kind: 'task_types' | 'runbook_types', key: string): Promise<string>
  change(path: string, attributes?: object, links?: Links, meta?: object): Promise<Answer>
  get(path: string): Promise<Document>
}

/** What a relationship points at, where its name is not the type. */
const types: Readonly<Record<string, string>> = {
  predecessors: 'task',
  rto_start_task: 'task',
  rto_end_task: 'task',
  assignees: 'user',
  recipients: 'user',
  parent_stream: 'stream',
  parent_folder: 'folder',
  parent_field: 'custom_field',
  group: 'custom_field_group',
  task_types: 'task_type',
  custom_fields: 'custom_field',
  runbook_types: 'runbook_type',
}

/** A write as a document. Ids of `assignees` and `recipients` are of users, or `runbook_team:5`. */
export function writeOf(type: string, attributes: object, links: Links = {}, meta?: object): Document {
  const identify = (name: string, text: string) => {
    const [kind = '', id] = text.split(':')
    return id === undefined ? { type: types[name] ?? name, id: text } : { type: kind, id }
  }
  const relationships = Object.entries(links).map(([name, to]) => [
    name.startsWith('parent_') ? 'parent' : name,
    {
      data:
        to === null ? null : typeof to === 'string' ? identify(name, to) : to.map((id) => identify(name, id)),
    },
  ])
  return {
    data: { type, attributes, relationships: Object.fromEntries(relationships) as object },
    ...(meta ? { meta } : {}),
  }
}

/** Codes of a refusal with their places, in their order: `blank /data/attributes/name`. */
export function refusals({ document }: Answer): string[] {
  const errors = (document['errors'] ?? []) as { code: string; source?: Record<string, string> }[]
  return errors.map(({ code, source = {} }) => [code, ...Object.values(source)].join(' '))
}

/** @throws {Error} with the refusal, when there is one */
export function dataOf({ status, document }: Answer): Document {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(document['errors'])}`)
  return document['data'] as Document
}

const keyOf = () => `k${randomBytes(6).toString('hex')}`

export function plannerOf(server: TestServer): Planner {
  const post = async (type: string, path: string, attributes: object, links?: Links, meta?: object) =>
    dataOf(await server.send('POST', path, writeOf(type, attributes, links, meta)))['id'] as string
  return {
    makeWorkspace() {
      const key = keyOf()
      return post('workspace', '/core/workspaces', { name: key, key })
    },
    async makeRunbook(attributes = {}, links = {}, meta) {
      const isPlaced = 'workspace' in links || meta !== undefined
      const place = isPlaced ? {} : { workspace: await this.makeWorkspace() }
      return post(
        'runbook',
        '/core/runbooks',
        { name: 'Failover', ...attributes },
        { ...place, ...links },
        meta,
      )
    },
    makeTask: (runbook, attributes = {}, links) =>
      post('task', `/core/runbooks/${runbook}/tasks`, { name: 'Drain', ...attributes }, links),
    makeStream: (runbook, attributes = {}, links) =>
      post('stream', `/core/runbooks/${runbook}/streams`, { name: 'Database', ...attributes }, links),
    makeField: (attributes, links) =>
      post(
        'custom_field',
        '/core/custom_fields',
        { name: 'ticket', field_type: 'text', apply_to: 'task_add_edit', ...attributes },
        links,
      ),
    makeRunbookType: (attributes = {}, links) =>
      post('runbook_type', '/core/runbook_types', { name: 'Failover', ...attributes }, links),
    makeTaskType: (attributes = {}, links) =>
      post('task_type', '/core/task_types', { name: 'Approval', key: keyOf(), ...attributes }, links),
    async typeOf(kind, key) {
      const found = dataOf(await server.send('GET', `/core/${kind}?page[size]=100`)) as unknown as Document[]
      return found.find(({ attributes }) => attributes.key === key)?.['id'] as string
    },
    change(path, attributes = {}, links, meta) {
      const [type = '', id] = path.split('/').slice(-2)
      const { data, ...rest } = writeOf(type.replace(/s$/, ''), attributes, links, meta)
      return server.send('PATCH', path, { data: { ...data, id }, ...rest })
    },
    get: async (path) => dataOf(await server.send('GET', path)),
  }
}
