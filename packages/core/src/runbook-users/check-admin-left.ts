import { refuse } from '@runsheet/contract'
import type { RunbookUser } from '../runbooks/snapshot.ts'

/** A runbook that nobody administers could not be helped by anybody. @throws {AppError} 422 `last_admin` */
export function checkAdminLeft(users: readonly Pick<RunbookUser, 'role'>[]): void {
  if (!users.some(({ role }) => role === 'runbook_admin'))
    throw refuse('last_admin', { role: 'runbook_admin' })
}
