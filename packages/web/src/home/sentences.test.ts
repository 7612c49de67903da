import { describe, expect, test } from 'vitest'
import { de } from '../language/de/index.ts'
import { en } from '../language/en/index.ts'
import { homeSubtitle, homeTitle, otherPlace, placeOf, whenAgo } from './sentences.ts'

// Sunday 22 November 2026, 01:23:20 UTC: 02:23 in Berlin.
const now = Date.UTC(2026, 10, 22, 1, 23, 20) / 1000
const calm = { ready: 0, running: 0, nextStart: undefined }

describe('the title of Home', () => {
  test('counts what is ready before what is running', () => {
    expect(homeTitle(en, { ...calm, ready: 1, running: 2 }, 'Priya')).toBe('One task is ready for you, Priya')
    expect(homeTitle(en, { ...calm, ready: 3 }, 'Priya')).toBe('Three tasks are ready for you, Priya')
    expect(homeTitle(en, { ...calm, running: 1 }, 'Priya')).toBe('One task of yours is running, Priya')
    expect(homeTitle(de, { ...calm, ready: 2 }, 'Priya')).toBe('Zwei Aufgaben sind für Sie bereit, Priya')
  })

  test('leaves out a name that is not known, and writes large numbers as figures', () => {
    expect(homeTitle(en, { ...calm, ready: 12 }, '')).toBe('12 tasks are ready for you')
  })

  test('tells the next start, in its own zone, when nothing waits', () => {
    const at = Date.UTC(2026, 10, 28, 21, 0) / 1000
    expect(homeTitle(en, { ...calm, nextStart: { at, zone: 'Europe/Berlin' } }, 'Priya')).toBe(
      'Nothing waits for you. The next run starts Sat 28 Nov, 22:00.',
    )
    expect(homeTitle(en, calm, 'Priya')).toBe('Nothing waits for you.')
  })
})

test('the line below says how many runs there are and what time it is where one is', () => {
  expect(homeSubtitle(en, 2, now, 'Europe/Berlin')).toBe(
    'Two runs are live. It is 02:23 in Berlin, Sunday 22 November.',
  )
  expect(homeSubtitle(en, undefined, now, 'UTC')).toBe('It is 01:23 UTC, Sunday 22 November.')
})

test('a zone is named by its place, unless it has none', () => {
  expect(placeOf('America/New_York')).toBe('New York')
  expect(placeOf('Etc/GMT+3')).toBeUndefined()
})

test('only a zone whose clocks differ now is another place', () => {
  expect(otherPlace('Europe/Paris', now, 'Europe/Berlin')).toBeUndefined()
  expect(otherPlace('Europe/London', now, 'Europe/Berlin')).toBe('London')
})

test('the past is told the shorter the nearer it is', () => {
  const ago = (seconds: number) => whenAgo(en, now - seconds, now, 'UTC', (length) => `${length / 60} min`)
  expect(ago(20)).toBe('now')
  expect(ago(12 * 60)).toBe('12 min ago')
  expect(ago(3 * 3600)).toBe('yesterday')
  expect(ago(49 * 3600)).toBe('Fri 20 Nov')
})
