export { ApiError, type ErrorProblem } from './api-error.ts'
export {
  type Answer as ClientAnswer,
  type Calls,
  type Client,
  type ClientOptions,
  createClient,
} from './create-client.ts'
export { readEvents, type StreamMessage } from './read-events.ts'
export type {
  CallInput,
  CallName,
  IdentifiersDocument,
  ListDocument,
  ListName,
  ResourceDocument,
  ResultOf,
} from './types.ts'
export type { LiveEvent, WatchOptions } from './watch.ts'
