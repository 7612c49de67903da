import { ApiError } from '@runsheet/client'
import { expect, test } from 'vitest'
import { type FieldEvent, type FieldState, fieldAfter } from './field-state.ts'

const isSame = (one: string, other: string) => one === other
const through = (...events: readonly FieldEvent<string>[]) =>
  events.reduce<FieldState<string>>((state, event) => fieldAfter(state, event, isSame), { kind: 'rest' })

const touch = { kind: 'touch', value: '11 min' } as const
const type = { kind: 'type', draft: '15 min' } as const
const theirs = { kind: 'changed', value: '9 min' } as const
const send = { kind: 'send', draft: '15 min' } as const
const error = new ApiError(422, [], undefined)

test('what somebody else sets while nothing was typed is taken over', () => {
  expect(through(touch, theirs)).toEqual({ kind: 'open', base: '9 min', draft: '9 min' })
})

test('what somebody else sets while something was typed is a conflict that keeps the typed text', () => {
  expect(through(touch, type, theirs)).toEqual({
    kind: 'conflict',
    base: '11 min',
    draft: '15 min',
    theirs: '9 min',
  })
})

test('two people who want the same have no conflict', () => {
  expect(through(touch, type, { kind: 'changed', value: '15 min' })).toEqual({
    kind: 'open',
    base: '15 min',
    draft: '15 min',
  })
})

test('the old value coming in again, as after an answer, is no change', () => {
  expect(through(touch, type, { kind: 'changed', value: '11 min' })).toMatchObject({ kind: 'open' })
})

test('a conflict ends when the other one takes the change back', () => {
  expect(through(touch, type, theirs, { kind: 'changed', value: '11 min' })).toEqual({
    kind: 'open',
    base: '11 min',
    draft: '15 min',
  })
})

test('keeping mine goes on from their value, so that it is saved over it', () => {
  expect(through(touch, type, theirs, { kind: 'keep_mine' }, send)).toEqual({
    kind: 'sending',
    base: '9 min',
    draft: '15 min',
  })
})

test('taking theirs closes the field', () => {
  expect(through(touch, type, theirs, { kind: 'close' })).toEqual({ kind: 'rest' })
})

test('a conflict is not sent before it is decided', () => {
  expect(through(touch, type, theirs, send)).toMatchObject({ kind: 'conflict', draft: '15 min' })
})

test('a clash that only the server saw is the same conflict', () => {
  expect(through(touch, type, send, { kind: 'clash', theirs: '9 min' })).toEqual({
    kind: 'conflict',
    base: '11 min',
    draft: '15 min',
    theirs: '9 min',
  })
})

test('a refusal keeps the typed text, and typing goes on from it', () => {
  const refused = through(touch, type, send, { kind: 'refuse', error })
  expect(refused).toEqual({ kind: 'refused', base: '11 min', draft: '15 min', error })
  expect(fieldAfter(refused, { kind: 'type', draft: '16 min' }, isSame)).toEqual({
    kind: 'open',
    base: '11 min',
    draft: '16 min',
  })
})

test('a saved field shows what was saved until it is touched again', () => {
  const saved = through(touch, type, send, { kind: 'done' })
  expect(saved).toEqual({ kind: 'saved', draft: '15 min' })
  expect(fieldAfter(saved, { kind: 'touch', value: '15 min' }, isSame)).toMatchObject({ kind: 'open' })
})

test('what comes in while a change is on its way does not touch it', () => {
  expect(through(touch, type, send, theirs)).toEqual({ kind: 'sending', base: '11 min', draft: '15 min' })
})
