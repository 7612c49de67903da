import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ChainHead } from './chain-walk.ts'

export const FORMAT = 'runsheet.anchor'
export const FORMAT_VERSION = 1

/** The heads of all chains at one instant: what an anchor file holds. */
export interface Anchor {
  readonly format: typeof FORMAT
  readonly version: typeof FORMAT_VERSION
  /** UTC, to the millisecond. */
  readonly at: string
  /** When the instance was made, UTC, to the microsecond: it tells one database from another. */
  readonly instance: string
  /** By chain, in rising order. */
  readonly heads: readonly ChainHead[]
  /** In hex. */
  readonly signature: string
}

/** One anchor a day: the date, in UTC, is its name. */
export function fileNameOf(at: string): string {
  return `${at.slice(0, 10)}.json`
}

/** The text that is signed: that of `docs/audit.md`. */
function signedText({ at, instance, heads }: Omit<Anchor, 'signature'>): string {
  const lines = heads.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`)
  return [FORMAT, FORMAT_VERSION, at, instance, ...lines].join('\n')
}

function signatureOf(anchor: Omit<Anchor, 'signature'>, secretKey: string): Buffer {
  return createHmac('sha256', Buffer.from(secretKey, 'hex')).update(signedText(anchor)).digest()
}

/** @param secretKey 64 hexadecimal characters */
export function signAnchor(anchor: Omit<Anchor, 'signature'>, secretKey: string): Anchor {
  return { ...anchor, signature: signatureOf(anchor, secretKey).toString('hex') }
}

export function isSignedWith(anchor: Anchor, secretKey: string): boolean {
  return timingSafeEqual(Buffer.from(anchor.signature, 'hex'), signatureOf(anchor, secretKey))
}

/** The anchor that a file holds; undefined when it holds none that can be read. */
export function readAnchor(text: string): Anchor | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isAnchor(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isAnchor(value: unknown): value is Anchor {
  const { format, version, at, instance, heads, signature } = fieldsOf(value)
  return (
    format === FORMAT &&
    version === FORMAT_VERSION &&
    isText(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) &&
    isText(instance, /^[^\n]+$/) &&
    Array.isArray(heads) &&
    heads.every(isHead) &&
    isText(signature, HASH)
  )
}

function isHead(value: unknown): value is ChainHead {
  const { chain, seq, hash } = fieldsOf(value)
  return Number.isSafeInteger(chain) && Number.isSafeInteger(seq) && isText(hash, HASH)
}

const HASH = /^[0-9a-f]{64}$/

const isText = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value)

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
