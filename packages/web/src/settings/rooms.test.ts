import { expect, test } from 'vitest'
import { maySomewhere } from './may-somewhere.ts'

test.each([
  [['owner'], true, true],
  [['workspace_manager'], true, false],
  [['global_stakeholder'], false, true],
  [['workspace_member', 'developer'], false, false],
  [[], false, false],
])('whoever holds %j may grant roles somewhere: %s; verify the log: %s', (roles, grant, audit) => {
  expect([maySomewhere({ roles }, 'role.grant'), maySomewhere({ roles }, 'audit.read')]).toEqual([
    grant,
    audit,
  ])
})
