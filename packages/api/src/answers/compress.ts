import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { addVary, encodingFor } from './encoding.ts'

/** Smaller answers go as they are: one or two packets less would not pay for the detour through a thread. */
const BYTES_AT_LEAST = 16 * 1024

const TEXT = /^(?:text\/|application\/(?:vnd\.api\+)?json\b)/

/** 2.5 ms per megabyte of tasks, to a seventh of it; level 6 takes twice as long, to a ninth (measured). */
const LEVEL = 1

const compressed = promisify(gzip)

/** Whether an answer is one that is compressed for clients which take that. */
export function isCompressible(headers: OutgoingHttpHeaders, body: string | Uint8Array): boolean {
  return (
    body.length >= BYTES_AT_LEAST &&
    headers['content-encoding'] === undefined &&
    TEXT.test(String(headers['content-type']))
  )
}

/**
 * The body as it travels, with what the headers then have to say. Its `ETag` stays: it is the sequence of the resource, for
 * `If-Match`, and answers are not kept.
 */
export async function compress(
  acceptEncoding: string | undefined,
  headers: OutgoingHttpHeaders,
  body: string | Uint8Array,
): Promise<string | Uint8Array> {
  addVary(headers, 'Accept-Encoding')
  if (encodingFor(acceptEncoding, (name) => name === 'gzip') === undefined) return body
  headers['content-encoding'] = 'gzip'
  return typeof body === 'string' ? compressed(body, { level: LEVEL }) : compressedOnce(body)
}

/** What bytes became that are sent again: Core keeps whole pages while nothing in them changes. */
const known = new WeakMap<Uint8Array, Promise<Uint8Array>>()

function compressedOnce(body: Uint8Array): Promise<Uint8Array> {
  let bytes = known.get(body)
  if (!bytes) {
    bytes = compressed(body, { level: LEVEL })
    known.set(body, bytes)
    bytes.catch(() => known.delete(body))
  }
  return bytes
}
