import {
  type CoreAnswer,
  type CoreCall,
  changesSince,
  endpointNamed,
  fieldTypesOf,
  takeEarlier,
  tellEarlier,
  type VersionChange,
} from '@runsheet/contract'

/**
 * Answers in the version that was asked for, with what knows only the newest. Who asks for the newest pays nothing for the
 * others; for an older one the answer is read and written once more, where it can hold what has changed.
 */
export async function answerVersion(
  call: CoreCall,
  answer: (call: CoreCall) => Promise<CoreAnswer>,
): Promise<CoreAnswer> {
  const changes = changesSince(call.apiVersion)
  const endpoint = changes.length === 0 ? undefined : endpointNamed(call.endpoint)
  if (!endpoint) return answer(call)
  const { type } = endpoint.resource
  const told = await answer({ ...call, document: takeEarlier(call.document, type, changes) })
  const types = fieldTypesOf(endpoint)
  const ofAnswer = changes.filter(({ resource }) => types.includes(resource))
  return ofAnswer.length === 0 ? told : rewritten(told, ofAnswer)
}

function rewritten(answer: CoreAnswer, changes: readonly VersionChange[]): CoreAnswer {
  const { status, body } = answer
  if (status >= 400 || (typeof body !== 'string' && !(body instanceof Uint8Array))) return answer
  const document: unknown = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString())
  return { ...answer, body: JSON.stringify(tellEarlier(document, changes)) }
}
