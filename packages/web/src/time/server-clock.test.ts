import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { measureClock, onSecond, presentSecond, serverNow } from './server-clock.ts'

const machine = Date.UTC(2026, 10, 23, 0, 26, 53, 200)
const server = Date.UTC(2026, 10, 29, 0, 24, 37, 200)

beforeEach(() => {
  vi.useFakeTimers({ now: machine })
  measureClock(machine, machine, machine)
})

afterEach(() => {
  vi.useRealTimers()
})

test('whoever listens is told at once when the clock of the server is another one than was thought', () => {
  const seen: number[] = []
  const stop = onSecond(() => seen.push(presentSecond()))
  measureClock(server, machine, machine)
  expect(seen).toEqual([server / 1000 - 0.2])
  // The next second of the server's clock is 800 ms away; the old timer is gone, so it is told once.
  vi.advanceTimersByTime(900)
  expect(seen).toEqual([server / 1000 - 0.2, server / 1000 + 0.8])
  stop()
})

test('a measurement within the same second tells nobody', () => {
  const listener = vi.fn()
  const stop = onSecond(listener)
  measureClock(machine + 300, machine, machine)
  expect(listener).not.toHaveBeenCalled()
  expect(serverNow()).toBe(machine + 300)
  stop()
})
