import { expect, test } from 'vitest'
import { killRounds } from '../kill/kill-rounds.ts'

test('whoever is killed in the middle of a run, nothing acknowledged is lost and nothing is done twice', async () => {
  const { wrong, acknowledged } = await killRounds(3, { tasks: 40 })
  expect(wrong).toEqual([])
  expect(acknowledged).toBeGreaterThan(0)
}, 120_000)
