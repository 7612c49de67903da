import { expect, test } from 'vitest'
import { AppError, problem, refuse } from './app-error.ts'

test('a problem keeps its code, particulars, place and extras', () => {
  expect(
    problem('blank', { name: 'name' }, { pointer: '/data/attributes/name', meta: { maximum: 255 } }),
  ).toEqual({
    code: 'blank',
    about: { name: 'name' },
    source: { pointer: '/data/attributes/name' },
    meta: { maximum: 255 },
  })
})

test('a code without particulars needs nothing but itself, and may have a place', () => {
  expect(problem('missing_body')).toEqual({ code: 'missing_body', about: {} })
  expect(problem('validation_failed', {}, { parameter: 'id' }).source).toEqual({ parameter: 'id' })
})

test('wrong particulars do not compile', () => {
  // @ts-expect-error a task is not named
  problem('self_dependency')
  // @ts-expect-error the id is missing
  problem('not_found', { type: 'task' })
  // @ts-expect-error there is no translation of this word
  problem('invalid_type', { name: 'name', expected: 'a poem' })
  // @ts-expect-error there is no such code
  expect(() => refuse('parent_not_found', {})).toThrow(TypeError)
})

test('an error has the status of its problems, and headers for the answer', () => {
  const error = new AppError(problem('rate_limited', { retry_after: 7 }), { headers: { 'Retry-After': '7' } })
  expect(error.status).toBe(429)
  expect(error.headers).toEqual({ 'Retry-After': '7' })
  expect(error.message).toBe('rate_limited')
})

test('an error keeps what caused it', () => {
  const cause = new Error('disk')
  expect(new AppError(problem('storage_full'), { cause }).cause).toBe(cause)
})

test('problems of different statuses cannot be thrown as one error', () => {
  const mixed = [problem('blank', { name: 'name' }), problem('not_found', { type: 'task', id: '1' })]
  expect(() => new AppError(mixed)).toThrow('blank and not_found have different statuses')
})

test('an error without a problem cannot be thrown', () => {
  expect(() => new AppError([])).toThrow(TypeError)
})

test('a refusal is an error of one problem', () => {
  const error = refuse('not_found', { type: 'runbook', id: '12' })
  expect(error).toBeInstanceOf(AppError)
  expect(error.status).toBe(404)
  expect(error.problems).toEqual([{ code: 'not_found', about: { type: 'runbook', id: '12' } }])
})
