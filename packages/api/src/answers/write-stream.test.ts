import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { writeStream } from './write-stream.ts'

async function* endless() {
  for (;;) yield 'x'.repeat(100_000)
}

/** A client that sends a request and reads nothing, and the end of what is written to it. */
async function unread(takenWithinMs: number): Promise<{ socket: Socket; written: Promise<void> }> {
  const written = Promise.withResolvers<void>()
  const server = createServer((_req, res) => {
    writeStream(res, endless(), new Set(), { takenWithinMs }).then(written.resolve, written.reject)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  return { socket, written: written.promise }
}

test('a client that takes nothing of what waits for it is cut off', async () => {
  const { socket, written } = await unread(20)
  await written
  socket.on('error', () => {}).resume()
  await once(socket, 'close')
  expect(socket.bytesRead).toBeGreaterThan(0)
})

test('a client that takes something in time is not', async () => {
  const { socket, written } = await unread(10_000)
  let isOver = false
  void written.finally(() => {
    isOver = true
  })
  socket.on('data', () => {}).resume()
  while (socket.bytesRead < 20_000_000) await once(socket, 'data')
  expect(isOver).toBe(false)
})
