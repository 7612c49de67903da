import type { Language, LinkPurpose } from '@runsheet/contract'
import { mailTexts } from './texts/texts.ts'

/** A mail as it is sent. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Writes a mail around a link, as text and as HTML without anything that is loaded from elsewhere. */
export function composeMail(
  kind: LinkPurpose,
  {
    email,
    link,
    language,
    message,
  }: { email: string; link: string; language: Language | null; message: string | null },
): Letter {
  const { texts, language: written } = mailTexts(language)
  const { subject, before: said, button, after } = texts[kind]({ email, host: new URL(link).host })
  const before =
    message === null ? said : [...said, ...message.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')]
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
  const address = escapeHtml(link)
  return {
    to: email,
    subject,
    text: [...before, `${button}:\n${link}`, ...after, ''].join('\n\n'),
    html: `<!doctype html>
<html lang="${written}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 34em; margin: 24px">
${paragraphs(before)}
<p style="margin: 24px 0"><a href="${address}" style="background: #1f6feb; color: #ffffff; padding: 10px 16px; border-radius: 6px; text-decoration: none">${escapeHtml(button)}</a></p>
<p style="font-size: 13px">${address}</p>
${paragraphs(after)}
</body>
</html>
`,
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
