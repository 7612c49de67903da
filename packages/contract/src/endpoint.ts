import type { Static, TSchema } from 'typebox'
import type { ErrorCode } from './errors/index.ts'
import type { Page, PageLimits } from './query/page.ts'
import type { Parameter, ParameterValue } from './query/parameter.ts'
import type { ItemLinksOf, LinksOf, Resource, WritesOf } from './resource.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What a caller must be allowed; who is, says the policy of `domain/permissions`. */
export const permissions = [
  'instance.read',
  'account.read',
  'account.update',
  'token.create',
  'log.read',
  'audit.read',
  'people.read',
  'people.list',
  'people.manage',
  'role.read',
  'role.grant',
  'workspace.read',
  'workspace.create',
  'workspace.update',
  'folder.manage',
  'type.manage',
  'custom_field.manage',
  'data_source.read',
  'data_source.manage',
  'integration.read',
  'integration.manage',
  'team.manage',
  'runbook.create',
  'runbook.read',
  'runbook.comment',
  'comment.update',
  'comment.feature',
  'runbook.update',
  'runbook.people',
  'runbook.archive',
  'task.update',
  'stream.create',
  'stream.update',
  'stream.delete',
  'run.control',
  'task.progress',
  'task.skip',
] as const
export type Permission = (typeof permissions)[number]

/** A JSON:API document that writes one resource. */
export interface DocumentBody {
  readonly kind: 'document'
  readonly write: 'create' | 'update'
  readonly meta?: MetaSchema
  /** Attributes that may be sent as members of the body itself, without `data` around them: older clients do. */
  readonly bare?: readonly string[]
}

/**
 * A JSON:API document that writes several resources of one type, all or none: those with an id are changed, the others
 * are made. Those that are made may have a `lid`, by which relationships of the same document find them.
 */
export interface DocumentsBody {
  readonly kind: 'documents'
  /** Resources of one document. */
  readonly max: number
  /** Options of one resource that is changed, in its own `meta`; one that is made has none. */
  readonly each: MetaSchema
}

/** Options of an operation, in the top-level `meta`; the body may be absent where nothing in it is required. */
export interface MetaBody {
  readonly kind: 'meta'
  readonly meta: MetaSchema
}

/** A file of lines. */
export interface CsvBody {
  readonly kind: 'csv'
}

export interface MetaSchema {
  readonly members: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
}

export type Body = DocumentBody | DocumentsBody | MetaBody | CsvBody

export type Answer =
  | { readonly kind: 'resource'; readonly status: 200 | 201 }
  | {
      readonly kind: 'list'
      readonly status: 200
      readonly page?: PageLimits
      readonly sort?: readonly string[]
      readonly sortAliases?: Readonly<Record<string, string>>
    }
  /** As many as were sent, in their order. */
  | { readonly kind: 'resources'; readonly status: 200 }
  | {
      readonly kind: 'identifiers'
      readonly status: 201
      /** Which component describes its `meta`. */
      readonly meta: 'ImportMeta' | 'PeopleImportMeta'
    }
  | { readonly kind: 'empty'; readonly status: 204 }
  | { readonly kind: 'file'; readonly status: 200; readonly types: readonly string[] }
  | { readonly kind: 'stream'; readonly status: 200 }

/** One endpoint, declared once: route, validation, documentation, client and dispatch are all made from it. */
export interface Endpoint {
  readonly method: Method
  /** Below the server's base path, with `:name` for parameters; each names an id. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly resource: Resource
  /** `public` may be called by anybody, signed in or not. */
  readonly permission: Permission | 'public'
  /** Where the permission must be held is said in the body, so it is judged when that is read. */
  readonly scopeIn?: 'body'
  /** It is about the caller alone: its resource is the caller's own, and its path needs no id. */
  readonly ofCaller?: true
  /** Body or answer holds a secret: what is remembered of the request must not give it away. */
  readonly holdsSecret?: true
  /** What a request takes of the rate limit; 1 unless it writes many things at once. */
  readonly cost?: number
  readonly query: Readonly<Record<string, Parameter>>
  readonly body?: Body
  readonly answer: Answer
  /** Refusals beside those that every endpoint can give. */
  readonly errors: readonly ErrorCode[]
  /** Oldest Core that has it. */
  readonly since: string
}

/** True for an endpoint that changes one resource as it stands: `If-Match` can name from which state. */
export function takesIfMatch(endpoint: Pick<Endpoint, 'method' | 'path' | 'ofCaller'>): boolean {
  return (endpoint.method === 'PATCH' || endpoint.method === 'DELETE') && isOfOne(endpoint)
}

/** True for an endpoint that reads one resource as it stands, so that its answer says in which state. */
export function readsOne(endpoint: Pick<Endpoint, 'method' | 'path' | 'ofCaller' | 'answer'>): boolean {
  return endpoint.method === 'GET' && endpoint.answer.kind === 'resource' && isOfOne(endpoint)
}

/** True for an endpoint about one resource that its path names, or that is the caller's own. */
export function isOfOne({ path, ofCaller }: Pick<Endpoint, 'path' | 'ofCaller'>): boolean {
  return ofCaller === true || path.includes('/:id')
}

/** What a request takes of the rate limit where it may write many things at once. */
export const BULK_COST = 10

/** Declares an endpoint and keeps its literal types. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

export type QueryOf<E extends Endpoint> = { [K in keyof E['query']]?: ParameterValue<E['query'][K]> }

type MetaMembers<M> = M extends { members: infer S extends Record<string, TSchema> }
  ? { [K in keyof S]?: Static<S[K]> }
  : Record<string, never>
export type MetaOf<E extends Endpoint> = E['body'] extends { meta: infer M }
  ? MetaMembers<M>
  : Record<string, never>

type EachOf<E extends Endpoint> = E['body'] extends { each: infer M } ? MetaMembers<M> : Record<string, never>

/** One resource of a bulk write that passed the schema. */
export interface WrittenItemOf<E extends Endpoint> {
  /** Of the resource that is to change; without it, one is made. */
  readonly id?: string
  readonly lid?: string
  readonly attributes: WritesOf<E['resource']>
  readonly relationships: ItemLinksOf<E['resource']>
  readonly meta: EachOf<E>
}

/** A write that passed the schema: what is absent was not sent. */
export interface WriteOf<E extends Endpoint> {
  readonly id?: string
  readonly attributes: WritesOf<E['resource']>
  readonly relationships: LinksOf<E['resource']>
  readonly meta: MetaOf<E>
  /** The resources of a bulk write, in their order. */
  readonly items: readonly WrittenItemOf<E>[]
}

/** The parameters of a request, understood. */
export interface ParsedQuery {
  readonly values: Readonly<Record<string, unknown>>
  readonly include: readonly string[]
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly page: Page
  /** Everything but the page, as it was sent, for links. */
  readonly others: readonly (readonly [string, string])[]
}
