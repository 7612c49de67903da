import { connect } from 'node:net'
import fc from 'fast-check'

/** Bytes that mean something to a parser of HTTP or JSON, or nothing at all. */
const pieces = [
  '\r\n',
  '\n',
  '\r\n\r\n',
  '\0',
  '\u00ff',
  ' ',
  ':',
  '%',
  '%00',
  '%zz',
  '..',
  '//',
  'HTTP/9.9',
  'Content-Length: 99999999999999999999\r\n',
  'Content-Length: -1\r\n',
  'Content-Length: 5\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip\r\n',
  'Content-Encoding: br\r\n',
  'Expect: nothing\r\n',
  'Host: a\r\n',
  'Cookie: runsheet_session=\u0001\r\n',
  'Authorization: Bearer \u0001\r\n',
  'If-Match: "\r\n',
  'Idempotency-Key: \u0080\r\n',
  'Core-Url: ://\r\n',
  'Range: bytes=0-1\r\n',
  'Upgrade: websocket\r\nConnection: upgrade\r\n',
  '{"a":'.repeat(200),
  'x'.repeat(20_000),
]

/** Whole requests with something cut out, put in or written over. */
export function anyBytes(whole: readonly string[]): fc.Arbitrary<Buffer> {
  const cut = fc.record({ at: fc.nat(600), length: fc.nat(40), piece: fc.constantFrom('', ...pieces) })
  return fc
    .tuple(fc.constantFrom(...whole), fc.array(cut, { minLength: 1, maxLength: 4 }))
    .map(([text, cuts]) => {
      let spoilt = text
      for (const { at, length, piece } of cuts) {
        const from = at % (spoilt.length + 1)
        spoilt = spoilt.slice(0, from) + piece + spoilt.slice(from + length)
      }
      return Buffer.from(spoilt, 'latin1')
    })
}

/** A request as it goes over the wire. */
export function wholeRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const lines = Object.entries({ host: 'x', ...headers, 'content-length': String(Buffer.byteLength(body)) })
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`
}

/** One answer, as far as it came. */
export interface RawAnswer {
  readonly status: number
  readonly body: string
}

/**
 * Sends bytes and ends its side of the connection.
 *
 * @returns every answer that came until the server ended the other side
 */
export function exchange(port: number, bytes: Buffer): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A server may hang up on what it cannot read, also while it is being sent.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      try {
        resolve(answersIn(Buffer.concat(chunks).toString('latin1')))
      } catch (error) {
        reject(error)
      }
    })
  })
}

/** @throws {Error} when what came is no HTTP */
function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = []
  for (let rest = text; rest !== ''; ) {
    const end = rest.indexOf('\r\n\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(rest)?.[1])
    if (end === -1 || Number.isNaN(status)) throw new Error(`no answer: ${rest.slice(0, 200)}`)
    const length = Number(/content-length: (\d+)/i.exec(rest.slice(0, end))?.[1] ?? 0)
    const body = rest.slice(end + 4, end + 4 + length)
    if (status >= 200) answers.push({ status, body })
    rest = rest.slice(end + 4 + length)
  }
  return answers
}
