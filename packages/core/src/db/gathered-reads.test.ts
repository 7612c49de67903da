import { expect, test } from 'vitest'
import { GatheredReads } from './gathered-reads.ts'

/** Reads that answer when they are told to, each question with itself. */
function heldReads(atOnce: number) {
  const sent: { asked: readonly string[]; answer: () => void; fail: () => void }[] = []
  const reads = new GatheredReads<string, string>(
    (asked) =>
      new Promise((resolve, reject) => {
        sent.push({ asked, answer: () => resolve(asked), fail: () => reject(new Error('lost')) })
      }),
    atOnce,
  )
  return { sent, ask: (question: string) => reads.ask(question, question) }
}

test('a question goes at once while statements may be sent; what waits goes together', async () => {
  const { sent, ask } = heldReads(2)
  const first = [ask('a'), ask('b')]
  const waiting = [ask('c'), ask('d')]
  expect(sent.map(({ asked }) => asked)).toEqual([['a'], ['b']])
  sent[0]?.answer()
  expect(await first[0]).toBe('a')
  expect(sent.map(({ asked }) => asked)).toEqual([['a'], ['b'], ['c', 'd']])
  sent[1]?.answer()
  sent[2]?.answer()
  expect(await Promise.all([...first, ...waiting])).toEqual(['a', 'b', 'c', 'd'])
})

test('the same question is sent once while it waits, and again when it is under way', async () => {
  const { sent, ask } = heldReads(1)
  const early = ask('a')
  const late = [ask('a'), ask('a')]
  sent[0]?.answer()
  await early
  expect(sent.map(({ asked }) => asked)).toEqual([['a'], ['a']])
  sent[1]?.answer()
  expect(await Promise.all(late)).toEqual(['a', 'a'])
})

test('a statement that fails fails all of its questions, and none of the next', async () => {
  const { sent, ask } = heldReads(1)
  const first = ask('a')
  const waiting = [ask('b'), ask('c')]
  sent[0]?.fail()
  await expect(first).rejects.toThrow('lost')
  sent[1]?.fail()
  for (const one of waiting) await expect(one).rejects.toThrow('lost')
  const later = ask('d')
  sent[2]?.answer()
  expect(await later).toBe('d')
})
