import { expect, test } from 'vitest'
import { passwordFaults } from './password-check.ts'

const AT_LEAST = 12

test('a new password of 12 characters, typed twice alike, has no fault', () => {
  const typed = { current: 'old password', fresh: 'twelve chars', again: 'twelve chars' }
  expect(passwordFaults(typed, AT_LEAST)).toEqual({})
})

test('11 characters are too short, even where they take more code units', () => {
  expect(passwordFaults({ current: '', fresh: 'eleven char', again: '' }, AT_LEAST)).toEqual({
    fresh: 'too_short',
  })
  const keys = '🔑'.repeat(11)
  expect(passwordFaults({ current: '', fresh: keys, again: keys }, AT_LEAST)).toEqual({ fresh: 'too_short' })
})

test('the present password is no new one', () => {
  const typed = { current: 'twelve chars', fresh: 'twelve chars', again: 'twelve chars' }
  expect(passwordFaults(typed, AT_LEAST)).toEqual({ fresh: 'same_as_before' })
})

test('the second typing has to be like the first', () => {
  const typed = { current: '', fresh: 'twelve chars', again: 'twelve chase' }
  expect(passwordFaults(typed, AT_LEAST)).toEqual({ again: 'not_same' })
})
