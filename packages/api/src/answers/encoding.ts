import type { OutgoingHttpHeaders } from 'node:http'

/** The encodings of answers, in the order in which we prefer them. */
const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

const CODING = /^\s*([a-z0-9*-]+)\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?$/i

/**
 * Which of the offered encodings a client takes (RFC 9110, section 12.5.3). Of several the smallest is chosen, whatever the
 * client's weights are, as long as they are not 0.
 *
 * @returns undefined when the answer goes as it is
 */
export function encodingFor(
  acceptEncoding: string | undefined,
  isOffered: (encoding: Encoding) => boolean,
): Encoding | undefined {
  if (acceptEncoding === undefined) return undefined
  const weights = new Map<string, number>()
  for (const text of acceptEncoding.split(',')) {
    const [, name, weight] = CODING.exec(text) ?? []
    if (name !== undefined) weights.set(name.toLowerCase(), Number(weight ?? 1))
  }
  return encodings.find((name) => isOffered(name) && (weights.get(name) ?? weights.get('*') ?? 0) > 0)
}

/** Notes that the answer depends on a header of the request. */
export function addVary(headers: OutgoingHttpHeaders, name: string): void {
  const { vary } = headers
  if (vary === undefined) headers['vary'] = name
  else if (!vary.includes(name)) headers['vary'] = `${vary}, ${name}`
}
