import { Checkbox } from '@mantine/core'
import { useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { EditGroup } from './edit-group.tsx'
import classes from './field-row.module.css'
import { FieldRow } from './field-row.tsx'
import type { TaskFieldProps } from './plan-fields.tsx'
import { type FieldSpec, useField } from './use-field.ts'

const levels = ['level_1', 'level_2', 'level_3'] as const
type Level = (typeof levels)[number]

const level: FieldSpec<Level> = {
  members: ['level'],
  read: (task) => task.level as Level,
  write: (value) => ({ attributes: { level: value } }),
  patch: (value) => ({ level: value }),
}

export function LevelField({ task, details, why }: TaskFieldProps) {
  const { fields } = useWords().task
  const field = useField(level, task, details)
  return (
    <FieldRow
      label={fields.level}
      field={field}
      reason={why('level')}
      say={(value) => fields.levels[value]}
      renderText={(value) => fields.levels[value]}
      renderControl={(value) => (
        <EditGroup label={fields.level} onLeave={() => field.commit(value)} onCancel={field.cancel}>
          <select
            className={classes.select}
            aria-label={fields.level}
            value={value}
            onChange={(event) => field.type(event.currentTarget.value as Level)}
          >
            {levels.map((one) => (
              <option key={one} value={one}>
                {fields.levels[one]}
              </option>
            ))}
          </select>
        </EditGroup>
      )}
    />
  )
}

interface Auto {
  readonly start: boolean
  readonly finish: boolean
}

const auto: FieldSpec<Auto> = {
  members: ['auto_start', 'auto_finish'],
  read: (task) => ({ start: task.auto_start, finish: task.auto_finish }),
  write: ({ start, finish }, task) => ({
    attributes: {
      ...(start === task.auto_start ? {} : { auto_start: start }),
      ...(finish === task.auto_finish ? {} : { auto_finish: finish }),
    },
  }),
  patch: ({ start, finish }) => ({ auto_start: start, auto_finish: finish }),
}

export function AutoField({ task, details, why }: TaskFieldProps) {
  const { fields } = useWords().task
  const field = useField(auto, task, details)
  const say = ({ start, finish }: Auto) => {
    if (start && finish) return fields.autoBoth
    return start ? fields.autoStartShort : finish ? fields.autoFinishShort : fields.autoNeither
  }
  return (
    <FieldRow
      label={fields.auto}
      field={field}
      reason={why('auto_start')}
      say={say}
      renderText={say}
      renderControl={(value) => (
        <EditGroup label={fields.auto} onLeave={() => field.commit(value)} onCancel={field.cancel}>
          <div className={classes.checks}>
            <Checkbox
              size="xs"
              label={fields.autoStart}
              checked={value.start}
              onChange={(event) => field.type({ ...value, start: event.currentTarget.checked })}
            />
            <Checkbox
              size="xs"
              label={fields.autoFinish}
              checked={value.finish}
              onChange={(event) => field.type({ ...value, finish: event.currentTarget.checked })}
            />
          </div>
        </EditGroup>
      )}
    />
  )
}

type StartRule = 'anyone' | 'everyone' | 'minimum'
type EndRule = StartRule | 'same_user'

interface Requirement<R> {
  readonly rule: R
  readonly minimum: number | null
}

const startRule: FieldSpec<Requirement<StartRule>> = {
  members: ['start_requirements', 'start_minimum'],
  read: (task) => ({ rule: task.start_requirements as StartRule, minimum: task.start_minimum }),
  write: ({ rule, minimum }) => ({
    attributes: { start_requirements: rule, start_minimum: rule === 'minimum' ? (minimum ?? 1) : null },
  }),
  patch: ({ rule, minimum }) => ({
    start_requirements: rule,
    start_minimum: rule === 'minimum' ? (minimum ?? 1) : null,
  }),
}

const endRule: FieldSpec<Requirement<EndRule>> = {
  members: ['end_requirements', 'end_minimum'],
  read: (task) => ({ rule: task.end_requirements as EndRule, minimum: task.end_minimum }),
  write: ({ rule, minimum }) => ({
    attributes: { end_requirements: rule, end_minimum: rule === 'minimum' ? (minimum ?? 1) : null },
  }),
  patch: ({ rule, minimum }) => ({
    end_requirements: rule,
    end_minimum: rule === 'minimum' ? (minimum ?? 1) : null,
  }),
}

export function StartRuleField({ task, details, why }: TaskFieldProps) {
  const { fields } = useWords().task
  const field = useField(startRule, task, details)
  const say = ({ rule, minimum }: Requirement<StartRule>) =>
    rule === 'minimum' ? fields.start.minimum(minimum ?? 1) : fields.start[rule]
  return (
    <FieldRow
      label={fields.startNeeds}
      field={field}
      reason={why('start_requirements')}
      say={say}
      renderText={say}
      renderControl={(value) => (
        <RuleEditor
          label={fields.startNeeds}
          value={value}
          options={[
            ['anyone', fields.start.anyone, undefined],
            ['everyone', fields.start.everyone, needsOwners(task, fields.noOwnersYet)],
            ['minimum', fields.start.minimumOf, needsOwners(task, fields.noOwnersYet)],
          ]}
          onType={field.type}
          onLeave={field.commit}
          onCancel={field.cancel}
        />
      )}
    />
  )
}

export function EndRuleField({ task, details, why }: TaskFieldProps) {
  const { fields } = useWords().task
  const field = useField(endRule, task, details)
  const say = ({ rule, minimum }: Requirement<EndRule>) =>
    rule === 'minimum' ? fields.end.minimum(minimum ?? 1) : fields.end[rule]
  return (
    <FieldRow
      label={fields.endNeeds}
      field={field}
      reason={why('end_requirements')}
      say={say}
      renderText={say}
      renderControl={(value) => (
        <RuleEditor
          label={fields.endNeeds}
          value={value}
          options={[
            ['anyone', fields.end.anyone, undefined],
            ['everyone', fields.end.everyone, needsOwners(task, fields.noOwnersYet)],
            [
              'same_user',
              fields.end.same_user,
              task.start_requirements === 'everyone' ? fields.notWithEveryone : undefined,
            ],
            ['minimum', fields.end.minimumOf, needsOwners(task, fields.noOwnersYet)],
          ]}
          onType={field.type}
          onLeave={field.commit}
          onCancel={field.cancel}
        />
      )}
    />
  )
}

const needsOwners = (task: Task, reason: string) => (task.assignees.length === 0 ? reason : undefined)

interface RuleEditorProps<R extends string> {
  readonly label: string
  readonly value: Requirement<R>
  /** Rule, name, and why it cannot be chosen. */
  readonly options: readonly (readonly [rule: R, name: string, reason: string | undefined])[]
  readonly onType: (value: Requirement<R>) => void
  readonly onLeave: (value: Requirement<R>) => void
  readonly onCancel: () => void
}

function RuleEditor<R extends string>({
  label,
  value,
  options,
  onType,
  onLeave,
  onCancel,
}: RuleEditorProps<R>) {
  const { fields } = useWords().task
  return (
    <EditGroup label={label} onLeave={() => onLeave(value)} onCancel={onCancel}>
      <select
        className={classes.select}
        aria-label={label}
        value={value.rule}
        onChange={(event) => onType({ ...value, rule: event.currentTarget.value as R })}
      >
        {options.map(([rule, name, reason]) => (
          <option key={rule} value={rule} disabled={reason !== undefined}>
            {reason === undefined ? name : `${name} (${reason})`}
          </option>
        ))}
      </select>
      {value.rule === 'minimum' && (
        <input
          className={`${classes.select} ${classes.number}`}
          type="number"
          min={1}
          aria-label={fields.minimumLabel}
          value={value.minimum ?? 1}
          onChange={(event) =>
            onType({ ...value, minimum: Math.max(1, event.currentTarget.valueAsNumber || 1) })
          }
        />
      )}
    </EditGroup>
  )
}
