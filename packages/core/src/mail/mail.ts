import { createTransport } from 'nodemailer'
import type { Letter } from './compose-mail.ts'

/** What has to be set for mail to be sent. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user, password and options of nodemailer where the server wants them. */
  readonly smtpUrl: string
  /** `From`: an address, with a name before it or without. */
  readonly from: string
  /** Under which people reach the server, without a slash at its end: where links in mail lead. */
  readonly publicUrl: string
}

/** Below the time for which a mail is taken. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/** The way out for mail. */
export interface Mail {
  readonly publicUrl: string
  /** Resolves when the mail server has taken it. */
  send(letter: Letter): Promise<void>
}

/** Nothing is connected before there is something to send. */
export function openMail({ smtpUrl, from, publicUrl }: MailSettings): Mail {
  const transport = createTransport({
    url: smtpUrl,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    publicUrl,
    async send(letter) {
      // RFC 3834: no answer of a machine comes back.
      await transport.sendMail({
        ...letter,
        // As an object it is one address, whatever signs are in it.
        to: { name: '', address: letter.to },
        from,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
