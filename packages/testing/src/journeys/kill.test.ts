import { expect, test } from 'vitest'
import { killRounds } from '../kill/kill-rounds.ts'
import { repeatAfterCrash } from '../kill/unanswered.ts'

test('whoever is killed in the middle of a run, nothing acknowledged is lost and nothing is done twice', async () => {
  const { wrong, acknowledged } = await killRounds(3, { tasks: 40 })
  expect(wrong).toEqual([])
  expect(acknowledged).toBeGreaterThan(0)
}, 120_000)

test('a write that was done and never answered is answered after the crash, and not done again', async () => {
  const { unanswered, events } = await repeatAfterCrash()
  expect(events).toEqual({ asked: events.asked, afterCrash: events.asked, afterRepeats: events.asked })
  for (const { request, repeats } of unanswered) {
    const [first, second] = repeats.map(({ status, document }) => JSON.stringify([status, document]))
    expect([request, second]).toEqual([request, first])
    for (const { status, headers } of repeats)
      expect([request, status < 300, headers.get('idempotency-replayed')]).toEqual([request, true, 'true'])
  }
}, 60_000)
