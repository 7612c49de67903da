import type { Density, Language, LinkPurpose, Theme } from '@runsheet/contract'
import type { RoleKey } from '@runsheet/domain'
import type { Generated } from 'kysely'
import type { MailKind } from '../../mail/mail-kind.ts'
import type { Instant, InstantOrNull } from './columns.ts'

export interface UserTable {
  id: Generated<number>
  email: string
  first_name: string | null
  last_name: string | null
  unique_id: string | null
  provider: Generated<string>
  non_interactive: Generated<boolean>
  password_hash: string | null
  invited_at: InstantOrNull
  archived_at: InstantOrNull
  last_sign_in_at: InstantOrNull
  job_title: Generated<string | null>
  phone: Generated<string | null>
  email_opt_in: Generated<boolean>
  sms_opt_in: Generated<boolean>
  push_opt_in: Generated<boolean>
  memorable_word: Generated<string | null>
  permission_revision: Generated<number>
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface TokenTable {
  id: Generated<number>
  user_id: number
  label: string
  hash: Buffer
  last_four: string
  created_at: Instant
  last_used_at: InstantOrNull
  expires_at: InstantOrNull
  revoked_at: InstantOrNull
  changed_seq: Generated<number>
}

export interface SessionTable {
  id: Generated<number>
  user_id: number
  hash: Buffer
  address: string
  user_agent: string | null
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  ends_at: Instant
  revoked_at: InstantOrNull
  changed_seq: number
  previous_hash: Buffer | null
  previous_until: InstantOrNull
  renewed_at: Instant
}

export interface PasswordLinkTable {
  id: Generated<number>
  user_id: number
  hash: Buffer
  purpose: LinkPurpose
  created_at: Instant
  expires_at: Instant
  used_at: InstantOrNull
  superseded_at: InstantOrNull
}

export interface SecondFactorTable {
  user_id: number
  secret: string
  confirmed_at: InstantOrNull
  last_step: number
  changed_seq: number
}

export interface RecoveryCodeTable {
  user_id: number
  hash: Buffer
  used_at: InstantOrNull
}

export interface MailTable {
  id: Generated<number>
  kind: MailKind
  email: string
  language: Language | null
  sealed_secret: string | null
  message: Generated<string | null>
  created_at: Instant
  next_at: Instant
  expires_at: Instant
  attempts: Generated<number>
}

export interface SignInFailureTable {
  subject: string
  failures: number
  failed_at: Instant
  waits_until: Instant
}

export interface PreferenceTable {
  user_id: number
  timezone: string | null
  language: Language | null
  theme: Theme
  density: Density
  single_key_shortcuts: boolean
  changed_seq: number
}

export interface RoleTypeTable {
  id: Generated<number>
  key: RoleKey
  name: string
  description: string
  context: string
}

export interface RoleTable {
  id: Generated<number>
  user_id: number
  role_type_id: number
  scope_type: 'workspace' | 'folder' | 'team' | null
  scope_id: number | null
  created_at: Instant
  changed_seq: Generated<number>
}
