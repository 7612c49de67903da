import type { Resources } from './generated/resources.ts'
import type { DocumentMeta, ImportMeta, ListMeta, PageLinks } from './generated/shared.ts'
import type { Identifier } from './resource-object.ts'

/** The names that resources have on the wire. */
export type ResourceType = keyof Resources

/** Any resource; its `type` tells which. */
export type AnyResource = Resources[ResourceType]

export interface ResourceDocument<R extends AnyResource = AnyResource> {
  readonly data: R
  /** What `include` asked for. */
  readonly included?: readonly AnyResource[]
  readonly meta?: DocumentMeta
}

/** One page of a list. */
export interface ListDocument<R extends AnyResource = AnyResource> {
  readonly data: readonly R[]
  /** What `include` asked for. */
  readonly included?: readonly AnyResource[]
  readonly links: PageLinks
  readonly meta: ListMeta
}

/** As many resources as were sent, in their order. */
export interface ResourcesDocument<R extends AnyResource = AnyResource> {
  readonly data: readonly R[]
  readonly meta?: DocumentMeta
}

/** How a resource of a bulk write points at one that the same document makes. */
export interface LocalIdentifier<T extends string = string> {
  readonly type: T
  readonly lid: string
}

type WithLocal<L> = L extends readonly Identifier<infer T>[]
  ? readonly (Identifier<T> | LocalIdentifier<T>)[]
  : L extends Identifier<infer T>
    ? L | LocalIdentifier<T>
    : L

/** One resource of a bulk write, of which `A` and `L` may be written and `M` are its own options. */
export interface BulkItem<A, L, M> {
  /** Of the resource that is to change; without it, one is made. */
  readonly id?: string | undefined
  /** By which relationships of the same document find one that is made. */
  readonly lid?: string | undefined
  readonly attributes?: Partial<A> | undefined
  readonly relationships?: { readonly [K in keyof L]?: WithLocal<L[K]> | undefined } | undefined
  readonly meta?: M | undefined
}

export interface IdentifiersDocument<T extends string = string> {
  readonly data: readonly Identifier<T>[]
  readonly meta: ImportMeta
}

/** An instant as a caller gives it: a `Date`, milliseconds since the epoch, or text. */
export type Instant = Date | number | string

/** The page of a list; one way of paging at a time. */
export type Page =
  | { readonly number?: number | undefined; readonly size?: number | undefined }
  | { readonly limit?: number | undefined; readonly offset?: number | undefined }

type FieldOf<R> = R extends { readonly attributes: infer A; readonly relationships: infer L }
  ? (keyof A | keyof L) & string
  : never

/** The members to answer, by type; the others are left out. */
export type Fields<T extends ResourceType> = {
  readonly [K in T]?: readonly FieldOf<Resources[K]>[] | undefined
}

/** What may be said around any call. */
export interface SentByRead {
  /** Ends the call, its pauses included; the call throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined
}

/** What may be said around a call that changes something. */
export interface SentByWrite extends SentByRead {
  /** By default a new one for each call: however often a write is sent, it is done once. */
  readonly idempotencyKey?: string | undefined
}

/** What may be said around a change of one resource. */
export interface SentByChange extends SentByWrite {
  /** The `ETag` on which the change is based; the server refuses with `stale_resource` when there is another. */
  readonly ifMatch?: string | undefined
}
