import {
  AppError,
  type CancelSignal,
  type CoreAnswer,
  type CoreCall,
  chooseLanguage,
  type Endpoint,
  type EndpointName,
  endpointNamed,
  errorDocument,
  type ParsedQuery,
  type Permission,
  parseQuery,
  readDocument,
  refuse,
} from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import { asServiceError } from '../db/database-error.ts'
import { authenticate } from '../people/authenticate.ts'
import { type HashedCredential, hashedCredential } from '../people/hashed-credential.ts'
import type { HotRead } from '../people/hot-reads.ts'
import { OutOfDate, witnessOf } from '../people/known-callers.ts'
import { answerVersion } from './answer-version.ts'
import { checkDeveloper, judgeCaller } from './authorise.ts'
import { checkOrigin } from './check-origin.ts'
import { handlers } from './handlers.ts'
import { checkOwnResource } from './own-resource.ts'
import { locate, namedIn, readPathId } from './place.ts'
import type { CoreRequest, Handler, PublicRequest, RequestBase } from './request.ts'
import { seesArchived } from './sees-archived.ts'
import type { Services } from './services.ts'

/**
 * Answers one request: who calls, may they see it, may they do it, is it well formed, do it.
 *
 * @param signal aborted when the caller has gone: ends a stream, nothing else
 * @returns an answer also for refusals; only faults are thrown
 */
export async function dispatch(
  services: Services,
  call: CoreCall,
  signal?: CancelSignal,
): Promise<CoreAnswer> {
  try {
    return await answerVersion(call, (asked) => answer(services, asked, signal))
  } catch (thrown) {
    const error = asServiceError(thrown)
    if (error instanceof AppError) return refusal(error, call)
    throw error
  }
}

/** A refusal in the caller's language. */
export function refusal(error: AppError, call: Pick<CoreCall, 'language' | 'requestId'>): CoreAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...error.headers },
    body: JSON.stringify(
      errorDocument(error.problems, chooseLanguage(call.language), call.requestId, error.limit),
    ),
  }
}

async function answer(
  services: Services,
  call: CoreCall,
  signal: CancelSignal | undefined,
): Promise<CoreAnswer> {
  const endpoint = endpointNamed(call.endpoint)
  if (!endpoint || !Object.hasOwn(handlers, call.endpoint))
    throw refuse('route_not_found', { path: call.path })
  const query = parseQuery(endpoint, call.query)
  const { permission } = endpoint
  if (permission === 'public') return answerAnybody(services, call, endpoint, query)
  if (!call.credential) throw refuse('unauthorized')
  const credential = hashedCredential(call.credential)
  const params: Record<string, number> = {}
  for (const name of Object.keys(call.params)) params[name] = readPathId(call.params[name])
  const { runbookId, workspaceId } = namedIn(call.endpoint, endpoint, params)

  const about: About = { endpoint, permission, credential, query, params, runbookId, workspaceId, signal }
  const remembered =
    runbookId === null || endpoint.method === 'GET' || call.idempotencyKey !== undefined
      ? undefined
      : services.callers.recall(credential, runbookId)
  if (remembered) {
    const answered = await answerRemembered(services, call, about, remembered)
    if (answered) return answered
  }
  const deadline = Date.now() + call.deadlineMs
  do {
    const seen = await authenticate(services.hotReads, credential, { runbookId, workspaceId })
    if (runbookId !== null) services.callers.remember(credential, runbookId, seen)
    const answered = await unlessOutOfDate(() => answerCaller(services, call, about, seen, false))
    if (answered) return answered
  } while (Date.now() < deadline)
  throw refuse('core_timeout')
}

/**
 * Whoever's rights change while the request waits for others is judged anew, as often as there is time: what changed them was
 * done meanwhile, so that all of those who wait get on.
 *
 * @returns undefined when the caller was judged by what does not hold any more
 */
async function unlessOutOfDate(answer: () => Promise<CoreAnswer>): Promise<CoreAnswer | undefined> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof OutOfDate) return undefined
    throw error
  }
}

/** What a request asks for, read. */
interface About {
  readonly endpoint: Endpoint
  readonly permission: Permission
  readonly credential: HashedCredential
  readonly query: ParsedQuery
  readonly params: Readonly<Record<string, number>>
  readonly runbookId: number | null
  readonly workspaceId: number | null
  readonly signal: CancelSignal | undefined
}

/**
 * Does an action for a caller who is remembered. Only a success counts, since its commit held the memory against the
 * database; a refusal may come from the memory being old, and is judged anew.
 *
 * @returns undefined when the caller has to be looked up
 */
async function answerRemembered(
  services: Services,
  call: CoreCall,
  about: About,
  seen: HotRead,
): Promise<CoreAnswer | undefined> {
  try {
    return await answerCaller(services, call, about, seen, true)
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof OutOfDate)) throw error
    services.callers.forget(about.credential, about.runbookId ?? 0)
    return undefined
  }
}

async function answerCaller(
  services: Services,
  call: CoreCall,
  about: About,
  seen: HotRead,
  isRemembered: boolean,
): Promise<CoreAnswer> {
  const { endpoint } = about
  const credential = { kind: about.credential.kind, id: seen.credential_id }
  services.lastUse.note(credential, seen.last_used_at, seen.now)
  checkOrigin(call, endpoint)
  const access = await services.access.of(seen.user_id, seen.permission_revision)
  checkDeveloper(about.credential, access)
  const known = { seen, access, isRemembered }
  const handle = handlers[call.endpoint as EndpointName] as Handler<Endpoint>
  if (endpoint.method === 'GET') {
    const answer = await handle({ ...(await admit(services, call, about, known)), write: nothing })
    // By which a client sets its clock; in a header, so that the same state has the same body.
    return { ...answer, headers: { ...answer.headers, 'x-as-of': new Date(seen.now).toISOString() } }
  }
  // Before anything is judged: a repeat of a delete would not find what it deleted.
  return services.answers.once(call, seen.user_id, async () => {
    const request = await admit(services, call, about, known)
    await checkOwnResource(request)
    const isRead = endpoint.body !== undefined && endpoint.body.kind !== 'csv'
    const write = isRead ? readDocument(endpoint, call.document, idOf(call, endpoint, seen)) : nothing
    return handle({ ...request, write: write as CoreRequest['write'] })
  })
}

/** Judges whether the caller may see and do what is asked, and gathers what the handler is told. */
async function admit(
  services: Services,
  call: CoreCall,
  about: About,
  { seen, access, isRemembered }: { seen: HotRead; access: Access; isRemembered: boolean },
): Promise<RequestBase> {
  const { endpoint, query, params, runbookId, workspaceId, signal } = about
  const located = await locate(services, call, endpoint, {
    runbookId,
    workspaceId,
    seen,
    access,
    seesArchived: seesArchived(endpoint, query),
    params,
  })
  judgeCaller(call, endpoint, about.permission, access, located)
  return {
    endpoint,
    permission: about.permission,
    call,
    params,
    query,
    caller: {
      userId: seen.user_id,
      access,
      credential: { kind: about.credential.kind, id: seen.credential_id },
    },
    now: seen.now,
    deadline: Date.now() + call.deadlineMs,
    scope: located.scope,
    standing: {
      seq: seen.seq ?? 0,
      instanceRevision: seen.instance_revision,
      witness: witnessOf(about.credential.kind, seen),
      isRemembered,
    },
    seen,
    services,
    signal,
    address: `${call.baseUrl}${call.path}`,
  }
}

/** The id that a body may repeat: that of the path, or the caller's own. */
const idOf = (call: CoreCall, { ofCaller }: Endpoint, seen: HotRead) =>
  ofCaller ? String(seen.user_id) : call.params['id']

/** Answers what anybody may ask. */
async function answerAnybody(
  services: Services,
  call: CoreCall,
  endpoint: Endpoint,
  query: ParsedQuery,
): Promise<CoreAnswer> {
  checkOrigin(call, endpoint)
  const write = endpoint.body ? readDocument(endpoint, call.document) : nothing
  // By the types a handler of a public endpoint is one of these; a lookup by name cannot show that to the compiler.
  const handle = handlers[call.endpoint as EndpointName] as unknown as PublicHandler
  return handle({ endpoint, call, query, write: write as PublicRequest['write'], services })
}

type PublicHandler = (request: PublicRequest) => Promise<CoreAnswer>

/** The body of a request that has none to read. */
const nothing: CoreRequest['write'] = { attributes: {}, relationships: {}, meta: {}, items: [] }
