import { AppError, type Credential, type Endpoint, problem, refuse } from '@runsheet/contract'
import type { Exchange } from '../answers/exchange.ts'
import { rateHeaders } from '../limits/gate.ts'
import { openConnections } from '../server/close-server.ts'
import { originOf } from './base-url.ts'
import { credentialKey, readCredential } from './read-authorization.ts'
import { readTarget, type Target } from './read-target.ts'
import { repeatedHeader } from './repeated-headers.ts'

/** A request that may be looked at. */
export interface Admission {
  readonly target: Target
  /** Scheme and host that the caller used. */
  readonly origin: string
  /** By what the caller wants to be known; undefined where anybody may call. */
  readonly credential: Credential | undefined
  /** What stands for the credential in memory. */
  readonly key: string | undefined
  readonly paidByAddress: boolean
}

/**
 * What is judged of every request below `/core` before anybody looks at its endpoint, in this order: the number of connections,
 * URL, limit of the address, `Authorization` or session, limit of the token or session.
 *
 * @param of the endpoint: what it costs, and what it needs; where anybody may call, the address pays
 * @throws {AppError} 503, 400, 429, 401
 */
export function admit(
  { api, request, req, address, headers }: Exchange,
  { cost, permission }: { cost: number; permission?: Endpoint['permission'] },
): Admission {
  if (openConnections(request.server.server) > api.settings.bounds.connections) throw crowded()
  const target = readTarget(req.url ?? '')
  const origin = originOf(request)
  const repeated = repeatedHeader(req)
  if (repeated === 'Host')
    throw refuse('invalid_header', { header: 'Host', reason: 'repeated' }, { header: 'Host' })
  if (permission === 'public') {
    const left = api.gate.enterAddress(address, undefined)
    if (left) Object.assign(headers, rateHeaders(left))
    return { target, origin, credential: undefined, key: undefined, paidByAddress: left !== undefined }
  }
  const { authorization, cookie } = req.headers
  const credential = repeated === 'Authorization' ? undefined : readCredential(authorization, cookie)
  const key = credential && credentialKey(credential)
  const ofAddress = api.gate.enterAddress(address, key)
  if (credential === undefined || key === undefined) {
    if (ofAddress) Object.assign(headers, rateHeaders(ofAddress))
    throw refuse('unauthorized')
  }
  const left = api.gate.enterToken(key, cost)
  if (left) Object.assign(headers, rateHeaders(left))
  return { target, origin, credential, key, paidByAddress: ofAddress !== undefined }
}

/** The connection goes with its answer, so that there is room for another. */
const crowded = () => new AppError(problem('core_unavailable'), { headers: { connection: 'close' } })
