import { expect, test } from 'vitest'
import { streamHues } from '../design/tokens.ts'
import { inStreamOrder } from '../room/plan.ts'
import { testStream } from '../room/test-plan.ts'
import { streamSigns } from './stream-hues.ts'

const signsOf = (...streams: Parameters<typeof testStream>[]) =>
  streamSigns(inStreamOrder(streams.map((parts) => testStream(...parts))))

test('hues are dealt in order; sub-streams have that of their stream', () => {
  const signs = signsOf([1, 'Command'], [2, 'Network'], [3, 'DNS', { parent_id: 1 }], [4, 'Storage'])
  expect([1, 3, 2, 4].map((id) => signs.get(id)?.color.dark)).toEqual(
    [0, 0, 1, 2].map((at) => streamHues.dark[at]),
  )
})

test('the eleventh stream starts again, with two tones', () => {
  const signs = signsOf(...Array.from({ length: 11 }, (_, at): [number, string] => [at + 1, `S ${at}`]))
  expect(signs.get(11)).toMatchObject({ color: signs.get(1)?.color, isTwoTone: true })
  expect(signs.get(10)?.isTwoTone).toBe(false)
})

test('a colour that somebody chose is shown', () => {
  expect(signsOf([1, 'Command', { color: '#ff8800' }]).get(1)?.color.dark).toBe('#ff8800')
})

test('codes are two letters, and no two are the same', () => {
  const names = ['Command', 'Communications', 'Command & Comms', 'Storage', 'Security', 'Über', 'X', 'XX']
  const signs = signsOf(...names.map((name, at): [number, string] => [at + 1, name]))
  const codes = [...signs.values()].map(({ code }) => code)
  expect(new Set(codes).size).toBe(names.length)
  expect(codes.every((code) => /^..$/u.test(code))).toBe(true)
})
