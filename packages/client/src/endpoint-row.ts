export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What the client has to know of an endpoint when it calls it; all else of it is types. */
export interface EndpointRow {
  readonly method: Method
  /** Below the server's base path, with `:name` for parameters. */
  readonly path: string
  /** May be called by anybody, and takes no idempotency key. */
  readonly isPublic?: true
  /** A document that makes or changes a resource or several, options of an action, or a file. */
  readonly body?: 'create' | 'update' | 'documents' | 'meta' | 'csv'
  /** Of the resource that the document is about. */
  readonly type?: string
  readonly answer: 'resource' | 'resources' | 'list' | 'identifiers' | 'empty' | 'file' | 'stream'
  /** The media types of a file. */
  readonly accept?: string
}

/** True for an endpoint to which a write may be sent again with its key, and is done once. */
export function takesKey({ method, isPublic }: EndpointRow): boolean {
  return method !== 'GET' && isPublic !== true
}
