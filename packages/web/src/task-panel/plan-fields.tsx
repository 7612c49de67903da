import { DurationInput } from '../fields/duration-input.tsx'
import { OwnerInput } from '../fields/owner-input.tsx'
import { StreamSelect } from '../fields/stream-select.tsx'
import { TypeSelect } from '../fields/type-select.tsx'
import { useWords } from '../language/language.ts'
import type { Party, Task } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { Initials, partyName } from '../signs/owner-stack.tsx'
import { typeSign } from '../signs/sign-paths.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamTag } from '../signs/stream-tag.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { lengthOf } from '../time/format.ts'
import classes from './field-row.module.css'
import { FieldRow } from './field-row.tsx'
import { type FieldSpec, useField } from './use-field.ts'
import type { TaskDetails } from './use-task-details.ts'

export interface TaskFieldProps {
  readonly task: Task
  readonly details: TaskDetails | undefined
  /** Why a member cannot be changed now; undefined when it can. */
  readonly why: (member: string) => string | undefined
}

const duration: FieldSpec<number | null> = {
  members: ['duration'],
  read: (task) => task.duration,
  write: (seconds) => ({ attributes: { duration: seconds } }),
  patch: (seconds) => ({ duration: seconds }),
}

export function DurationField({ task, details, why }: TaskFieldProps) {
  const { fields } = useWords().task
  const field = useField(duration, task, details)
  return (
    <FieldRow
      label={fields.takes}
      field={field}
      reason={why('duration')}
      say={lengthOf}
      renderText={lengthOf}
      renderControl={(value) => (
        <DurationInput
          value={value}
          label={fields.takes}
          withEcho={field.state.kind === 'open'}
          autoFocus
          onDraft={(draft) => draft !== undefined && field.type(draft)}
          onCommit={field.commit}
          onCancel={field.cancel}
        />
      )}
    />
  )
}

const stream: FieldSpec<number> = {
  members: ['stream_id'],
  read: (task) => task.stream_id,
  write: (id) => ({ relationships: { stream: { type: 'stream', id: String(id) } } }),
  patch: (id) => ({ stream_id: id }),
}

export function StreamField({ task, details, why }: TaskFieldProps) {
  const { plan } = useRoomState()
  const { fields, noStream } = useWords().task
  const field = useField(stream, task, details)
  const signs = streamSigns(plan.streams)
  return (
    <FieldRow
      label={fields.stream}
      field={field}
      reason={why('stream')}
      say={(id) => signs.get(id)?.name ?? noStream}
      renderText={(id) => <StreamTag of={signs.get(id)} />}
      renderControl={(id) => (
        <StreamSelect
          plan={plan}
          value={id}
          label={fields.stream}
          autoFocus
          onCommit={field.commit}
          onCancel={field.cancel}
        />
      )}
    />
  )
}

const type: FieldSpec<number> = {
  members: ['task_type_id'],
  read: (task) => task.task_type_id,
  write: (id) => ({ relationships: { task_type: { type: 'task_type', id: String(id) } } }),
  patch: (id) => ({ task_type_id: id }),
}

export function TypeField({ task, details, why }: TaskFieldProps) {
  const { plan } = useRoomState()
  const { fields } = useWords().task
  const field = useField(type, task, details)
  const nameOf = (id: number) => plan.taskTypes.get(id)?.name ?? ''
  return (
    <FieldRow
      label={fields.type}
      field={field}
      reason={why('task_type')}
      say={nameOf}
      renderText={(id) => (
        <>
          <TypeIcon sign={typeSign(plan.taskTypes.get(id))} />
          {nameOf(id)}
        </>
      )}
      renderControl={(id) => (
        <TypeSelect
          plan={plan}
          value={id}
          label={fields.type}
          autoFocus
          onCommit={field.commit}
          onCancel={field.cancel}
        />
      )}
    />
  )
}

const owners: FieldSpec<readonly Party[]> = {
  members: ['assignees'],
  read: (task) => task.assignees,
  write: (parties) => ({
    relationships: { assignees: parties.map((party) => ({ type: party.type, id: String(party.id) })) },
    meta: { delete_excluded_assignees: true },
  }),
  patch: (parties) => ({ assignees: parties }),
  isSame: (one, other) => keysOf(one) === keysOf(other),
}

const keysOf = (parties: readonly Party[]) =>
  parties
    .map(({ type, id }) => `${type}-${id}`)
    .sort()
    .join()

export function OwnersField({ task, details, why }: TaskFieldProps) {
  const { plan } = useRoomState()
  const { fields, nobody } = useWords().task
  const me = Number(useMe().id)
  const field = useField(owners, task, details)
  const say = (parties: readonly Party[]) =>
    parties.length === 0 ? nobody : parties.map((party) => partyName(plan, party)).join(', ')
  return (
    <FieldRow
      label={fields.owners}
      field={field}
      reason={why('assignees')}
      say={say}
      renderText={(parties) =>
        parties.length === 0 ? (
          <span className={classes.quiet}>{nobody}</span>
        ) : (
          parties.map((party) => (
            <span key={`${party.type}-${party.id}`} className={classes.party}>
              <Initials
                name={partyName(plan, party)}
                isTeam={party.type !== 'user'}
                isMe={party.type === 'user' && party.id === me}
              />
              {partyName(plan, party)}
            </span>
          ))
        )
      }
      renderControl={(parties) => (
        <OwnerInput
          plan={plan}
          value={parties}
          label={fields.owners}
          placeholder={fields.ownersSearch}
          autoFocus
          onDraft={(draft) => draft && field.type(draft)}
          onCommit={field.commit}
          onCancel={field.cancel}
        />
      )}
      side={task.assignees.length > 0 && task.end_requirements === 'anyone' ? fields.end.anyone : undefined}
    />
  )
}
