import { ApiError } from '@runsheet/client'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../room/outbox.ts'
import { type Draft, EntryQueue } from './entry-queue.ts'

const draft = (name: string, ...after: number[]): Draft => ({
  name,
  streamId: 1,
  typeId: 1,
  after,
  duration: null,
  owners: [],
})

/** A server that numbers tasks from 65 on and answers when it is told to. */
function slowServer() {
  const seen: Draft[] = []
  const answers: ((outcome: Outcome) => void)[] = []
  let number = 65
  return {
    seen,
    queue: new EntryQueue((sent) => {
      seen.push(sent)
      return new Promise((resolve) => answers.push(resolve))
    }),
    take: async () => {
      answers.shift()?.({ kind: 'done', body: { data: { id: String(number++) } } })
      await Promise.resolve().then(() => Promise.resolve())
    },
    refuse: async (message: string) => {
      const problem = { id: 'r', status: '422', code: 'taken', title: 'T', detail: message }
      answers.shift()?.({ kind: 'refused', error: new ApiError(422, [problem], 'r') })
      await Promise.resolve().then(() => Promise.resolve())
    },
  }
}

describe('typed tasks', () => {
  test('are sent one after the other, each after the number that the one before it was given', async () => {
    const { queue, seen, take } = slowServer()
    const first = queue.add(draft('First', 23), 23)
    const second = queue.add(draft('Second', first), first)
    queue.add(draft('Third', second), second)
    expect(seen.map(({ name }) => name)).toEqual(['First'])
    await take()
    await take()
    await take()
    expect(seen.map(({ name, after }) => [name, after])).toEqual([
      ['First', [23]],
      ['Second', [65]],
      ['Third', [66]],
    ])
    expect(queue.anchors).toEqual(
      new Map([
        [65, 23],
        [66, 65],
        [67, 66],
      ]),
    )
  })

  test('stand in the list until they have come into the plan', async () => {
    const { queue, take } = slowServer()
    queue.add(draft('First'), 23)
    await take()
    queue.arrived(() => false)
    expect(queue.get()).toHaveLength(1)
    queue.arrived((id) => id === 65)
    expect(queue.get()).toEqual([])
  })

  test('wait behind one that was refused, which keeps its text', async () => {
    const { queue, seen, refuse, take } = slowServer()
    const first = queue.add(draft('First'), 23)
    queue.add(draft('Second', first), first)
    await refuse('A task needs another name.')
    expect(queue.get()[0]).toMatchObject({
      draft: { name: 'First' },
      refusal: { message: 'A task needs another name.' },
    })
    expect(seen).toHaveLength(1)
    queue.correct(first, draft('Better'))
    await take()
    await take()
    expect(seen.map(({ name, after }) => [name, after])).toEqual([
      ['First', []],
      ['Better', []],
      ['Second', [65]],
    ])
  })

  test('come after the predecessors of one that was left out', async () => {
    const { queue, seen, refuse } = slowServer()
    const first = queue.add(draft('First', 7, 8), 23)
    queue.add(draft('Second', first), first)
    await refuse('No.')
    queue.leaveOut(first)
    expect(seen.at(-1)).toMatchObject({ name: 'Second', after: [7, 8] })
    expect(queue.get()[0]?.anchor).toBe(23)
  })
})
