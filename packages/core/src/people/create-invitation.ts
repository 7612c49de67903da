import type { Database } from '../db/database.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { sqlTime } from '../json-api/wire.ts'
import { linkAddress, makeLink } from '../passwords/password-link.ts'
import { RUNSHEET } from './built-in-user.ts'
import { findByEmail } from './create-token.ts'

/** A link by which somebody sets a password, shown once. */
export interface MadeInvitation {
  readonly email: string
  readonly link: string
}

/**
 * Makes the link of an invitation, for servers that send no mail. For whoever holds the machine: nobody's permission is
 * asked. Links that the person had before hold no longer.
 *
 * @param publicUrl under which people reach the server, without a slash at its end
 * @param now milliseconds since the epoch; the event is never before the one before it
 * @returns undefined when there is no such person, or it is a program, or archived
 */
export async function createInvitation(
  database: Database,
  { email, publicUrl }: { email: string; publicUrl: string },
  now: number = Date.now(),
): Promise<MadeInvitation | undefined> {
  return database.writes.transaction().execute(async (trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const person = await findByEmail(trx, email)
    if (!person || person.non_interactive) return undefined
    const at = Math.max(now, last_event_at)
    const { secret, event } = await makeLink(trx, person, 'invitation', at)
    await trx
      .updateTable('app_user')
      .set({ invited_at: sqlTime(at), changed_seq: seq + 1, updated_at: sqlTime(at) })
      .where('id', '=', person.id)
      .execute()
    await commitInstance(trx, { actorId: RUNSHEET, requestId: 'command-line', at }, [event], null)
    return { email: person.email, link: linkAddress(publicUrl, 'invitation', secret) }
  })
}
