import type { MailKind } from '../mail-kind.ts'

/** What a mail says. */
export interface MailText {
  readonly subject: string
  /** Paragraphs before the button; all, of a mail without a link. */
  readonly before: readonly string[]
  readonly button?: string
  /** Paragraphs after it. */
  readonly after: readonly string[]
}

/** What is put into the sentences. */
export interface MailAbout {
  /** To whom the mail goes. */
  readonly email: string
  /** Host under which people reach the server. */
  readonly host: string
}

/** The mails of one language. */
export type MailTexts = {
  readonly [K in MailKind]: (about: MailAbout) => MailText
}
