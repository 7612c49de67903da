const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain text as rich text: an empty line parts paragraphs, a new line is a new line. */
export function htmlOf(text: string): string {
  const escaped = text.trim().replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)
  if (escaped === '') return ''
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
