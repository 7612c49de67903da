import {
  COMMENT_AT_MOST,
  isBlank,
  isLonger,
  type Problem,
  problem,
  RICH_TEXT_AT_MOST,
  refuse,
  richTextTags,
} from '@runsheet/contract'
import sanitizeHtml from 'sanitize-html'

const options: sanitizeHtml.IOptions = {
  allowedTags: [...richTextTags],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // Deeper trees are nobody's prose, and every reader of them would have to walk them.
  nestingLimit: 50,
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      // A link within this server would depend on where the text is shown.
      attribs: /^(?:https?|mailto):/i.test(href.trim()) ? { href: href.trim(), rel: 'noopener' } : {},
    }),
  },
}

/**
 * Rich text as it is stored and shown: the tags of a small subset, without attributes but the target of a link.
 *
 * Other tags go and their text stays, save that of scripts and styles. What was sanitised stays as it is.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, options)
}

/**
 * The rich text of a description as it is kept.
 *
 * @param add gets `too_long` when it is longer once `&`, `<` and `>` are escaped: what is read could not be sent back
 */
export function readRichText(
  html: string | null,
  name: string,
  where: NonNullable<Parameters<typeof problem>[2]>,
  add: (found: Problem) => void,
): string | null {
  const text = html === null ? null : sanitise(html)
  if (text !== null && isLonger(text, RICH_TEXT_AT_MOST))
    add(problem('too_long', { name, limit: RICH_TEXT_AT_MOST, unit: 'characters' }, where))
  return text
}

/**
 * The rich text of a comment, which must say something.
 *
 * @throws {AppError} 422 `blank` when nothing is left of it, `too_long` when it is longer once it is escaped
 */
export function sanitised(html: string, { name, pointer }: { name: string; pointer: string }): string {
  const content = sanitise(html).trim()
  if (isBlank(plainText(content))) throw refuse('blank', { name }, { pointer })
  if (isLonger(content, COMMENT_AT_MOST))
    throw refuse('too_long', { name, limit: COMMENT_AT_MOST, unit: 'characters' }, { pointer })
  return content
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
}

/** What sanitised rich text says, on one line and without tags. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
