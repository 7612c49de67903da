import { type Mend, type PlanField, parseDuration } from '@runsheet/domain'
import { theWords } from '../language/language.ts'
import { lengthOf } from '../time/format.ts'
import type { Finding } from './review-import.ts'

/** The name of a field as people know it. */
export function fieldName(field: PlanField): string {
  const { fields } = theWords().importing
  const name = (fields as Readonly<Record<string, string | undefined>>)[field]
  return name ?? field.replace(/^custom_field:/, '').replace(/\s*\[\d+\]$/, '')
}

/** What is wrong, in one sentence: the exact reason where a mend knows it, else the words of the contract. */
export function findingText({ code, field, value, named, detail, mends }: Finding): string {
  const { finding, why } = theWords().importing
  const written = shortened(value.trim())
  const [first] = mends
  if (code === 'related_not_found' && field === 'predecessors' && named !== null) return finding.noTask(named)
  if (code === 'not_a_participant' && named !== null) return finding.noTeam(named)
  if (code === 'related_not_found' && field === 'task_type') return finding.noType(named ?? written)
  if (code === 'taken' && field === 'label') return finding.taken(written)
  if (code === 'blank' && /^(start|end)_fixed_/.test(field ?? '') && written !== '')
    return finding.noDate(written)
  if (first?.kind === 'use_value') {
    if (first.reason === 'letter_o' && /o$/i.test(written)) return why.letter_o_end(written)
    return why[first.reason](written)
  }
  if (code === 'blank' && field === 'name') return finding.noTitle
  return detail
}

/** What a mend does, as its button says it. */
export function mendText(mend: Mend, field: PlanField | null): string {
  const { mend: words } = theWords().importing
  switch (mend.kind) {
    case 'use_value':
      if (mend.reason === 'one_line') return words.oneLine
      if (mend.reason === 'shortened') return words.shorten
      if (mend.reason === 'from_description') return words.fromDescription(shortened(mend.value))
      return words.take(shortened(field === 'duration' ? durationText(mend.value) : mend.value))
    case 'renumber':
      return words.renumber(`#${mend.value}`)
    case 'leave_empty':
      return words.leaveEmpty
    case 'leave_out_predecessor':
      return words.leaveItOut
    case 'replace_predecessor':
      return words.replace(mend.label, mend.by)
    case 'remove_link':
      return words.removeLink(mend.from, mend.to)
    case 'leave_out_team':
      return words.leaveItOut
    default:
      return words.leaveRowOut
  }
}

function durationText(value: string): string {
  const seconds = parseDuration(value)
  return seconds === undefined ? value : lengthOf(seconds)
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text)
