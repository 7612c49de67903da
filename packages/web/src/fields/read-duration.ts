import { parseDuration } from '@runsheet/domain'

/** What was understood of a written duration. */
export type ReadDuration =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly seconds: number }
  /** Not understood; `meant` is what it would be with letters that look like digits read as digits. */
  | { readonly kind: 'unclear'; readonly meant: number | undefined; readonly hasLetterO: boolean }

/** Reads a duration as a planner types it: `1h30`, `90` (minutes), `1:30`, `2d`; empty for none. */
export function readDuration(text: string): ReadDuration {
  if (text.trim() === '') return { kind: 'none' }
  const seconds = parseDuration(text)
  if (seconds !== undefined) return { kind: 'length', seconds }
  const mended = text.replaceAll(/[oO]/g, '0').replaceAll(/[lI|]/g, '1')
  return {
    kind: 'unclear',
    meant: mended === text ? undefined : parseDuration(mended),
    hasLetterO: /o$/i.test(text.trim()),
  }
}
