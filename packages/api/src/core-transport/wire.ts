import { type CoreCall, endpointNamed } from '@runsheet/contract'

/** Between the tiers a call is `POST /call`: this header holds it, the body of the request is the caller's body. */
export const CALL_PATH = '/call'
export const READY_PATH = '/ready'
/** `GET /processes/<id of an api process>`: notes it and answers how many there are. */
export const PROCESSES_PATH = '/processes/'
export const CALL_HEADER = 'runsheet-call'
/** Core states its version with every answer; an answer without it came from something else. */
export const VERSION_HEADER = 'runsheet-core-version'

/** Base64url of JSON: any text travels safely in a header. */
export function encodeCall(call: CoreCall): string {
  return Buffer.from(JSON.stringify({ ...call, document: undefined, body: undefined })).toString('base64url')
}

/**
 * @throws {SyntaxError} when header or body are not what an api sends
 */
export function decodeCall(header: string, body: Buffer): CoreCall {
  const call = JSON.parse(Buffer.from(header, 'base64url').toString()) as Partial<CoreCall>
  if (typeof call.endpoint !== 'string' || typeof call.requestId !== 'string')
    throw new SyntaxError(`no call in ${CALL_HEADER}`)
  const isFile = endpointNamed(call.endpoint)?.body?.kind === 'csv'
  const document: unknown =
    isFile || body.length === 0 ? undefined : JSON.parse(body.toString().replace(/^\ufeff/, ''))
  // The api of the same release wrote the other members.
  return { ...call, document, body } as CoreCall
}
