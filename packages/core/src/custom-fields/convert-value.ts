import type { FieldType } from '@runsheet/contract'
import { plainText } from '../comments/sanitise.ts'
import { type FieldValue, isDate } from './field-value.ts'
import { optionTypes, severalValued } from './offered-fields.ts'

/** A field after a change of its type, as far as its values depend on it. */
export interface NewShape {
  readonly field_type: FieldType
  /** Names of its options. */
  readonly options: readonly string[]
}

/**
 * What becomes of a value when its field gets another type: options stay where there is one of that name, lists become text
 * and text a list of one, a day becomes an instant at midnight UTC and an instant its day.
 *
 * @returns the value, undefined when nothing of it can stay; `isWhole` when nothing of it is lost
 */
export function convertValue(
  from: FieldType,
  value: FieldValue,
  { field_type: to, options }: NewShape,
): { readonly value: FieldValue | undefined; readonly isWhole: boolean } {
  const lost = { value: undefined, isWhole: false }
  if (from === to) return { value, isWhole: true }
  // The id of a person means nothing as text, and no text names one.
  if (from === 'user' || to === 'user') return lost
  const parts = (typeof value === 'string' ? [value] : value).map((part) =>
    from === 'textarea' && to !== 'textarea' ? plainText(part) : part,
  )
  const kept = optionTypes.includes(to) ? parts.filter((part) => options.includes(part)) : parts
  const isWhole = kept.length === parts.length
  if (kept.length === 0) return lost
  if (severalValued.includes(to)) return { value: kept, isWhole }
  const [first = ''] = kept
  if (optionTypes.includes(to)) return kept.length === 1 ? { value: first, isWhole } : lost
  if (to === 'date') {
    const day = from === 'datetime' ? first.slice(0, 10) : first
    return isDate(day) ? { value: day, isWhole: true } : lost
  }
  if (to === 'datetime') return isDate(first) ? { value: `${first}T00:00:00Z`, isWhole: true } : lost
  const text = kept.join(', ')
  return { value: to === 'textarea' ? escaped(text) : text, isWhole }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain text as rich text. */
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => entities[character] ?? character)
