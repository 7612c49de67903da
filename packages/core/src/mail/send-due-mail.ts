import { randomUUID } from 'node:crypto'
import { type CoreCall, chooseLanguage, type LinkPurpose, refuse } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { Services } from '../dispatch/services.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { linkAddress, linkSeconds, type MadeLink, makeLink } from '../passwords/password-link.ts'
import { findAddressee } from '../passwords/password-link-queries.ts'
import { RUNSHEET } from '../people/built-in-user.ts'
import { openText, sealText } from '../secrets/sealed-text.ts'
import { composeMail } from './compose-mail.ts'
import type { Mail } from './mail.ts'
import {
  type DueMail,
  findLanguage,
  forgetMail,
  insertMail,
  keepSecret,
  postponeMail,
  takeDueMail,
} from './mail-queries.ts'

const AT_ONCE = 20
const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 900

const sealOf = ({ secretKey }: Pick<Services, 'secretKey'>) => ({
  secret: secretKey,
  purpose: 'runsheet mail',
})

/**
 * Puts an invitation in line, in the transaction of its cause.
 *
 * @returns its link, whose event is to be committed with it
 * @throws {AppError} 422 `mail_not_configured`
 */
export async function inviteByMail(
  trx: Trx,
  services: Services,
  person: { id: number; email: string },
  {
    at,
    call,
    message,
  }: { at: number; call: Pick<CoreCall, 'language'>; message?: string | null | undefined },
): Promise<MadeLink> {
  if (!services.mail) throw refuse('mail_not_configured')
  const made = await makeLink(trx, person, 'invitation', at)
  await insertMail(trx, {
    kind: 'invitation',
    email: person.email,
    language: chooseLanguage(call.language),
    sealed_secret: sealText(made.secret, sealOf(services)),
    message: message?.trim() || null,
    at,
    expires_at: expiryOf('invitation', at),
  })
  return made
}

/** So long it is tried to tell the address that an account had. */
const TOLD_SECONDS = 7 * 24 * 3600

/** Tells the address that an account had that it has another one, where the server sends mail. */
export async function tellOldAddress(
  trx: Trx,
  services: Services,
  before: { id: number; email: string },
  { at, call }: { at: number; call: Pick<CoreCall, 'language'> },
): Promise<void> {
  if (!services.mail) return
  await insertMail(trx, {
    kind: 'email_changed',
    email: before.email,
    language: (await findLanguage(trx, before.id)) ?? chooseLanguage(call.language),
    sealed_secret: null,
    at,
    expires_at: at + TOLD_SECONDS * 1_000,
  })
}

const expiryOf = (kind: LinkPurpose, at: number) => at + linkSeconds[kind] * 1_000

/**
 * Sends what is due; answers how many mails were sent. One that cannot be sent is tried again with growing pauses until
 * its link is worth nothing.
 */
export async function sendDueMail(services: Services): Promise<number> {
  const { mail, database, log } = services
  if (!mail) return 0
  let sent = 0
  for (const due of await takeDueMail(database.writes, AT_ONCE)) {
    try {
      if (await sendOne(services, mail, due)) sent += 1
      await forgetMail(database.writes, due.id)
    } catch (error) {
      log.warn({ err: error, mail: due.id }, 'a mail could not be sent; it is tried again')
      const pause = FIRST_PAUSE_SECONDS * 2 ** Math.min(due.attempts - 1, 20)
      await postponeMail(database.writes, due.id, Math.min(pause, LONGEST_PAUSE_SECONDS))
    }
  }
  return sent
}

/** False when there is nobody to send it to, or it would come too late. */
async function sendOne(services: Services, mail: Mail, due: DueMail): Promise<boolean> {
  if (due.expires_at <= due.now) return false
  const { publicUrl } = mail
  if (due.kind === 'email_changed') {
    await mail.send(composeMail(due.kind, { ...due, publicUrl, link: undefined }))
    return true
  }
  const secret =
    due.sealed_secret === null
      ? await makeSecret(services, due, due.kind)
      : openText(due.sealed_secret, sealOf(services))
  if (secret === undefined) return false
  const link = linkAddress(publicUrl, due.kind, secret)
  await mail.send(composeMail(due.kind, { ...due, publicUrl, link }))
  return true
}

/** Makes the link of a mail whose person was not looked up yet; undefined when nobody has the address. */
async function makeSecret(
  services: Services,
  { id, email, now }: DueMail,
  kind: LinkPurpose,
): Promise<string | undefined> {
  return services.database.writes.transaction().execute(async (trx) => {
    const { last_event_at } = await lockInstance(trx)
    const person = await findAddressee(trx, email)
    if (!person) return undefined
    const at = Math.max(now, last_event_at)
    const { secret, event } = await makeLink(trx, person, kind, at)
    if (!(await keepSecret(trx, id, sealText(secret, sealOf(services))))) return undefined
    await commitInstance(trx, { actorId: RUNSHEET, requestId: `mail-${randomUUID()}`, at }, [event], null)
    return secret
  })
}
