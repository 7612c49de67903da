import type { ResourceMeta } from './generated/shared.ts'

/** `{type, id}`: how one resource points at another. */
export interface Identifier<T extends string = string> {
  readonly type: T
  readonly id: string
}

type Links = Readonly<Record<string, string>>

/** A relationship to at most one resource. */
export interface ToOne<T extends string> {
  readonly data: Identifier<T> | null
  readonly links?: Links
}

/** A relationship to any number of resources. */
export interface ToMany<T extends string> {
  readonly data: readonly Identifier<T>[]
  readonly links?: Links
}

/** A relationship as it is written: null takes it away. */
export type WrittenToOne<T extends string> = Identifier<T> | null

/** A relationship as it is written: it is replaced whole. */
export type WrittenToMany<T extends string> = readonly Identifier<T>[]

/** A resource as it is answered. Members that `fields` did not select are absent, whatever the type says. */
export interface ResourceObject<T extends string, A, R> {
  readonly type: T
  readonly id: string
  readonly attributes: A
  readonly relationships: R
  readonly links: Links
  readonly meta?: ResourceMeta
}
