import { AppError, problem, type user, type WritesOf } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { findTaken, type User } from './user-queries.ts'

type Sent = Omit<WritesOf<typeof user>, 'roles_attributes' | 'non_interactive'>

/** What a write may say of a person. */
export type UserMembers = Pick<
  User,
  'first_name' | 'last_name' | 'email' | 'unique_id' | 'provider' | 'job_title' | 'phone'
>

const blank: UserMembers = {
  first_name: null,
  last_name: null,
  email: '',
  unique_id: null,
  provider: 'email',
  job_title: null,
  phone: null,
}

/**
 * What a person is after a write: what it leaves out stays as it is. A part of a name that is empty text is none.
 *
 * @param before null for a new person
 * @throws {AppError} 422 `taken` for an e-mail address, whatever its case, or a unique id that somebody else has
 */
export async function readUserWrite(trx: Trx, before: User | null, sent: Sent): Promise<UserMembers> {
  const { first_name, last_name, email, unique_id, provider, job_title, phone } = {
    ...(before ?? blank),
    ...sent,
  }
  const wanted = {
    first_name: first_name?.trim() || null,
    last_name: last_name?.trim() || null,
    email,
    unique_id,
    provider,
    job_title,
    phone,
  }
  const taken = await findTaken(trx, wanted, before?.id)
  if (taken.length > 0)
    throw new AppError(
      taken.map((name) =>
        problem('taken', { name, value: wanted[name] ?? '' }, { pointer: `/data/attributes/${name}` }),
      ),
    )
  return wanted
}
