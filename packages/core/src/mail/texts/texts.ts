import type { Language, LinkPurpose } from '@runsheet/contract'
import { de } from './de.ts'
import { en } from './en.ts'

/** What a mail says. */
export interface MailText {
  readonly subject: string
  /** Paragraphs before the button. */
  readonly before: readonly string[]
  readonly button: string
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
  readonly [K in LinkPurpose]: (about: MailAbout) => MailText
}

/** Languages without mails of their own get the English ones. */
const byLanguage: Readonly<Partial<Record<Language, MailTexts>>> = { en, de }

/** The language in which a mail is written to people who have chosen this one. */
export function mailTexts(language: Language | null): { language: Language; texts: MailTexts } {
  const texts = language === null ? undefined : byLanguage[language]
  return texts && language !== null ? { language, texts } : { language: 'en', texts: en }
}
