import { holdAnswer, type TestRunbook, type TestServer } from '@runsheet/testing'

/** A message of a stream, as it came. */
export interface Message {
  readonly id: number | undefined
  readonly event: string | undefined
  readonly data: string | undefined
  readonly text: string
}

export interface OpenStream {
  readonly response: Response
  /** Everything that has come, comments and `retry` included. */
  readonly messages: Message[]
  /** Resolves when the messages fulfil a condition; rejects when the stream ends before that. */
  until(condition: (messages: Message[]) => boolean): Promise<void>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens the live stream of a runbook over HTTP. */
export async function openStream(
  server: TestServer,
  { path }: TestRunbook,
  options: { lastEventId?: number | string; token?: string; connection?: string } = {},
): Promise<OpenStream> {
  const abort = new AbortController()
  const query = options.connection === undefined ? '' : `?connection=${options.connection}`
  const response = await fetch(`${server.url}${path}/events${query}`, {
    headers: {
      authorization: `Bearer ${options.token ?? server.token}`,
      accept: 'text/event-stream',
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': String(options.lastEventId) }),
    },
    signal: abort.signal,
  })
  const { status, headers } = response
  if (status < 300) holdAnswer({ method: 'GET', path: `${path}/events`, status, headers, text: '' })
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  let isOver = false
  const ended = read(response, messages, () => {
    for (const look of waiting) look()
  }).finally(() => {
    isOver = true
    for (const look of waiting) look()
  })
  return {
    response,
    messages,
    ended,
    close: () => abort.abort(),
    until(condition) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (condition(messages)) resolve()
          else if (isOver) reject(new Error(`the stream ended with ${messages.length} messages`))
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      })
    },
  }
}

/** The events among the messages: those with an id. */
export const eventsOf = (messages: readonly Message[]) => messages.filter(({ id }) => id !== undefined)

async function read(response: Response, messages: Message[], onMessage: () => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return
      const parts = (rest + value).split('\n\n')
      rest = parts.pop() ?? ''
      messages.push(...parts.map(readMessage))
      onMessage()
    }
  } catch {
    // The stream was cut, by whichever side.
  }
}

function readMessage(text: string): Message {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]
  const id = field('id')
  return { id: id === undefined ? undefined : Number(id), event: field('event'), data: field('data'), text }
}
