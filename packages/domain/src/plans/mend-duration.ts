import { formatDuration, parseDuration } from '../durations/duration.ts'
import type { MendReason } from './mend.ts'

const units: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:std|stunden?|heures?|horas?)(?!\p{L})/giu, 'h'],
  [/(?<!\p{L})(?:minuten|minutos?|mn)(?!\p{L})/giu, 'm'],
  [/(?<!\p{L})(?:tage?n?|jours?|d[ií]as?)(?!\p{L})/giu, 'd'],
  [/(?<!\p{L})(?:sek|sekunden?|secondes?|segundos?)(?!\p{L})/giu, 's'],
]

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bthree[\s-]+quarters?\s+of\s+an\s+hour\b/gi, '45m'],
  [/\b(?:a\s+)?quarter\s+(?:of\s+)?an\s+hour\b/gi, '15m'],
  [/\bhalf\s+an?\s+hour\b/gi, '30m'],
  [/\bhalf\s+a\s+day\b/gi, '12h'],
  [/\ban?\s+hour\b/gi, '1h'],
  [/\bone\s+(?=hour|minute|day|week)/gi, '1 '],
  [/(\d)\s*½/g, '$1.5'],
  [/(\d)\s*¼/g, '$1.25'],
  [/(\d)\s*¾/g, '$1.75'],
  [/½/g, '0.5'],
  [/¼/g, '0.25'],
  [/¾/g, '0.75'],
]

/** In the order in which they are tried, each on what the ones before it made. */
const steps: readonly { reason: MendReason; clean: (text: string) => string }[] = [
  { reason: 'letter_o', clean: mendNoughts },
  { reason: 'letter_l', clean: mendOnes },
  { reason: 'number_word', clean: (text) => replaced(text, phrases) },
  {
    reason: 'approximate',
    clean: (text) =>
      text.replace(
        /^\s*(?:~|≈|±|about|around|approx(?:imately)?\.?|circa|ca\.?|c\.|etwa|env\.?)\s*(?=\d)/i,
        '',
      ),
  },
  { reason: 'unit_word', clean: (text) => replaced(text, units) },
  {
    reason: 'punctuation',
    clean: (text) =>
      text
        .replace(/(\p{L})\./gu, '$1')
        .replace(/(?<=[a-z])\s*(?:,|;|&|\+|\band\b|\bund\b|\bet\b|\by\b)\s*(?=\d)/gi, ' ')
        .replace(/(\d)\s*[′'’]$/, '$1m')
        .replace(/(\d)\s*(?:[″"”]|'')$/, '$1s'),
  },
]

/**
 * The duration that an unreadable text surely means, as `formatDuration` writes it, and what was wrong with the text:
 * `1h3O` is 1h 30m, `90 min.` is 1h 30m.
 */
export function mendDuration(text: string): { value: string; reason: MendReason } | undefined {
  let cleaned = text.trim()
  let reason: MendReason | undefined
  for (const step of steps) {
    const next = step.clean(cleaned)
    if (next === cleaned) continue
    reason ??= step.reason
    cleaned = next
    const seconds = parseDuration(cleaned)
    if (seconds !== undefined) return { value: formatDuration(seconds), reason }
  }
  return undefined
}

/** The letter O beside digits read as a nought. */
export function mendNoughts(text: string): string {
  return text.replace(/(?<=\d)[oO]+|(?<!\p{L}|\p{L}\s)[oO]+(?=\d)|(?<=\d[hdm])[oO]+(?=\d)/gu, (found) =>
    '0'.repeat(found.length),
  )
}

/** The letters l and I beside digits read as a one. */
export function mendOnes(text: string): string {
  return text.replace(/(?<=\d)[lI|]+|(?<!\p{L})[lI|]+(?=\d)/gu, (found) => '1'.repeat(found.length))
}

function replaced(text: string, pairs: readonly (readonly [RegExp, string])[]): string {
  return pairs.reduce((written, [pattern, value]) => written.replace(pattern, value), text)
}
