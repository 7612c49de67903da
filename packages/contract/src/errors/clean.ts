const SHOWN_AT_MOST = 100

/** Read no further than this into a value: more than 100 characters are never shown. */
const READ_AT_MOST = 1000

/** Control characters, line separators and marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu

/**
 * A value of a request as it may stand in a sentence: one line, well-formed Unicode, 100 characters at most.
 * Angle brackets become ‹ ›, so that a page which forgets to escape a detail still shows text and never markup.
 */
export function clean(value: string): string {
  const text = value
    .slice(0, READ_AT_MOST)
    .toWellFormed()
    .replace(UNSEEN, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
  const characters = Array.from(text)
  if (characters.length <= SHOWN_AT_MOST && value.length <= READ_AT_MOST) return text
  return `${characters.slice(0, SHOWN_AT_MOST).join('')}…`
}

/** The same for every text among the particulars of a problem. */
export function cleanAll<A extends object>(about: A): A {
  const cleaned = Object.entries(about).map(([name, value]) => [name, cleanOne(value)])
  return Object.fromEntries(cleaned) as A
}

function cleanOne(value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  return Array.isArray(value) ? value.map(cleanOne) : value
}
