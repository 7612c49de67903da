import type { Endpoint, MetaOf } from '../endpoint.ts'
import type { EndpointName, endpoints } from '../endpoints.ts'
import type { PageLinks } from '../query/page.ts'
import type { Parameter, ParameterValue } from '../query/parameter.ts'
import type { Identifier, LinksOf, Resource, ResourceObject, WritesOf } from '../resource.ts'
import type { ResourceType } from '../resources.ts'

type Endpoints = typeof endpoints

/** Endpoints that answer a document, a file or nothing; live streams are watched instead. */
export type CallName = {
  [N in EndpointName]: Endpoints[N]['answer'] extends { kind: 'stream' } ? never : N
}[EndpointName]

/** Endpoints that answer page by page. */
export type ListName = {
  [N in EndpointName]: Endpoints[N]['answer'] extends { kind: 'list' } ? N : never
}[EndpointName]

type PathNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | PathNames<Rest>
  : P extends `${string}:${infer N}`
    ? N
    : never

/** The ids in the path of an endpoint. */
export type ParamsOf<E extends Endpoint> = { readonly [N in PathNames<E['path']>]: string }

/** A parameter as a caller gives it: a date may be a `Date`, milliseconds since the epoch, or text. */
type Given<P extends Parameter> =
  ParameterValue<P> extends number
    ? Date | number | string
    : ParameterValue<P> extends readonly (infer V)[]
      ? V | readonly V[]
      : ParameterValue<P>

/** The page of a list; one way of paging at a time. */
export type PageChoice =
  | { readonly number?: number; readonly size?: number }
  | { readonly limit?: number; readonly offset?: number }

type Sorts<E extends Endpoint> = E['answer'] extends { sort: readonly (infer S extends string)[] }
  ? S | `-${S}`
  : never

type Included<E extends Endpoint> = keyof E['resource']['relationships'] & string

interface ShapeOf<E extends Endpoint> {
  readonly include?: Included<E> | readonly Included<E>[]
  readonly fields?: { readonly [T in ResourceType]?: readonly string[] }
}

interface ListShapeOf<E extends Endpoint> extends ShapeOf<E> {
  readonly sort?: Sorts<E> | readonly Sorts<E>[]
  readonly page?: PageChoice
  readonly cursor?: string
}

/** The query of an endpoint, by the names of its declaration. */
export type QueryInput<E extends Endpoint> = {
  readonly [N in keyof E['query']]?: Given<E['query'][N]> | undefined
} & (E['answer'] extends { kind: 'list' }
  ? ListShapeOf<E>
  : E['answer'] extends { kind: 'resource' }
    ? ShapeOf<E>
    : unknown)

interface Sent {
  /** Makes a write safe to repeat, and so lets the client repeat it. */
  readonly idempotencyKey?: string
  /** The `ETag` on which a change is based. */
  readonly ifMatch?: string
  readonly signal?: AbortSignal
}

type DocumentInput<E extends Endpoint> = {
  readonly attributes?: WritesOf<E['resource']>
  readonly relationships?: LinksOf<E['resource']>
}

type BodyInput<E extends Endpoint> = E extends { body: { kind: infer K } }
  ? K extends 'document'
    ? DocumentInput<E> & { readonly meta?: MetaOf<E> }
    : K extends 'meta'
      ? { readonly meta?: MetaOf<E> }
      : K extends 'csv'
        ? { readonly body: string | Uint8Array<ArrayBuffer> }
        : unknown
  : unknown

/** Everything that one call says. */
export type CallInput<N extends EndpointName> = Sent & {
  readonly query?: QueryInput<Endpoints[N]>
} & BodyInput<Endpoints[N]> &
  ([PathNames<Endpoints[N]['path']>] extends [never]
    ? { readonly params?: Readonly<Record<string, never>> }
    : { readonly params: ParamsOf<Endpoints[N]> })

/** An input that can be left out when nothing in it is required. */
export type Rest<N extends EndpointName> =
  Partial<CallInput<N>> extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>]

export interface ResourceDocument<R extends Resource> {
  readonly data: ResourceObject<R>
  readonly included?: readonly ResourceObject[]
  readonly meta?: Readonly<Record<string, unknown>>
}

export interface ListDocument<R extends Resource> {
  readonly data: readonly ResourceObject<R>[]
  readonly included?: readonly ResourceObject[]
  readonly links: PageLinks
  readonly meta: {
    readonly page: {
      readonly number: number
      readonly size: number
      readonly total: number
      readonly pages: number
    }
    readonly [member: string]: unknown
  }
}

export interface IdentifiersDocument {
  readonly data: readonly Identifier[]
  readonly meta: Readonly<Record<string, unknown>>
}

/** What a call answers: a document, the text of a file, or nothing. */
export type ResultOf<N extends EndpointName> = Endpoints[N]['answer'] extends { kind: infer K }
  ? K extends 'resource'
    ? ResourceDocument<Endpoints[N]['resource']>
    : K extends 'list'
      ? ListDocument<Endpoints[N]['resource']>
      : K extends 'identifiers'
        ? IdentifiersDocument
        : K extends 'file'
          ? string
          : undefined
  : never
