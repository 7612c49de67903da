/** The words of rich text, without its tags: for a quotation in a line. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return (body.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}
