export { ApiError, type ErrorProblem, type ErrorSource, isCode } from './api-error.ts'
export type { CallInput, CallName, ItemOf, ListName, ResultOf } from './call-types.ts'
export { type Answer, type Calls, type Client, type ClientOptions, createClient } from './create-client.ts'
export type {
  AnyResource,
  Fields,
  Identifier,
  IdentifiersDocument,
  Instant,
  ListDocument,
  Page,
  ResourceDocument,
  ResourceObject,
  ResourceType,
  ToMany,
  ToOne,
} from './documents.ts'
export type { ErrorCode } from './generated/error-codes.ts'
export type * from './generated/resources.ts'
export type * from './generated/shared.ts'
export { readEvents, type StreamMessage } from './read-events.ts'
export type { LiveEvent, WatchOptions } from './watch.ts'
