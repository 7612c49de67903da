import { refuse } from '@runsheet/contract'
import type { Exchange } from '../answers/exchange.ts'
import { rateHeaders } from '../limits/gate.ts'
import { originOf } from './base-url.ts'
import { bearerToken, tokenKey } from './read-authorization.ts'
import { readTarget, type Target } from './read-target.ts'
import { repeatedHeader } from './repeated-headers.ts'

/** A request that may be looked at. */
export interface Admission {
  readonly target: Target
  /** Scheme and host that the caller used. */
  readonly origin: string
  readonly token: string
  readonly tokenKey: string
  readonly paidByAddress: boolean
}

/**
 * What is judged of every request below `/core` before anybody looks at its endpoint, in this order: URL, limit of the
 * address, `Authorization`, limit of the token.
 *
 * @param cost of the endpoint
 * @throws {AppError} 400, 429, 401
 */
export function admit({ api, request, req, address, headers }: Exchange, cost: number): Admission {
  const target = readTarget(req.url ?? '')
  const origin = originOf(request)
  const repeated = repeatedHeader(req)
  if (repeated === 'host')
    throw refuse('invalid_header', { header: 'Host', reason: 'repeated' }, { header: 'Host' })

  const token = repeated === 'authorization' ? undefined : bearerToken(req.headers.authorization)
  const key = token === undefined ? undefined : tokenKey(token)
  const ofAddress = api.gate.enterAddress(address, key)
  if (token === undefined || key === undefined) {
    if (ofAddress) Object.assign(headers, rateHeaders(ofAddress))
    throw refuse('unauthorized')
  }
  const ofToken = api.gate.enterToken(key, cost)
  if (ofToken) Object.assign(headers, rateHeaders(ofToken))
  return { target, origin, token, tokenKey: key, paidByAddress: ofAddress !== undefined }
}
