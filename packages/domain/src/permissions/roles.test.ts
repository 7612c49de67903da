import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { grantableOn } from './roles.ts'

test('the page about roles tells every role and what it is held on, as it is', () => {
  const page = readFileSync(new URL('../../../../docs/roles.md', import.meta.url), 'utf8')
  const told = [...page.matchAll(/^\| [^|]+\(`(\w+)`\) \| ([^|]+) \|/gm)].map(([, key, on = '']) => [
    key,
    on.split(',').map((scope) => scope.trim()),
  ])
  expect(Object.fromEntries(told)).toEqual(grantableOn)
})
