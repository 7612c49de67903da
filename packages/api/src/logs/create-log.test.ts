import { expect, test } from 'vitest'
import { createLog } from './create-log.ts'

test('secrets are not logged, also when a whole object is', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => lines.push(line) })
  const secret = 'hunter2'
  log.info({
    token: secret,
    req: { headers: { authorization: secret, cookie: secret } },
    user: { password: secret },
    call: { credential: { kind: 'session', secret }, document: { meta: { password: secret } }, body: secret },
    attributes: { password: secret, token: secret },
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(secret)
})
