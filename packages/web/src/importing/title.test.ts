import { expect, test } from 'vitest'
import { importing as german } from '../language/de/importing.ts'
import { importing as english } from '../language/en/importing.ts'
import { titleOf } from './title.ts'

const state = { stage: 'ready', ready: 128, wrong: 2, partial: { ready: 128, out: 2 } } as const
const can = { canBringAll: false, canBringPartial: true }

test('the title says the state in a sentence', () => {
  expect(titleOf({ ...state, ...can }, english.title)).toBe('128 tasks are ready, two rows need you')
  expect(titleOf({ ...state, ...can, wrong: 1 }, english.title)).toBe(
    '128 tasks are ready, one row needs you',
  )
  expect(titleOf({ ...state, ...can, ready: 1, wrong: 0 }, english.title)).toBe('One task is ready')
  expect(titleOf({ ...state, ...can }, german.title)).toBe(
    '128 Aufgaben sind bereit, zwei Zeilen brauchen Sie',
  )
})

test('what has no answer yet comes before what is ready', () => {
  expect(titleOf({ ...state, ...can, wrong: 0, stage: 'dates' }, english.title)).toBe(
    '128 tasks, and one question about dates',
  )
  expect(titleOf({ ...state, ...can, stage: 'no_titles' }, english.title)).toBe(
    'Which column holds the titles of the tasks?',
  )
})
