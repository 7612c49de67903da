/** The languages in which titles and details are written; the first is the default. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const

export type Language = (typeof languages)[number]

const HEADER_LENGTH_AT_MOST = 1000

interface LanguageRange {
  /** In lower case: `de`, `de-ch` or `*`. */
  range: string
  quality: number
}

/**
 * The language of ours that the caller likes best (RFC 9110, section 12.5.4; lookup of RFC 4647, section 3.4:
 * `de-CH` is content with `de`). Without a match, and for a header that cannot be read, English.
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const ranges = parseRanges(acceptLanguage)
  let best: Language = languages[0]
  let bestQuality = 0
  for (const { range } of ranges) {
    for (const language of languages) {
      const quality = matches(range, language) ? qualityOf(language, ranges) : 0
      if (quality > bestQuality) {
        best = language
        bestQuality = quality
      }
    }
  }
  return best
}

/** A quality of 0 for the language itself excludes it; `*` speaks for languages that nothing else names. */
function qualityOf(language: Language, ranges: readonly LanguageRange[]): number {
  const own = ranges.filter(({ range }) => range !== '*' && matches(range, language))
  if (own.some(({ range, quality }) => range === language && quality === 0)) return 0
  const speaking = own.length > 0 ? own : ranges.filter(({ range }) => range === '*')
  return Math.max(0, ...speaking.map(({ quality }) => quality))
}

function matches(range: string, language: Language): boolean {
  return range === '*' || range === language || range.startsWith(`${language}-`)
}

/** The ranges in the order of the header; none when any of them is malformed. */
function parseRanges(header: string | undefined): LanguageRange[] {
  if (header === undefined || header.length > HEADER_LENGTH_AT_MOST) return []
  const ranges: LanguageRange[] = []
  for (const element of header.split(',')) {
    const text = element.replace(/^[ \t]+|[ \t]+$/g, '')
    // RFC 9110, section 5.6.1.2: recipients accept empty list elements.
    if (text === '') continue
    const found =
      /^(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i.exec(text)
    if (!found?.[1]) return []
    ranges.push({ range: found[1].toLowerCase(), quality: Number(found[2] ?? 1) })
  }
  return ranges
}
