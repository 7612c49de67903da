import { formats } from '@runsheet/contract'
import { guardFormula, readList, writeList } from './cell-text.ts'
import { closestTo } from './close-text.ts'
import type { Mend } from './mend.ts'
import type { MendContext, RowProblem } from './mend-context.ts'
import { mendDuration } from './mend-duration.ts'
import { suggestForFixedTime } from './suggest-fixed-time.ts'
import { suggestForPredecessor } from './suggest-predecessor.ts'

/** The greatest length of names. */
const NAME_LENGTH = 255

/**
 * What repairs the problem, the likeliest first; each by itself removes it. Empty where only a person can say.
 */
export function suggestMends(found: RowProblem, context: MendContext): Mend[] {
  const { field } = found
  switch (field) {
    case 'label':
      return [relabel(found, context)]
    case 'name':
      return suggestForTitle(found, context)
    case 'predecessors':
      return suggestForPredecessor(found, context)
    case 'duration': {
      const mended = mendDuration(found.value)
      return [...(mended ? [useValue(found, mended)] : []), leaveEmpty(found)]
    }
    case 'level': {
      const [level, ...others] = found.value.match(/(?<!\d)[123](?!\d)/g) ?? []
      const sure = level !== undefined && others.length === 0 && !/[04-9]/.test(found.value)
      return [
        ...(sure ? [useValue(found, { value: `Level ${level}`, reason: 'level_number' })] : []),
        leaveEmpty(found),
      ]
    }
    case 'stream':
    case 'sub_stream':
      return suggestForStream(found, context)
    case 'task_type': {
      const close = closestTo(found.value, context.options.taskTypes ?? [])
      const known = close === undefined ? [] : [useValue(found, { value: close, reason: 'close_name' })]
      return [...known, ...oneLine(found), leaveEmpty(found)]
    }
    case 'team':
      return suggestForTeam(found, context)
    case 'start_fixed_date':
    case 'start_fixed_time':
      return suggestForFixedTime(found, 'start_fixed', context)
    case 'end_fixed_date':
    case 'end_fixed_time':
      return suggestForFixedTime(found, 'end_fixed', context)
    default:
      // A field that is not there at all is a matter of its column, not of one row.
      return found.code === 'custom_field_not_found' ? [] : [leaveEmpty(found)]
  }
}

function relabel(found: RowProblem, context: MendContext): Mend {
  const joined = found.value
    .replace(/^#\s*/, '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .join('-')
  if (found.code === 'invalid_format' && joined !== '' && !context.labels.has(joined))
    return useValue(found, { value: joined, reason: 'no_separators' })
  return { kind: 'renumber', line: found.line, column: found.column, value: context.nextNumber() }
}

function suggestForTitle(found: RowProblem, context: MendContext): Mend[] {
  const leaveOut: Mend = { kind: 'leave_out_row', line: found.line }
  if (found.code !== 'blank') return [...oneLine(found), leaveOut]
  const description = context.cell(found.line, context.column('description'))
  const first = /<[a-z/]/i.test(description) ? '' : (description.split(/[\r\n]/)[0] ?? '').trim()
  const value = cut(first.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
  return value === ''
    ? [leaveOut]
    : [useValue(found, { value: guardFormula(value), reason: 'from_description' }), leaveOut]
}

function suggestForStream(found: RowProblem, context: MendContext): Mend[] {
  const { line } = found
  if (found.code !== 'blank') return [...oneLine(found), leaveEmpty(found)]
  const child = context.column('sub_stream')
  const above = found.field === 'stream' ? context.above(line, 'stream') : undefined
  return [
    ...(above === undefined ? [] : [useValue(found, { value: above, reason: 'row_above' })]),
    ...(child === undefined ? [] : [{ kind: 'leave_empty', line, columns: [child] } as const]),
  ]
}

function suggestForTeam(found: RowProblem, context: MendContext): Mend[] {
  const { line, column } = found
  const name = typeof found.about['id'] === 'string' ? found.about['id'] : undefined
  if (found.code !== 'not_a_participant' || name === undefined) return [...oneLine(found), leaveEmpty(found)]
  const close = closestTo(name, context.options.teams ?? [])
  const names = readList(found.value).map((one) => (one.trim() === name ? (close ?? one) : one))
  const value = writeList([...new Set(names)])
  return [
    ...(close === undefined ? [] : [useValue(found, { value, reason: 'close_name' })]),
    { kind: 'leave_out_team', line, column, name },
  ]
}

/** A name made fit to stand on one line, or cut where it is too long. */
function oneLine(found: RowProblem): Mend[] {
  // In a list of teams line breaks separate.
  const unfit = found.field === 'team' ? /(?![\r\n])[\p{Cc}\u2028\u2029]+/gu : /[\p{Cc}\u2028\u2029]+/gu
  const value = found.value.replace(unfit, ' ').trim()
  if (found.code === 'invalid_format' && value !== '')
    return [useValue(found, { value: cut(value), reason: 'one_line' })]
  if (
    found.code === 'too_long' &&
    found.field !== 'team' &&
    found.field !== 'task_type' &&
    formats.line.test(value)
  )
    return [useValue(found, { value: cut(value), reason: 'shortened' })]
  return []
}

function cut(text: string): string {
  return text.length > NAME_LENGTH ? Array.from(text).slice(0, NAME_LENGTH).join('').trim() : text
}

function useValue(
  { line, column }: RowProblem,
  { value, reason }: Pick<Extract<Mend, { kind: 'use_value' }>, 'value' | 'reason'>,
): Mend {
  return { kind: 'use_value', line, column, value, reason }
}

function leaveEmpty({ line, column }: RowProblem): Mend {
  return { kind: 'leave_empty', line, columns: [column] }
}
