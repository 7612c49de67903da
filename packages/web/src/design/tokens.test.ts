import { describe, expect, test } from 'vitest'
import { legible } from '../signs/stream-hues.ts'
import { colors, streamHues, type Token } from './tokens.ts'

/** Relative luminance and contrast of two colours, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['app', 'surface', 'raised', 'hover'] as const
const inks: readonly Token[] = [
  't1',
  't2',
  't3',
  'accent',
  'waiting',
  'startable',
  'progress',
  'complete',
  'skipped',
  'abandoned',
  'late',
  'critical',
]
const ragInks: readonly Token[] = ['red', 'amber', 'green']
const marks = inks.slice(4).map((name) => `${name}Mark` as Token)

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  const of = (token: Token) => colors[theme][token]
  test.each([...inks, ...ragInks])('words in %s have at least 4.5 : 1 on every ground', (ink) => {
    for (const ground of grounds) expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(marks)('%s has at least 3 : 1 on every ground', (mark) => {
    for (const ground of grounds) expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3)
  })
  test.each([
    ['onAccent', 'accent'],
    ['onAmber', 'amber'],
    ['onBar', 'bar'],
    ['redOnBar', 'bar'],
  ] as const)('words in %s have at least 4.5 : 1 on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test('borders that identify a field have at least 3 : 1 on app and surface', () => {
    for (const ground of ['app', 'surface'] as const)
      expect(contrast(of('control'), of(ground))).toBeGreaterThanOrEqual(3)
  })
  test.each(streamHues[theme])('the stream hue %s has at least 3 : 1 on surface', (hue) => {
    expect(contrast(hue, of('surface'))).toBeGreaterThanOrEqual(3)
  })
  test.each(['#ffff00', '#101010', '#fefefe', '#777', '#0000ff'])(
    'a colour that somebody chose (%s) is moved until it has 3 : 1',
    (chosen) => {
      const shown = legible(chosen, of('surface'))
      expect(contrast(shown, of('surface'))).toBeGreaterThanOrEqual(3)
    },
  )
})
