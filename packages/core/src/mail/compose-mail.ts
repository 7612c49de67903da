import type { Language } from '@runsheet/contract'
import type { MailKind } from './mail-kind.ts'
import { mailTexts } from './texts/texts.ts'

/** A mail as it is sent. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface MailContent {
  readonly email: string
  /** Under which people reach the server. */
  readonly publicUrl: string
  /** Undefined in a mail that brings none. */
  readonly link: string | undefined
  readonly language: Language | null
  readonly message: string | null
}

/** Writes a mail, around its link if it has one, as text and as HTML without anything that is loaded from elsewhere. */
export function composeMail(
  kind: MailKind,
  { email, publicUrl, link, language, message }: MailContent,
): Letter {
  const { texts, language: written } = mailTexts(language)
  const { subject, before: said, button = '', after } = texts[kind]({ email, host: new URL(publicUrl).host })
  const before =
    message === null ? said : [...said, ...message.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')]
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
  return {
    to: email,
    subject,
    text: [...before, ...(link === undefined ? [] : [`${button}:\n${link}`]), ...after, ''].join('\n\n'),
    html: `<!doctype html>
<html lang="${written}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 34em; margin: 24px">
${[paragraphs(before), ...(link === undefined ? [] : [linkHtml(escapeHtml(link), escapeHtml(button))]), paragraphs(after)].join('\n')}
</body>
</html>
`,
  }
}

const linkHtml = (address: string, button: string) =>
  `<p style="margin: 24px 0"><a href="${address}" style="background: #1f6feb; color: #ffffff; padding: 10px 16px; border-radius: 6px; text-decoration: none">${button}</a></p>
<p style="font-size: 13px">${address}</p>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
