import { BlockList, isIP } from 'node:net'
import { refuse } from '@runsheet/contract'

/** Networks that are nobody's on the internet (IANA special-purpose address registries). */
const reserved = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  reserved.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  reserved.addSubnet(network, bits, 'ipv6')

/** Names that stand for the machine or the network itself (RFC 6761, RFC 6762, and the `internal` of ICANN). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$|^[^.]+$/

/** True for a host that is not reached over the internet. @param hostname as `URL` writes it */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  if (family === 4) return reserved.check(address, 'ipv4')
  if (family === 6) return reserved.check(address, 'ipv6')
  return PRIVATE_NAME.test(hostname)
}

/**
 * Refuses an address that events must not be sent to. What a name stands for by then is for the delivery to look at.
 *
 * @param letsPrivate the operator lets in what is inside the own network, and plain HTTP
 * @throws {AppError} 422 `webhook_url_blocked`
 */
export function checkWebhookUrl(text: string, letsPrivate: boolean): void {
  if (letsPrivate) return
  const url = new URL(text)
  const blocked = (reason: 'private' | 'not_https') =>
    refuse(
      'webhook_url_blocked',
      { url: text, reason },
      { pointer: '/data/attributes/url', meta: { reason } },
    )
  if (isPrivateHost(url.hostname)) throw blocked('private')
  if (url.protocol !== 'https:') throw blocked('not_https')
}
