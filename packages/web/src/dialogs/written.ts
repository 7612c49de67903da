const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain words as the server keeps them: HTML in which every sign means itself, a paragraph for each line. */
export function writtenAsHtml(text: string): string {
  return text
    .trim()
    .split(/\n+/)
    .map((line) => `<p>${line.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}</p>`)
    .join('')
}

/** The words of kept HTML, a line for each of its blocks: to be changed in a plain field. */
export function linesOfHtml(html: string): string {
  const spaced = html.replace(/<br\s*\/?>|<\/(?:p|li|h[1-4]|tr|pre|blockquote)>/gi, '$&\n')
  const { body } = new DOMParser().parseFromString(spaced, 'text/html')
  return (body.textContent ?? '').replaceAll(/\n{2,}/g, '\n').trim()
}
