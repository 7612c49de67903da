/** One message of a stream of server-sent events. */
export interface StreamMessage {
  /** Its own id, or undefined; `lastEventId` of the standard is kept by the reader of the stream. */
  readonly id: string | undefined
  readonly event: string
  /** Undefined for a message that only carries an id or a pause. */
  readonly data: string | undefined
  /** The pause before a reconnection that the stream asks for, in milliseconds, when it said one since the last message. */
  readonly retryMs: number | undefined
}

/**
 * Reads `text/event-stream` (HTML Living Standard, section 9.2.6): lines may end in LF, CR or CRLF and be cut anywhere
 * between chunks. A message without data is given only when it carries an id or a pause. An unfinished last message is
 * dropped.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<StreamMessage> {
  let message = blank()
  for await (const line of lines(chunks)) {
    if (line !== '') {
      takeLine(message, line)
      continue
    }
    const { id, event, data, retryMs } = message
    if (data.length > 0 || id !== undefined || retryMs !== undefined)
      yield { id, event, data: data.length > 0 ? data.join('\n') : undefined, retryMs }
    message = blank()
  }
}

interface Unfinished {
  id: string | undefined
  event: string
  data: string[]
  retryMs: number | undefined
}

const blank = (): Unfinished => ({ id: undefined, event: 'message', data: [], retryMs: undefined })

function takeLine(message: Unfinished, line: string) {
  const colon = line.indexOf(':')
  const field = colon < 0 ? line : line.slice(0, colon)
  const text = colon < 0 ? '' : line.slice(colon + 1)
  const value = text.startsWith(' ') ? text.slice(1) : text
  if (field === 'data') message.data.push(value)
  else if (field === 'event') message.event = value === '' ? 'message' : value
  else if (field === 'id' && !value.includes('\0')) message.id = value
  else if (field === 'retry' && /^\d+$/.test(value)) message.retryMs = Number(value)
}

async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    // A CR at the end may be half of a CRLF: it waits for what follows.
    const end = rest.endsWith('\r') ? rest.length - 1 : rest.length
    const parts = rest.slice(0, end).split(/\r\n|\r|\n/)
    rest = (parts.pop() ?? '') + rest.slice(end)
    yield* parts
  }
  // What follows the last end of a line is an unfinished message; a lone CR at the very end finishes a line.
  if (rest.endsWith('\r')) yield rest.slice(0, -1)
}
