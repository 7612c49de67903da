import { expect, test } from 'vitest'
import { createCoreHealth } from './core-health.ts'

function followed() {
  const seen: boolean[] = []
  const health = createCoreHealth((isUp) => seen.push(isUp))
  const fail = (times: number) => {
    for (let n = 0; n < times; n++) health.failed()
  }
  return { health, fail, seen }
}

test('a Core is given up after five failures in a row, and not before', () => {
  const { health, fail, seen } = followed()
  fail(4)
  health.answered()
  fail(4)
  expect([health.isUp, seen]).toEqual([true, []])
  fail(1)
  expect([health.isUp, seen]).toEqual([false, [false]])
})

test('it comes back after two good probes in a row, and not by the answer of a call that was still under way', () => {
  const { health, fail, seen } = followed()
  fail(5)
  health.answered()
  for (const isReady of [true, false, true]) health.probed(isReady)
  expect([health.isUp, seen]).toEqual([false, [false]])
  health.probed(true)
  expect([health.isUp, seen]).toEqual([true, [false, true]])
  fail(4)
  expect(health.isUp).toBe(true)
})

test('failures of calls that were under way when it was given up count once', () => {
  const { fail, seen } = followed()
  fail(200)
  expect(seen).toEqual([false])
})
