import { access as accessResource } from '../../access/resource.ts'
import { invitation as invitationResource } from '../../invitations/resource.ts'
import { me as meResource, myTask as myTaskResource } from '../../me/resource.ts'
import {
  passwordReset as passwordResetResource,
  password as passwordResource,
  signInPage as signInPageResource,
} from '../../passwords/resource.ts'
import { roleType as roleTypeResource } from '../../role-types/resource.ts'
import { role as roleResource } from '../../roles/resource.ts'
import { runbookTeam as runbookTeamResource } from '../../runbook-teams/resource.ts'
import { runbookUser as runbookUserResource } from '../../runbook-users/resource.ts'
import { secondFactor as secondFactorResource } from '../../second-factor/resource.ts'
import { session as sessionResource } from '../../sessions/resource.ts'
import { team as teamResource } from '../../teams/resource.ts'
import { userAppToken as userAppTokenResource } from '../../user-app-tokens/resource.ts'
import { user as userResource } from '../../users/resource.ts'
import { at, exampleOf, ids } from './example.ts'

export const user = exampleOf(userResource, {
  id: '8',
  self: '/core/users/8',
  attributes: {
    first_name: 'Mira',
    last_name: 'Okafor',
    name: 'Mira Okafor',
    email: 'mira.okafor@example.com',
    unique_id: null,
    provider: 'email',
    non_interactive: false,
    job_title: 'Database administrator',
    phone: '+442079460018',
    archived: false,
    status: 'active',
    last_sign_in_at: '2026-03-28T21:31:02Z',
    created_at: '2026-01-12T09:20:00Z',
    updated_at: '2026-03-28T21:31:02Z',
  },
  relationships: { roles: [at('role', '51')] },
  meta: {
    permissions: [
      { type: 'update', resource: 'user' },
      { type: 'archive', resource: 'user' },
      { type: 'destroy', resource: 'session' },
    ],
  },
  create: {
    attributes: {
      first_name: 'Noor',
      last_name: 'Haddad',
      email: 'noor.haddad@example.com',
      provider: 'email',
      job_title: 'Database administrator',
    },
  },
  update: { attributes: { job_title: 'Head of databases', phone: '+442079460018' } },
})

export const invitation = exampleOf(invitationResource, {
  id: '19',
  attributes: {
    message: null,
    email: 'jonas.weber@example.com',
    by_mail: false,
    link: 'https://runsheet.example.com/invitation#9c2e4a6f8b0d1c3e5a7f9b2d4c6e8a0f1b3d5c7e9a2f4b6d',
    created_at: '2026-03-20T15:12:09Z',
    expires_at: '2026-03-27T15:12:09Z',
  },
  relationships: { user: ids.jonas },
  create: { attributes: {} },
})

export const role = exampleOf(roleResource, {
  id: '51',
  self: '/core/roles/51',
  attributes: { created_at: '2026-01-12T09:20:00Z' },
  relationships: { user: ids.mira, role_type: at('role_type', '4'), scope: ids.workspace },
  unlinked: ['scope'],
  create: {
    relationships: { user: ids.mira, role_type: at('role_type', '4'), scope: ids.workspace },
  },
})

export const team = exampleOf(teamResource, {
  id: '5',
  self: '/core/teams/5',
  attributes: {
    name: 'Database administrators',
    description: 'Day and night, by rota',
    archived: false,
    created_at: '2026-01-12T10:00:00Z',
    updated_at: '2026-01-12T10:00:00Z',
  },
  relationships: { workspace: ids.workspace, users: [ids.mira, ids.jonas] },
  meta: {
    users_count: 2,
    permissions: [
      { type: 'update', resource: 'team' },
      { type: 'archive', resource: 'team' },
    ],
  },
  create: {
    attributes: { name: 'Database administrators', description: 'Day and night, by rota' },
    relationships: { workspace: ids.workspace, users: [ids.mira, ids.jonas] },
  },
  update: { relationships: { users: [ids.mira, ids.jonas] } },
})

export const access = exampleOf(accessResource, {
  id: '32',
  attributes: {
    permission: 'run.control',
    may: 'start, pause, resume, cancel and override the run',
    allowed: false,
    visible: true,
    because: [],
    required: ['runbook_admin', 'owner'],
  },
  relationships: { user: ids.jonas, able: [ids.mira] },
})

export const roleType = exampleOf(roleTypeResource, {
  id: '6',
  attributes: {
    name: 'Runbook Admin',
    key: 'runbook_admin',
    description: 'Edits the runbook and its people, and runs it',
    context: 'runbook',
  },
  relationships: {},
})

export const runbookTeam = exampleOf(runbookTeamResource, {
  id: '31',
  self: '/core/runbooks/90/runbook_teams/31',
  attributes: { name: 'Database administrators', linked: true },
  relationships: { team: at('team', '5'), runbook: ids.runbook, users: [ids.mira, ids.jonas] },
  meta: {
    users_count: 2,
    permissions: [
      { type: 'update', resource: 'runbook_team' },
      { type: 'destroy', resource: 'runbook_team' },
    ],
  },
  create: { relationships: { team: at('team', '5') } },
  update: {
    attributes: { linked: false, name: 'Database experts' },
    relationships: { users: [ids.mira] },
  },
})

export const runbookUser = exampleOf(runbookUserResource, {
  id: '402',
  self: '/core/runbooks/90/runbook_users/402',
  attributes: { role: 'participant', created_at: '2026-03-04T11:00:00Z' },
  relationships: { user: ids.jonas, runbook: ids.runbook, streams: [] },
  meta: { permissions: [{ type: 'update', resource: 'runbook_user' }] },
  create: { attributes: { role: 'participant' }, relationships: { user: ids.jonas } },
  update: { attributes: { role: 'stream_editor' }, relationships: { streams: [ids.stream] } },
})

export const me = exampleOf(meResource, {
  id: '8',
  self: '/core/me',
  attributes: {
    email: 'mira.okafor@example.com',
    first_name: 'Mira',
    last_name: 'Okafor',
    name: 'Mira Okafor',
    roles: ['developer', 'workspace_runbook_creator'],
    timezone: 'Europe/London',
    language: 'en',
    theme: 'dark',
    density: 'regular',
    single_key_shortcuts: true,
    has_password: true,
    has_second_factor: false,
    token_days_at_most: null,
    job_title: 'Database administrator',
    phone: '+442079460018',
    email_opt_in: true,
    sms_opt_in: false,
    push_opt_in: false,
    memorable_word: 'lighthouse',
  },
  relationships: { user: ids.mira },
  meta: { permissions: [{ type: 'create', resource: 'user_app_token' }] },
  update: { attributes: { theme: 'light', density: 'compact' } },
})

export const myTask = exampleOf(myTaskResource, {
  id: '193273528337',
  self: '/core/runbooks/90/tasks/17',
  attributes: {
    task_id: '17',
    name: 'Promote the standby database',
    stage: 'startable',
    is_now: true,
    level: 'level_1',
    task_type_key: 'normal',
    task_type_icon: 'task',
    duration: 600,
    start_planned: '2026-03-28T22:40:00Z',
    start_ready: '2026-03-28T22:40:31Z',
    start_actual: null,
    start_fixed: null,
    runbook_name: 'Fail over site A to site B',
    runbook_stage: 'active',
    runbook_start: '2026-03-28T22:00:04Z',
    run_type: 'rehearsal',
    timezone: 'Europe/London',
    waits_for_count: 0,
    waits_for: [],
  },
  relationships: { runbook: ids.runbook, task_type: ids.taskType },
})

export const session = exampleOf(sessionResource, {
  id: '71',
  attributes: {
    email: 'mira.okafor@example.com',
    current: true,
    address: '203.0.113.9',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
    created_at: '2026-03-28T21:31:02Z',
    last_seen_at: '2026-03-28T22:05:40Z',
    expires_at: '2026-03-29T10:05:40Z',
  },
  relationships: { user: ids.mira },
  create: { attributes: { email: 'mira.okafor@example.com', password: 'correct horse battery' } },
})

export const signInPage = exampleOf(signInPageResource, {
  id: '1',
  self: '/core/sign_in_page',
  attributes: { password: true, password_reset: true },
  relationships: {},
})

export const passwordReset = exampleOf(passwordResetResource, {
  id: '1',
  attributes: { email: 'mira.okafor@example.com' },
  relationships: {},
  create: { attributes: { email: 'mira.okafor@example.com' } },
})

export const password = exampleOf(passwordResource, {
  id: '8',
  attributes: { email: 'mira.okafor@example.com', sessions_ended: 2 },
  relationships: {},
  create: {
    attributes: {
      link: '3d9b0c7e5a1f48d26b8e0f93c7a5d1e24f6b8a0c2e4d6f81',
      password: 'correct horse battery',
    },
  },
})

export const secondFactor = exampleOf(secondFactorResource, {
  id: '8',
  self: '/core/me/second_factor',
  attributes: {
    enabled: true,
    confirmed_at: '2026-03-28T21:40:00Z',
    recovery_codes_left: 10,
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    uri: 'otpauth://totp/Runsheet:mira.okafor%40example.com?issuer=Runsheet&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
    recovery_codes: ['k7wq-2m9d-x4tz-8hrb'],
  },
  relationships: { user: ids.mira },
})

export const userAppToken = exampleOf(userAppTokenResource, {
  id: '14',
  attributes: {
    label: 'Deployment pipeline',
    token: '5f0c1d8e2b7a4c93d6e1f08a7b2c5d4e9f3a6b1c8d7e0f25',
    last_four: '0f25',
    expires_at: '2027-03-28T22:00:00Z',
    last_used_at: null,
    revoked_at: null,
    created_at: '2026-03-28T21:40:00Z',
  },
  relationships: { user: ids.mira },
  create: { attributes: { label: 'Deployment pipeline', expires_at: '2027-03-28T22:00:00Z' } },
})
