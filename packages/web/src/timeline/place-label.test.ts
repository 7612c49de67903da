import { expect, test } from 'vitest'
import { placeLabel } from './place-label.ts'

const view = [0, 500] as const

test('a label stands at the first place that is free', () => {
  expect(placeLabel(60, [108, 20], [[40, 100]], view)).toBe(108)
})

test('a label that would leave the view goes to the next place', () => {
  expect(placeLabel(60, [450, 330], [[400, 440]], view)).toBe(330)
})

test('at the now-line a label steps over to its other side', () => {
  expect(
    placeLabel(
      60,
      [108],
      [
        [40, 100],
        [130, 132],
      ],
      view,
    ),
  ).toBe(138)
})

test('over another bar no label stands', () => {
  expect(
    placeLabel(
      60,
      [108],
      [
        [40, 100],
        [120, 180],
      ],
      view,
    ),
  ).toBeUndefined()
})
