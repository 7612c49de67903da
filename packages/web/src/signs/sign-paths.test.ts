import { expect, test } from 'vitest'
import { typeSign } from './sign-paths.ts'

test.each([
  ['normal', null, 'task'],
  ['normal', 'call', 'call'],
  ['milestone', null, 'milestone'],
  ['milestone', 'task', 'task'],
  ['bridge-call', 'call', 'call'],
  ['bridge-call', null, 'snippet'],
  ['bridge-call', 'made-by-a-program', 'snippet'],
  ['validation', 'made-by-a-program', 'validation'],
])('a type %s with the icon %s is drawn as %s', (key, icon, sign) => {
  expect(typeSign({ key, icon })).toBe(sign)
})

test('a type that is not known looks like a normal one', () => {
  expect(typeSign(undefined)).toBe('task')
})
