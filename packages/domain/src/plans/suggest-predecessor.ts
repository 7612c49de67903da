import { closestTo } from './close-text.ts'
import type { Mend } from './mend.ts'
import type { MendContext, RowProblem } from './mend-context.ts'
import { mendNoughts, mendOnes } from './mend-duration.ts'
import { labelOf, labelsIn } from './task-labels.ts'

/** A label that no row has, one's own label, or a circle: the link is left out, or another label is meant. */
export function suggestForPredecessor(found: RowProblem, context: MendContext): Mend[] {
  const { code, line, column, about } = found
  if (code === 'circular_dependency') {
    const path = Array.isArray(about['path']) ? (about['path'] as string[]) : []
    const [to, from] = [path[0], path.at(-2)]
    // The problem stands at the first task of the circle, so its link to the last one leads back in the file.
    return to === undefined || from === undefined ? [] : [{ kind: 'remove_link', line, column, from, to }]
  }
  const label = about['id']
  if (typeof label !== 'string') return []
  const leaveOut: Mend = { kind: 'leave_out_predecessor', line, column, label }
  if (code !== 'related_not_found') return [leaveOut]

  const own = labelOf(context.cell(line, context.column('label')))
  const named = new Set([own, ...labelsIn(found.value)])
  const isFree = (other: string | undefined) => other !== undefined && other !== '' && !named.has(other)
  const misspelt = [mendNoughts(label), mendOnes(mendNoughts(label)), label.replace(/(?<=\d)FS$/i, '')]
    .map(labelOf)
    .find((other) => context.labels.has(other) && isFree(other))
  const close = misspelt ?? closestTo(label, context.labels)
  if (close === undefined || !isFree(close)) return [leaveOut]
  const replace: Mend = { kind: 'replace_predecessor', line, column, label, by: close }
  // One figure more or less makes another number, not a misspelt one.
  return misspelt === undefined && /^\d+$/.test(label) ? [leaveOut, replace] : [replace, leaveOut]
}
