import { isUtf8 } from 'node:buffer'
import { refuse } from '@runsheet/contract'

export const DEPTH_AT_MOST = 64

const BYTE_ORDER_MARK = 0xfeff

/**
 * Parses a JSON body (RFC 8259) strictly: UTF-8, no member twice in one object (its section 4 leaves their meaning open),
 * at most 64 levels.
 *
 * @throws {AppError} 400 `invalid_json`
 */
export function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw refuse('invalid_json', { fault: 'encoding' })
  const whole = bytes.toString('utf8')
  const text = whole.charCodeAt(0) === BYTE_ORDER_MARK ? whole.slice(1) : whole
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    const position = positionIn(cause.message, text)
    throw refuse('invalid_json', position === undefined ? { fault: 'syntax' } : { fault: 'syntax', position })
  }
  checkMembers(text)
  return value
}

/** V8 tells the position of most faults in its message, and of none in some. */
function positionIn(message: string, text: string): number | undefined {
  if (message.startsWith('Unexpected end')) return text.length
  const found = /at position (\d+)/.exec(message)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Walks over text that is known to be JSON: a set of names for each open object, null for each open list. */
function checkMembers(text: string): void {
  const open: (Set<string> | null)[] = []
  let names: Set<string> | null = null
  let nameNext = false
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = closingQuote(text, at)
        if (nameNext && names) {
          const raw = text.slice(at, end + 1)
          const name = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1)
          if (names.has(name)) throw refuse('invalid_json', { fault: 'duplicate_member', name })
          names.add(name)
          nameNext = false
        }
        at = end
        break
      }
      case 0x7b:
      case 0x5b:
        names = text.charCodeAt(at) === 0x7b ? new Set() : null
        nameNext = names !== null
        if (open.push(names) > DEPTH_AT_MOST)
          throw refuse('invalid_json', { fault: 'too_deep', limit: DEPTH_AT_MOST })
        break
      case 0x7d:
      case 0x5d:
        open.pop()
        names = open.at(-1) ?? null
        nameNext = false
        break
      case 0x2c:
        nameNext = names !== null
    }
  }
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1
  for (;;) {
    at = text.indexOf('"', at)
    let backslashes = 0
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 0) return at
    at++
  }
}
