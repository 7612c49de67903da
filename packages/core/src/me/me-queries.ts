import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'

/** What a person may set about how the application looks. */
export type Preferences = Omit<Row<'user_preference'>, 'user_id' | 'changed_seq'>

/** What people tell about themselves. */
export type Profile = Pick<
  Row<'app_user'>,
  'job_title' | 'phone' | 'email_opt_in' | 'sms_opt_in' | 'push_opt_in' | 'memorable_word'
>

/** A person as it is told to that person. */
export interface Me extends Preferences, Profile {
  readonly id: number
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  /** Keys of the roles that are held on anything. */
  readonly roles: readonly string[]
  readonly has_password: boolean
  readonly has_second_factor: boolean
  readonly changed_seq: number
}

/** Someone who has set nothing has the defaults: those of the browser, where it has any. */
export async function getMe(db: Db | Trx, userId: number): Promise<Me> {
  const { rows } = await sql<Me>`
    select u.id, u.email, u.first_name, u.last_name, u.password_hash is not null as has_password,
      exists (select from second_factor f where f.user_id = u.id and f.confirmed_at is not null) as has_second_factor,
      u.job_title, u.phone, u.email_opt_in, u.sms_opt_in, u.push_opt_in, u.memorable_word,
      p.timezone, p.language, coalesce(p.theme, 'auto') as theme, coalesce(p.density, 'regular') as density,
      coalesce(p.single_key_shortcuts, true) as single_key_shortcuts,
      greatest(u.changed_seq, p.changed_seq) as changed_seq,
      array(select distinct t.key from role r join role_type t on t.id = r.role_type_id where r.user_id = u.id order by 1) as roles
    from app_user u
    left join user_preference p on p.user_id = u.id
    where u.id = ${userId}`.execute(db)
  const [me] = rows
  if (!me) throw new Error(`there is no user ${userId}`)
  return me
}

export async function savePreferences(
  trx: Trx,
  userId: number,
  changed_seq: number,
  { timezone, language, theme, density, single_key_shortcuts }: Preferences,
): Promise<void> {
  const values = { timezone, language, theme, density, single_key_shortcuts, changed_seq }
  await trx
    .insertInto('user_preference')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute()
}

export async function findPasswordHash(db: Db, userId: number): Promise<string | null> {
  const row = await db
    .selectFrom('app_user')
    .select('password_hash')
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.password_hash ?? null
}
