import type { Access } from '@runsheet/domain'
import type { Db } from '../db/database.ts'

const KEPT_AT_MOST = 10_000

/** What each person may do, kept until the person's permission revision moves. */
export class AccessStore {
  readonly #db: Db
  readonly #kept = new Map<number, { revision: number; access: Access }>()

  constructor(db: Db) {
    this.#db = db
  }

  async of(userId: number, revision: number): Promise<Access> {
    const kept = this.#kept.get(userId)
    if (kept && kept.revision >= revision) return kept.access
    const roles = await this.#db
      .selectFrom('role')
      .innerJoin('role_type', 'role_type.id', 'role.role_type_id')
      .select(['role_type.key', 'role.scope_type', 'role.scope_id'])
      .where('role.user_id', '=', userId)
      .execute()
    const runbooks = await this.#db
      .selectFrom('runbook_user')
      .select(['runbook_id', 'role'])
      .where('user_id', '=', userId)
      .execute()
    const access: Access = {
      userId,
      roles,
      runbooks: new Map(runbooks.map(({ runbook_id, role }) => [runbook_id, role])),
    }
    if (this.#kept.size >= KEPT_AT_MOST) this.#kept.clear()
    this.#kept.set(userId, { revision, access })
    return access
  }
}
