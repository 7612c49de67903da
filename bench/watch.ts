import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { send, startServer, TOKEN } from './load.ts'
import { expectStatus, makeRunbook, startRun } from './plans.ts'
import type { BenchRow } from './row.ts'

const WATCHERS = 1_000
const ROUNDS = 20

/** (f) from the answer of an action back to its sending, until the last of 1 000 watchers has its event. */
export async function benchWatch(connectionString: string): Promise<BenchRow[]> {
  const serve = await startServer('serve', connectionString)
  const { id } = await makeRunbook(serve.port, 100)
  await startRun(serve.port, id)
  let waiting = 0
  let done: () => void = () => undefined
  const sockets = Array.from({ length: WATCHERS }, () => {
    const socket = connect(serve.port, '127.0.0.1')
    socket.write(
      `GET /core/runbooks/${id}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`,
    )
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      if (!/event: (ready|task)/.test(text)) return
      waiting -= 1
      if (waiting === 0) done()
    })
    return socket
  })
  const all = () =>
    new Promise<void>((resolve) => {
      waiting = WATCHERS
      done = resolve
    })
  await all()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const heard = all()
    const from = performance.now()
    const task = Math.floor(round / 2) + 1
    await Promise.all([
      expectStatus(
        send(
          serve.port,
          'PATCH',
          `/core/runbooks/${id}/tasks/${task}/${round % 2 === 0 ? 'start' : 'finish'}`,
        ),
        200,
      ),
      heard,
    ])
    times.push(performance.now() - from)
  }
  for (const socket of sockets) socket.destroy()
  serve.stop()
  times.sort((a, b) => a - b)
  const [p50 = 0, p99 = 0] = [times[Math.floor(times.length / 2)], times.at(-1)]
  return [
    {
      name: `(f) last of ${WATCHERS} watchers has the event`,
      ours: `median ${p50.toFixed(1)} ms, worst ${p99.toFixed(1)} ms`,
      floor: '50 ms',
      ratio: p50 / 50,
      target: '< 1',
    },
  ]
}
