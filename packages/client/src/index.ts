export { ApiError, type AskedRequest, type ErrorProblem, type ErrorSource, isCode } from './api-error.ts'
export type { CallInput, CallName, ItemOf, ListName, ResultOf } from './call-types.ts'
export { type Answer, type Calls, type Client, type ClientOptions, createClient } from './create-client.ts'
export type {
  AnyResource,
  Fields,
  IdentifiersDocument,
  Instant,
  ListDocument,
  Page,
  ResourceDocument,
  ResourceType,
} from './documents.ts'
export type { ErrorCode } from './generated/error-codes.ts'
export type * from './generated/resources.ts'
export type * from './generated/shared.ts'
export { readEvents, type StreamMessage } from './read-events.ts'
export type { Identifier, ResourceObject, ToMany, ToOne } from './resource-object.ts'
export type { LiveEvent, WatchOptions } from './watch.ts'
