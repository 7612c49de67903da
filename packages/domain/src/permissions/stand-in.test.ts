import { expect, test } from 'vitest'
import { accessOf, type HeldRole, type Membership } from './access.ts'
import { type RoleKey, roleKeys } from './roles.ts'
import { type Held, requiredToStandIn } from './stand-in.ts'

const onInstance = (key: RoleKey): HeldRole => ({ key, scope_type: null, scope_id: null, workspace_id: null })
const on = (key: RoleKey, scope_type: 'workspace' | 'folder' | 'team', scope_id: number): HeldRole => ({
  key,
  scope_type,
  scope_id,
  workspace_id: 1,
})
const none: ReadonlyMap<number, Membership> = new Map()
const caller = (...roles: HeldRole[]) => accessOf(9, roles, none)
const held = (roles: readonly HeldRole[], runbooks = none): Held => ({ roles, runbooks })
const partIn = (id: number, role: Membership['role']) =>
  new Map([[id, { role, streams: [], workspace_id: 1 }]])

const admin = caller(onInstance('global_user_admin'))

test('who manages people stands in for whoever holds what they could grant', () => {
  expect(requiredToStandIn(admin, held([]))).toEqual([])
  const grantable = roleKeys.filter((key) => key !== 'owner').map(onInstance)
  expect(requiredToStandIn(admin, held(grantable))).toEqual([])
  const placed = [
    on('workspace_manager', 'workspace', 1),
    on('folder_manager', 'folder', 4),
    on('centralised_team_manager', 'team', 5),
  ]
  expect(requiredToStandIn(admin, held(placed))).toEqual([])
})

test('nobody but an Owner stands in for an Owner, or for whoever is on a runbook that is not theirs', () => {
  expect(requiredToStandIn(admin, held([onInstance('owner')]))).toEqual(['owner'])
  for (const role of ['runbook_admin', 'stream_editor', 'participant'] as const)
    expect(requiredToStandIn(admin, held([], partIn(7, role)))).toEqual(['runbook_admin', 'owner'])
  const owner = caller(onInstance('owner'))
  expect(requiredToStandIn(owner, held([onInstance('owner')], partIn(7, 'runbook_admin')))).toEqual([])
  const here = accessOf(9, [onInstance('global_user_admin')], partIn(7, 'runbook_admin'))
  expect(requiredToStandIn(here, held([], partIn(7, 'runbook_admin')))).toEqual([])
  expect(requiredToStandIn(here, held([], partIn(8, 'participant')))).toEqual(['runbook_admin', 'owner'])
})

test('who grants roles in one place does not stand in for whoever holds roles on others', () => {
  const manager = caller(on('workspace_manager', 'workspace', 1))
  expect(requiredToStandIn(manager, held([on('workspace_stakeholder', 'workspace', 1)]))).toEqual([])
  expect(requiredToStandIn(manager, held([on('folder_manager', 'folder', 4)]))).toEqual([])
  const elsewhere = { ...on('workspace_stakeholder', 'workspace', 2), workspace_id: 2 }
  expect(requiredToStandIn(manager, held([elsewhere]))).toEqual([
    'folder_manager',
    'workspace_manager',
    'global_user_admin',
    'owner',
  ])
  expect(requiredToStandIn(manager, held([onInstance('developer')]))).toEqual(['global_user_admin', 'owner'])
})
