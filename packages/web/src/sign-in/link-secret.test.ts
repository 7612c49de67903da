import { expect, test } from 'vitest'
import { linkSecret } from './link-secret.ts'

const secret = '0123456789abcdef'.repeat(3)

test('the secret of a link stands behind its #, whole', () => {
  expect([linkSecret(`#${secret}`), linkSecret(secret)]).toEqual([secret, secret])
  for (const cut of ['', '#', `#${secret.slice(1)}`, `#${secret}0`, `#${secret.toUpperCase()}`])
    expect(linkSecret(cut)).toBeUndefined()
})
