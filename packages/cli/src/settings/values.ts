import { isIP } from 'node:net'
import type { CoreAddress, RateLimit } from '@runsheet/api'
import { apiVersionFor, EARLIEST_API_VERSION } from '@runsheet/contract'
import { InvalidValue } from './setting.ts'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export function readText(text: string): string {
  return text
}

export function readHost(text: string): string {
  if (isIP(text) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text
  throw new InvalidValue('an address or a host name, such as 127.0.0.1 or 0.0.0.0')
}

/** 0 means any free port. */
export function readPort(text: string): number {
  return readInteger(text, 0, 65_535)
}

export function readMilliseconds(text: string): number {
  return readInteger(text, 100, 600_000)
}

/** Connections that an api has at once. */
export function readConnections(text: string): number {
  return readInteger(text, 1, 1_000_000)
}

/** Calls that a Core has at once. */
export function readCalls(text: string): number {
  return readInteger(text, 1, 100_000)
}

function readInteger(text: string, from: number, to: number): number {
  const number = Number(text)
  if (/^\d{1,9}$/.test(text) && number >= from && number <= to) return number
  throw new InvalidValue(`a whole number from ${from} to ${to}`)
}

export function readSwitch(text: string): boolean {
  if (text === 'on') return true
  if (text === 'off') return false
  throw new InvalidValue('on or off')
}

export function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text)
  if (level) return level
  throw new InvalidValue(`one of ${logLevels.join(', ')}`)
}

export function readRateLimit(text: string): RateLimit | 'off' {
  if (text === 'off') return 'off'
  const [, requests, seconds] = /^(\d{1,9})\/(\d{1,6})$/.exec(text) ?? []
  if (Number(requests) > 0 && Number(seconds) > 0)
    return { requests: Number(requests), seconds: Number(seconds) }
  throw new InvalidValue('<requests>/<seconds>, such as 600/60, or off')
}

/** A sub-path with a slash at its start and none at its end; `/` for none. */
export function readBasePath(text: string): string {
  const path = `/${text.replace(/^\/+|\/+$/g, '')}`
  if (/^\/([A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*)?$/.test(path) && !/\/\.{1,2}(\/|$)/.test(path)) return path
  throw new InvalidValue('a path such as /runsheet')
}

export function readEmail(text: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 254) return text
  throw new InvalidValue('an e-mail address')
}

export function readPassword(text: string): string {
  if (text.length >= 8) return text
  throw new InvalidValue('at least 8 characters long')
}

/** The form of a user app token: 48 hexadecimal characters. */
export function readToken(text: string): string {
  if (/^[0-9a-f]{48}$/.test(text)) return text
  throw new InvalidValue('48 characters of 0-9 and a-f')
}

/** A 256 bit key. */
export function readKey(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase()
  throw new InvalidValue('64 characters of 0-9 and a-f')
}

/** Without a slash at its end. */
export function readHttpUrl(text: string): string {
  const url = urlOf(text)
  const isPlain = url !== undefined && url.search === '' && url.hash === '' && url.username === ''
  if (isPlain && /^https?:$/.test(url.protocol)) return text.replace(/\/+$/, '')
  throw new InvalidValue('an absolute http or https URL')
}

export function readDatabaseUrl(text: string): string {
  if (/^postgres(ql)?:$/.test(databaseAddress(text)?.protocol ?? '')) return text
  throw new InvalidValue('a URL such as postgresql://user:password@host:5432/database')
}

/**
 * A database address as a URL. One of a unix socket has no host, or its folder as a parameter, which is no URL by the
 * standard of the web: it gets the host `socket`.
 */
export function databaseAddress(text: string): URL | undefined {
  return urlOf(text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)(?=[/?])/, '$1socket'))
}

export function readSmtpUrl(text: string): string {
  if (/^smtps?:$/.test(urlOf(text)?.protocol ?? '')) return text
  throw new InvalidValue('a URL such as smtp://user:password@host:587')
}

/** `runsheet@example.com` or `Runsheet <runsheet@example.com>`. */
export function readSender(text: string): string {
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text
  if (/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address) && text.length <= 320) return text
  throw new InvalidValue('an e-mail address, or a name with one in <>')
}

export function readDays(text: string): number {
  return readInteger(text, 1, 36_500)
}

export function readApiVersion(text: string): string {
  const version = apiVersionFor(text)
  if (version !== undefined) return version
  throw new InvalidValue(`a date from ${EARLIEST_API_VERSION} on`)
}

/** Addresses and networks, separated by commas. */
export function readNetworks(text: string): readonly string[] {
  const networks = listOf(text)
  for (const network of networks)
    if (!isNetwork(network))
      throw new InvalidValue(
        `addresses and networks such as 10.0.0.0/8, separated by commas; "${network}" is none`,
      )
  return networks
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** Origins as browsers write them, separated by commas; `*` for all. */
export function readOrigins(text: string): readonly string[] {
  const origins = listOf(text)
  for (const origin of origins) {
    if (origin !== '*' && urlOf(origin)?.origin !== origin) {
      throw new InvalidValue(
        `origins such as https://ops.example.com, separated by commas, or *; "${origin}" is none`,
      )
    }
  }
  return origins
}

/** `https://core.example.com=http://10.0.0.7:8081;timeout_ms=5000,…`: which Core a `Core-Url` means. */
export function readCores(text: string): Readonly<Record<string, CoreAddress>> {
  const form =
    'pairs of a Core-Url and the address of its Core, such as https://core.example.com=http://10.0.0.7:8081, separated by commas, each with ;timeout_ms= and ;calls= where they differ'
  const pairs = listOf(text).map((pair) => {
    const at = pair.indexOf('=')
    const [key, [address = '', ...own]] = [pair.slice(0, at), pair.slice(at + 1).split(';')]
    if (at < 1 || !isHttp(key) || !isHttp(address)) throw new InvalidValue(`${form}; "${pair}" is none`)
    return [key, { url: address.replace(/\/+$/, ''), ...readOwn(own) }] as const
  })
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw new InvalidValue(`${form}, each Core-Url once`)
  return Object.fromEntries(pairs)
}

/** What holds for one Core alone, as `name=value`. */
function readOwn(texts: readonly string[]): Omit<CoreAddress, 'url'> {
  return Object.assign(
    {},
    ...texts.map((text) => {
      const [name, value = ''] = text.split('=', 2)
      if (name === 'timeout_ms') return { timeoutMs: readMilliseconds(value) }
      if (name === 'calls') return { callsAtMost: readCalls(value) }
      throw new InvalidValue(`timeout_ms= or calls= after the address of a Core; "${text}" is neither`)
    }),
  ) as Omit<CoreAddress, 'url'>
}

const isHttp = (text: string) => /^https?:$/.test(urlOf(text)?.protocol ?? '')

function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim())
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
