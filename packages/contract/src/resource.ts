import type { Static, TSchema } from 'typebox'

/**
 * Who sets a member: the server alone, the creator once, or anyone who may write, at any time. A `secret` is sent by the
 * creator and never answered; what is `hidden` is sent at any time and never answered.
 */
export type Access = 'read' | 'create' | 'write' | 'secret' | 'hidden'

/** True when a write of that kind may carry a member. */
export function mayWrite(access: Access, write: 'create' | 'update'): boolean {
  if (write === 'create') return access !== 'read'
  return access === 'write' || access === 'hidden'
}

/** True when answers show a member. */
export function isAnswered({ access }: { readonly access: Access }): boolean {
  return access !== 'secret' && access !== 'hidden'
}

export interface Attribute<
  S extends TSchema = TSchema,
  A extends Access = Access,
  W extends TSchema = TSchema,
> {
  readonly schema: S
  /** What is accepted on write, where that differs from what is answered. */
  readonly write?: W
  readonly access: A
  /** Must be present when the resource is created. */
  readonly required?: boolean
  /** Present only in some modes (forecast), so a reader must not rely on it. */
  readonly optional?: boolean
  readonly note?: string
}

export interface Relationship {
  readonly types: readonly string[]
  readonly many: boolean
  readonly access: Access
  readonly required?: boolean
  /** Rendered only when `include` asks for it, because it costs a statement. */
  readonly onInclude?: boolean
  readonly note?: string
}

/** One resource type of the wire: its members, once, for types, validation, OpenAPI and documents alike. */
export interface Resource {
  readonly type: string
  readonly summary: string
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly relationships: Readonly<Record<string, Relationship>>
}

/** Declares a resource and keeps its literal types. */
export function defineResource<const R extends Resource>(resource: R): R {
  return resource
}

interface Options<W extends TSchema = TSchema> {
  readonly write?: W
  readonly required?: boolean
  readonly optional?: boolean
  readonly note?: string
}

/** An attribute that only the server sets. */
export function readOnly<S extends TSchema>(schema: S, options: Options = {}): Attribute<S, 'read'> {
  return { schema, access: 'read', ...options }
}

/** An attribute set when the resource is made and never after. */
export function creatable<S extends TSchema>(
  schema: S,
  options?: Omit<Options, 'write'>,
): Attribute<S, 'create', S>
export function creatable<S extends TSchema, W extends TSchema>(
  schema: S,
  options: Options<W> & { readonly write: W },
): Attribute<S, 'create', W>
export function creatable(schema: TSchema, options: Options = {}): Attribute<TSchema, 'create'> {
  return { schema, access: 'create', ...options }
}

/** An attribute that the creator sends and nobody is ever shown. */
export function secret<S extends TSchema>(
  schema: S,
  options: Omit<Options, 'write' | 'optional'> = {},
): Attribute<S, 'secret', S> {
  return { schema, access: 'secret', ...options }
}

/** An attribute that may be sent at creation and later, and that nobody is ever shown. */
export function hidden<S extends TSchema>(
  schema: S,
  options: Omit<Options, 'write' | 'optional'> = {},
): Attribute<S, 'hidden', S> {
  return { schema, access: 'hidden', ...options }
}

/** An attribute that may be written at creation and later. */
export function writable<S extends TSchema>(
  schema: S,
  options?: Omit<Options, 'write'>,
): Attribute<S, 'write', S>
export function writable<S extends TSchema, W extends TSchema>(
  schema: S,
  options: Options<W> & { readonly write: W },
): Attribute<S, 'write', W>
export function writable(schema: TSchema, options: Options = {}): Attribute<TSchema, 'write'> {
  return { schema, access: 'write', ...options }
}

/** A relationship to at most one resource. */
export function toOne(
  type: string | readonly string[],
  access: Access = 'read',
  options: Omit<Partial<Relationship>, 'types' | 'many' | 'access'> = {},
): Relationship {
  return { types: typeof type === 'string' ? [type] : type, many: false, access, ...options }
}

/** A relationship to any number of resources. */
export function toMany(
  type: string | readonly string[],
  access: Access = 'read',
  options: Omit<Partial<Relationship>, 'types' | 'many' | 'access'> = {},
): Relationship {
  return { types: typeof type === 'string' ? [type] : type, many: true, access, ...options }
}

/** `{type, id}`: how one resource points at another. */
export interface Identifier {
  readonly type: string
  readonly id: string
}

/** `{type, lid}`: how a resource of a bulk write points at one that is made with it. */
export interface LocalIdentifier {
  readonly type: string
  readonly lid: string
}

type AttributeOf<A> = A extends Attribute<infer S> ? Static<S> : never
type Written<A> = A extends Attribute<TSchema, Access, infer W> ? Static<W> : never

/** The attributes of a resource as they are answered. */
export type AttributesOf<R extends Resource> = {
  [K in keyof R['attributes'] as R['attributes'][K]['access'] extends 'secret' | 'hidden'
    ? never
    : K]: AttributeOf<R['attributes'][K]>
}

/** The attributes of a resource as a write may carry them. */
export type WritesOf<R extends Resource> = {
  [K in keyof R['attributes'] as R['attributes'][K]['access'] extends 'read' ? never : K]?: Written<
    R['attributes'][K]
  >
}

/** The identifiers that a write may carry, by relationship. */
export type LinksOf<R extends Resource> = {
  [K in keyof R['relationships'] as R['relationships'][K]['access'] extends 'read' ? never : K]?:
    | Identifier
    | null
    | readonly Identifier[]
}

/** The same in a bulk write, where resources are found by `lid` as well. */
export type ItemLinksOf<R extends Resource> = {
  [K in keyof LinksOf<R>]?: Identifier | LocalIdentifier | null | readonly (Identifier | LocalIdentifier)[]
}

/** A whole resource object as it is answered. */
export interface ResourceObject<R extends Resource = Resource> {
  readonly type: R['type']
  readonly id: string
  readonly attributes: AttributesOf<R>
  readonly relationships: Readonly<
    Record<
      string,
      { data: Identifier | null | readonly Identifier[]; links?: Readonly<Record<string, string>> }
    >
  >
  readonly links: Readonly<Record<string, string>>
  readonly meta?: Readonly<Record<string, unknown>>
}
