import { AppError, type Problem, problem, type runbookEndpoints, type WriteOf } from '@runsheet/contract'
import { readRichText } from '../comments/sanitise.ts'
import type { FieldPlace } from '../custom-fields/offered-fields.ts'
import type { ValueContext } from '../custom-fields/value-context.ts'
import { checkFirstValues, writeFieldValues } from '../custom-fields/write-field-values.ts'
import type { Directory } from '../directory/directory.ts'
import type { NewRunbook } from './new-runbook.ts'
import { horizonProblem } from './schedule-of.ts'

type Write =
  | WriteOf<(typeof runbookEndpoints)['createRunbook']>
  | WriteOf<(typeof runbookEndpoints)['updateRunbook']>

/** An instant of the wire as whole seconds, in milliseconds since the epoch. */
export function readInstant(text: string): number {
  const ms = Date.parse(text)
  return ms - (((ms % 1_000) + 1_000) % 1_000)
}

/** Where the fields of a runbook are looked for. */
export function runbookPlace(
  { workspace_id, runbook_type_id }: Pick<NewRunbook, 'workspace_id' | 'runbook_type_id'>,
  directory: Directory,
): FieldPlace {
  return { kind: 'runbook', workspaceId: workspace_id, runbookTypeId: runbook_type_id, directory }
}

/**
 * The settings of a runbook after a write.
 *
 * @param before the settings as they stand
 * @param now milliseconds since the epoch; what `now` means, and what is past
 * @param isNew the runbook is being made: required fields have to be filled
 * @throws {AppError} 422 with every problem: `template_required`, `schedule_in_past`, `schedule_incomplete`, custom fields
 */
export function applyRunbookWrite(
  before: NewRunbook,
  { attributes }: Write,
  {
    now,
    directory,
    context,
    isNew = false,
  }: { now: number; directory: Directory; context: ValueContext; isNew?: boolean },
): NewRunbook {
  const problems: Problem[] = []
  const { custom_field_values, start_scheduled, end_scheduled, description, ...plain } = attributes
  const after: { -readonly [K in keyof NewRunbook]: NewRunbook[K] } = { ...before, ...plain }
  if (description !== undefined)
    after.description = readRichText(
      description,
      'description',
      { pointer: '/data/attributes/description' },
      (found) => problems.push(found),
    )
  if (attributes.is_template !== undefined && attributes.template_type === undefined)
    after.template_type = attributes.is_template
      ? before.template_type === 'off'
        ? 'default'
        : before.template_type
      : 'off'
  if (attributes.template_type !== undefined && attributes.is_template === undefined)
    after.is_template = attributes.template_type !== 'off'
  if (after.is_template !== (after.template_type !== 'off')) {
    problems.push(
      problem(
        'invalid_enum',
        { name: 'template_type', allowed: after.is_template ? ['default', 'snippet'] : ['off'] },
        { pointer: '/data/attributes/template_type' },
      ),
    )
  }
  if (after.master_template && !after.is_template)
    problems.push(
      problem(
        'template_required',
        { name: 'master_template' },
        { pointer: '/data/attributes/master_template' },
      ),
    )
  applySchedule(after, start_scheduled, end_scheduled, now, problems)
  const target = { ...runbookPlace(after, directory), ...context }
  const pointer = '/data/attributes/custom_field_values'
  if (custom_field_values)
    after.custom_field_values = writeFieldValues(
      before.custom_field_values,
      custom_field_values,
      target,
      pointer,
      problems,
    )
  if (isNew) checkFirstValues(after.custom_field_values, target, pointer, problems)
  if (problems.length > 0) throw new AppError(problems)
  return after
}

function applySchedule(
  after: { -readonly [K in keyof NewRunbook]: NewRunbook[K] },
  start: string | null | undefined,
  end: string | null | undefined,
  now: number,
  problems: Problem[],
): void {
  if (start !== undefined) {
    after.start_scheduled = start === null ? null : start === 'now' ? now - (now % 1_000) : readInstant(start)
    if (
      start !== null &&
      start !== 'now' &&
      after.start_scheduled !== null &&
      after.start_scheduled < now - 1_000
    ) {
      problems.push(
        problem('schedule_in_past', { value: start }, { pointer: '/data/attributes/start_scheduled' }),
      )
    }
    if (start === null && end === undefined) after.end_scheduled = null
  }
  if (end !== undefined) after.end_scheduled = end === null ? null : readInstant(end)
  const sent = { start_scheduled: start, end_scheduled: end }
  for (const name of ['start_scheduled', 'end_scheduled'] as const) {
    const beyond = sent[name] && horizonProblem(name, after[name], '/data/attributes')
    if (beyond) problems.push(beyond)
  }
  if (after.end_scheduled === null) return
  const pointer = '/data/attributes/end_scheduled'
  if (after.start_scheduled === null)
    problems.push(problem('schedule_incomplete', { reason: 'start_missing' }, { pointer }))
  else if (after.end_scheduled <= after.start_scheduled)
    problems.push(problem('schedule_incomplete', { reason: 'end_not_after_start' }, { pointer }))
}
