import { createCore } from '@runsheet/core'
import pino from 'pino'
import { TOKEN } from './load.ts'

const empty = new Uint8Array()

/** Core without the HTTP in front of it, called as the api calls it. */
export function openCoreAlone(connectionString: string) {
  const core = createCore({
    connectionString,
    log: pino({ level: 'silent' }),
    timers: false,
    secretKey: '0'.repeat(64),
  })
  return {
    close: () => core.close(),
    async call(
      endpoint: string,
      params: Readonly<Record<string, string>>,
      document?: unknown,
    ): Promise<void> {
      const { status, body } = await core.client.call({
        endpoint,
        params,
        query: [],
        document,
        body: empty,
        credential: { kind: 'token', secret: TOKEN },
        origin: undefined,
        isOwnOrigin: false,
        userAgent: undefined,
        language: undefined,
        requestId: 'bench',
        baseUrl: 'http://127.0.0.1',
        path: '/core/bench',
        address: '127.0.0.1',
        ifMatch: undefined,
        idempotencyKey: undefined,
        lastEventId: undefined,
        apiVersion: '2022-02-22',
        deadlineMs: 10_000,
      })
      if (status >= 300) throw new Error(`${endpoint}: ${status} ${typeof body === 'string' ? body : ''}`)
    },
  }
}
