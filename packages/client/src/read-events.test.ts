import { expect, test } from 'vitest'
import { readEvents, type StreamMessage } from './read-events.ts'

async function read(...chunks: (string | Uint8Array)[]): Promise<StreamMessage[]> {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
  }
  return Array.fromAsync(readEvents(bytes()))
}
const message = (data: string | undefined, more: Partial<StreamMessage> = {}) => ({
  id: undefined,
  event: 'message',
  retryMs: undefined,
  data,
  ...more,
})

test('lines may end in LF, CR or CRLF, and be cut anywhere', async () => {
  expect(await read('data: a\r', '\ndata: b\r\n\r\nda', 'ta: c\r\r', 'data: d\n\n')).toEqual([
    message('a\nb'),
    message('c'),
    message('d'),
  ])
})

test('a character cut between chunks is whole again', async () => {
  const bytes = new TextEncoder().encode('data: é\n\n')
  expect(await read(bytes.slice(0, 7), bytes.slice(7))).toEqual([message('é')])
})

test('one space after the colon is not part of the value; comments and unknown fields are passed over', async () => {
  expect(await read(': beat\ndata:  x\nother: y\ndata\n\n')).toEqual([message(' x\n')])
})

test('an id or a pause without data is told without data', async () => {
  expect(await read('id: 9\n\nretry: 1500\n\nretry: soon\n\n')).toEqual([
    message(undefined, { id: '9' }),
    message(undefined, { retryMs: 1500 }),
  ])
})

test('an unfinished message is dropped', async () => {
  expect(await read('data: a\n\ndata: b\n')).toEqual([message('a')])
})
