import type {
  CancelSignal,
  CoreAnswer,
  CoreCall,
  Endpoint,
  ParsedQuery,
  Permission,
  QueryOf,
  WriteOf,
} from '@runsheet/contract'
import type { Access, Scope } from '@runsheet/domain'
import type { Directory } from '../directory/directory.ts'
import type { HeldCredential } from '../people/held-credential.ts'
import type { HotRead } from '../people/hot-reads.ts'
import type { Standing } from '../runbooks/runbook-store.ts'
import type { Services } from './services.ts'

/** The person who calls. */
export interface Caller {
  readonly userId: number
  readonly access: Access
  readonly credential: HeldCredential
}

/** A request that anybody may send: nobody has asked who calls. */
export interface PublicRequest<E extends Endpoint = Endpoint> {
  readonly endpoint: E
  readonly call: CoreCall
  readonly query: ParsedQuery & { readonly values: QueryOf<E> }
  readonly write: WriteOf<E>
  readonly services: Services
}

/** A request whose caller is known and may do what is asked, whichever endpoint it is for. */
export interface RequestBase {
  readonly endpoint: Endpoint
  /** What the caller must be allowed. */
  readonly permission: Permission
  readonly call: CoreCall
  /** Ids of the path. */
  readonly params: Readonly<Record<string, number>>
  readonly query: ParsedQuery
  readonly caller: Caller
  /** Milliseconds since the epoch, by the database. */
  readonly now: number
  /** Milliseconds since the epoch, by this machine. */
  readonly deadline: number
  readonly scope: Scope
  readonly standing: Standing
  /** Types and fields after the action of the request, which nobody else sees yet: what is told of it is told by them. */
  readonly directory?: Directory
  readonly seen: HotRead
  readonly services: Services
  /** Aborted when the caller has gone; only streams look at it. */
  readonly signal: CancelSignal | undefined
  /** Host and path of the request, for links. */
  readonly address: string
}

/** The same with query and body as its endpoint declares them. */
export interface CoreRequest<E extends Endpoint = Endpoint> extends RequestBase {
  readonly endpoint: E
  readonly query: ParsedQuery & { readonly values: QueryOf<E> }
  /** The body, held against its schema; empty for reads. */
  readonly write: WriteOf<E>
}

/** What answers an endpoint; that of a public one is given no caller. */
export type Handler<E extends Endpoint> = (
  request: E extends { readonly permission: 'public' } ? PublicRequest<E> : CoreRequest<E>,
) => CoreAnswer | Promise<CoreAnswer>

/** A handler for every endpoint of a group: one that is missing does not compile. */
export type HandlersFor<G extends Readonly<Record<string, Endpoint>>> = {
  readonly [N in keyof G]: Handler<G[N]>
}
