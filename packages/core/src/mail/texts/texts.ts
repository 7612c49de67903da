import type { Language } from '@runsheet/contract'
import { de } from './de.ts'
import { en } from './en.ts'
import type { MailTexts } from './mail-text.ts'

/** Languages without mails of their own get the English ones. */
const byLanguage: Readonly<Partial<Record<Language, MailTexts>>> = { en, de }

/** The language in which a mail is written to people who have chosen this one. */
export function mailTexts(language: Language | null): { language: Language; texts: MailTexts } {
  const texts = language === null ? undefined : byLanguage[language]
  return texts && language !== null ? { language, texts } : { language: 'en', texts: en }
}
