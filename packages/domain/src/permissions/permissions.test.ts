import { permissions, withSight } from '@runsheet/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Access, accessOf, type HeldRole, type Membership } from './access.ts'
import { decide, isAllowed, isAllowedSomewhere, type Scope } from './decide.ts'
import { reasonsFor } from './explain.ts'
import { policy } from './policy.ts'
import { grantableOn, type RoleKey, roleKeys } from './roles.ts'
import { visibility } from './visibility.ts'

const onInstance = (key: RoleKey): HeldRole => ({ key, scope_type: null, scope_id: null, workspace_id: null })
const onWorkspace = (key: RoleKey, id: number): HeldRole => ({
  key,
  scope_type: 'workspace',
  scope_id: id,
  workspace_id: id,
})
const onFolder = (key: RoleKey, id: number, workspace_id: number): HeldRole => ({
  key,
  scope_type: 'folder',
  scope_id: id,
  workspace_id,
})
const holding = (...roles: HeldRole[]): Access => accessOf(9, roles, new Map())
const on = (id: number, part: Partial<Membership> = {}): Access =>
  accessOf(9, [], new Map([[id, { role: 'participant', streams: [], workspace_id: 1, ...part }]]))

const runbook: Scope = { workspace_id: 1, folder_id: 4, runbook_id: 7 }

test('every role of the policy can be granted on what the policy asks for', () => {
  for (const [name, { instance = [], workspace = [], folder = [], team = [] }] of Object.entries(policy)) {
    const scopesOf = (key: RoleKey): readonly string[] => grantableOn[key]
    for (const [scope, keys] of Object.entries({ instance, workspace, folder, team }))
      for (const key of keys) expect([name, key, scopesOf(key).includes(scope)]).toEqual([name, key, true])
  }
})

test('a permission that comes with sight is refused by 404 only, and declared so', () => {
  const unseen = permissions.filter((name) => policy[name].seenWith === undefined)
  expect(withSight).toEqual(unseen)
})

test('a role holds on its own workspace and on no other', () => {
  const manager = holding(onWorkspace('workspace_manager', 1))
  expect(decide(manager, 'workspace.update', { workspace_id: 1 })).toEqual({ allowed: true })
  expect(decide(manager, 'workspace.update', { workspace_id: 2 })).toEqual({
    allowed: false,
    visible: false,
    required: ['workspace_manager', 'owner'],
  })
  expect(decide(manager, 'runbook.update', runbook)).toEqual({
    allowed: false,
    visible: true,
    required: ['runbook_admin', 'owner'],
  })
})

test('a role on a folder holds there; where any folder may be meant, it holds in its workspace', () => {
  const creator = holding(onFolder('folder_runbook_creator', 4, 1))
  expect(isAllowed(creator, 'runbook.create', { workspace_id: 1, folder_id: 4 })).toBe(true)
  expect(isAllowed(creator, 'runbook.create', { workspace_id: 1, folder_id: 5 })).toBe(false)
  expect(isAllowed(creator, 'runbook.create', { workspace_id: 1, folder_id: null })).toBe(false)
  expect(isAllowed(creator, 'runbook.create', { workspace_id: 1 })).toBe(true)
  expect(isAllowed(creator, 'workspace.read', { workspace_id: 1 })).toBe(true)
  expect(isAllowed(creator, 'runbook.read', { ...runbook, is_offered: false })).toBe(false)
  expect(isAllowed(creator, 'runbook.read', { ...runbook, is_offered: true })).toBe(true)
})

test('who manages people reads no runbook', () => {
  const admin = holding(onInstance('global_user_admin'))
  expect(isAllowed(admin, 'people.manage', {})).toBe(true)
  expect(decide(admin, 'runbook.read', runbook)).toMatchObject({ allowed: false, visible: false })
})

test('an editor edits the tasks of the own stream and of those below it, and deletes only streams below', () => {
  const editor = on(7, { role: 'stream_editor', streams: [20] })
  const inStream = (...stream_ids: number[]) => ({ ...runbook, stream_ids })
  expect(isAllowed(editor, 'task.update', inStream(20))).toBe(true)
  expect(isAllowed(editor, 'task.update', inStream(21, 20))).toBe(true)
  expect(isAllowed(editor, 'task.update', inStream(22))).toBe(false)
  expect(isAllowed(editor, 'task.update', runbook)).toBe(true)
  expect(isAllowed(editor, 'stream.delete', inStream(20))).toBe(false)
  expect(isAllowed(editor, 'stream.delete', inStream(21, 20))).toBe(true)
  expect(isAllowed(editor, 'stream.create', inStream())).toBe(false)
  expect(isAllowed(editor, 'run.control', runbook)).toBe(false)
})

test('a task is progressed by who is assigned, and skipped by administrators', () => {
  expect(isAllowed(on(7), 'task.progress', { ...runbook, stream_ids: [20], is_assignee: true })).toBe(true)
  expect(decide(on(7), 'task.progress', { ...runbook, stream_ids: [20], is_assignee: false })).toEqual({
    allowed: false,
    visible: true,
    required: ['assignee', 'stream_editor', 'runbook_admin', 'owner'],
  })
  expect(isAllowed(on(7), 'task.skip', { ...runbook, is_assignee: true })).toBe(false)
  expect(isAllowed(on(7, { role: 'runbook_admin' }), 'task.skip', runbook)).toBe(true)
})

const ids = fc.integer({ min: 1, max: 3 })
const anyRole: fc.Arbitrary<HeldRole> = fc
  .record({ key: fc.constantFrom(...roleKeys), id: ids, workspace: ids, at: fc.nat() })
  .filter(({ key }) => grantableOn[key].some((scope) => scope !== 'runbook' && scope !== 'stream'))
  .map(({ key, id, workspace, at }) => {
    const scopes = grantableOn[key].filter((scope) => scope !== 'runbook' && scope !== 'stream')
    const scope = scopes[at % scopes.length] as 'instance' | 'workspace' | 'folder' | 'team'
    if (scope === 'instance') return onInstance(key)
    // A folder or a team lies in one workspace: that of its own number.
    const scope_id = scope === 'workspace' ? workspace : id
    return { key, scope_type: scope, scope_id, workspace_id: scope_id }
  })
const anyMembership = fc.record({
  role: fc.constantFrom('runbook_admin' as const, 'stream_editor' as const, 'participant' as const),
  streams: fc.uniqueArray(ids),
  workspace_id: ids,
})
const anyAccess = fc
  .tuple(fc.array(anyRole, { maxLength: 4 }), fc.dictionary(fc.constantFrom('1', '2', '3'), anyMembership))
  .map(([roles, parts]) => ({
    roles,
    runbooks: new Map(
      Object.entries(parts).map(([id, part]) => [Number(id), { ...part, workspace_id: Number(id) }]),
    ),
  }))
/** Runbook 1 lies in workspace 1 and its folder, as number 2 in number 2. */
const anyScope = ids.map((id): Scope => ({ workspace_id: id, folder_id: id, team_id: id, runbook_id: id }))
const anyPermission = fc.constantFrom(...permissions)

test('another role never takes anything away', () => {
  fc.assert(
    fc.property(
      anyAccess,
      anyRole,
      anyPermission,
      anyScope,
      ({ roles, runbooks }, more, permission, scope) => {
        const before = isAllowed(accessOf(9, roles, runbooks), permission, scope)
        const after = isAllowed(accessOf(9, [...roles, more], runbooks), permission, scope)
        expect(after || !before).toBe(true)
      },
    ),
  )
})

test('what is allowed in a place is allowed somewhere, and for a reason unless anybody may', () => {
  fc.assert(
    fc.property(anyAccess, anyPermission, anyScope, ({ roles, runbooks }, permission, scope) => {
      const access = accessOf(9, roles, runbooks)
      const { stream, assignee, author, inside, anyone } = policy[permission]
      const reasons = reasonsFor(access, permission, scope)
      const isHere = isAllowed(access, permission, scope)
      // Streams and assignments are known within a runbook only, and lists do not ask for them.
      const isOfRunbook = stream !== undefined || assignee === true || author === true
      expect(isHere && !isOfRunbook && !isAllowedSomewhere(access, permission)).toBe(false)
      expect(!isHere && reasons.length > 0).toBe(false)
      const isObvious = anyone === true || isOfRunbook || inside === true
      expect(isHere && !isObvious && reasons.length === 0).toBe(false)
    }),
  )
})

test('a list shows a runbook exactly when it may be read alone', () => {
  fc.assert(
    fc.property(anyAccess, ids, fc.boolean(), ({ roles, runbooks }, id, is_offered) => {
      const access = accessOf(9, roles, runbooks)
      const seen = visibility(access, 'runbook.read')
      const isListed =
        seen === 'all' ||
        seen.workspaces.includes(id) ||
        seen.folders.includes(id) ||
        seen.runbooks.includes(id) ||
        (is_offered && seen.offers.includes(id))
      const scope = { workspace_id: id, folder_id: id, runbook_id: id, is_offered }
      expect(isAllowed(access, 'runbook.read', scope)).toBe(isListed)
    }),
  )
})
