import { Button, MultiSelect, Select } from '@mantine/core'
import { type RunbookRole, runbookRoles } from '@runsheet/contract'
import { useState } from 'react'
import { AskTwice } from '../account/ask-twice.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import type { Person, Plan } from '../room/plan.ts'
import { useChange } from '../room/use-change.ts'
import { useRoom } from '../room/use-room.tsx'
import { Initials } from '../signs/owner-stack.tsx'
import { tasksOf } from './missing.ts'
import classes from './people.module.css'

interface PersonRowProps {
  readonly person: Person
  readonly plan: Plan
  readonly isMe: boolean
  readonly mayChange: boolean
}

/** Somebody who takes part: as what, with how many tasks; and what an administrator can change of it. */
export function PersonRow({ person, plan, isMe, mayChange }: PersonRowProps) {
  const { people: words } = useWords()
  const room = useRoom()
  const { change, refusal } = useChange()
  const [isChoosing, setChoosing] = useState(false)
  const { all, alone } = tasksOf(plan, 'user', person.id)
  const role = person.role ?? 'participant'
  const params = { runbook_id: room.runbookId, id: String(person.runbookUserId) }
  const setRole = (next: RunbookRole, streams: readonly string[] = []) =>
    change('updateRunbookUser', {
      params,
      attributes: { role: next },
      relationships: { streams: streams.map((id) => ({ type: 'stream', id })) },
    })
  const choose = (next: string | null) => {
    const wanted = runbookRoles.find((one) => one === next)
    if (wanted === undefined || (wanted === role && !isChoosing)) return
    // An editor is one of some streams: these are chosen first.
    setChoosing(wanted === 'stream_editor')
    if (wanted !== 'stream_editor') void setRole(wanted)
  }
  const second = [
    ...(person.name === person.email ? [] : [person.email]),
    ...(all.length > 0 ? [words.tasks(all.length)] : []),
  ]
  const shown = isChoosing ? 'stream_editor' : role
  return (
    <li className={classes.row} data-person={person.id}>
      <Initials name={person.name} isMe={isMe} size={28} />
      <div className={classes.who}>
        <div className={classes.name}>
          {person.name}
          {person.status !== 'active' && <span className={classes.pill}>{words.status[person.status]}</span>}
        </div>
        <div className={classes.second}>{second.join(' · ')}</div>
      </div>
      {mayChange ? (
        <Select
          className={classes.role ?? ''}
          aria-label={words.roleOf(person.name)}
          data={runbookRoles.map((value) => ({ value, label: words.roles[value] }))}
          value={shown}
          allowDeselect={false}
          onChange={choose}
        />
      ) : (
        <span className={classes.roleText}>{words.roles[role]}</span>
      )}
      {mayChange && (
        <span className={classes.remove}>
          <AskTwice
            name={words.remove}
            label={words.removePerson(person.name)}
            question={words.removeSure(
              person.name,
              all.length,
              alone.map(({ id }) => `#${id}`),
            )}
            perform={async () => {
              await change('removeRunbookUser', { params })
            }}
          />
        </span>
      )}
      {shown === 'stream_editor' && (
        <Streams
          plan={plan}
          person={person}
          isChoosing={isChoosing}
          mayChange={mayChange}
          save={async (streams) => {
            if (await setRole('stream_editor', streams)) setChoosing(false)
          }}
        />
      )}
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          <Icon name="warn" size={14} /> <RefusalWords error={refusal} />
        </p>
      )}
    </li>
  )
}

interface StreamsProps {
  readonly plan: Plan
  readonly person: Person
  readonly isChoosing: boolean
  readonly mayChange: boolean
  readonly save: (streams: readonly string[]) => Promise<void>
}

/** The streams of an editor: read, or chosen and saved together. */
function Streams({ plan, person, isChoosing, mayChange, save }: StreamsProps) {
  const { app, people: words } = useWords()
  const kept = person.role === 'stream_editor' ? person.streams.map(String) : []
  const [chosen, setChosen] = useState<readonly string[] | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const nameOf = (id: number) => plan.streams.find((stream) => stream.id === id)?.name ?? `#${id}`
  if (!mayChange)
    return <p className={classes.streams}>{words.edits(person.streams.map(nameOf).join(', '))}</p>
  const value = chosen ?? kept
  const isChanged = isChoosing || [...value].sort().join() !== [...kept].sort().join()
  return (
    <div className={classes.streams}>
      <MultiSelect
        aria-label={words.streamsOf(person.name)}
        placeholder={value.length === 0 ? words.chooseStreams : ''}
        data={plan.streams.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={[...value]}
        onChange={setChosen}
        searchable
        hidePickedOptions
        autoFocus={isChoosing}
      />
      {isChanged && (
        <Button
          disabled={value.length === 0}
          loading={isSending}
          onClick={() => {
            setSending(true)
            void save(value).finally(() => {
              setSending(false)
              setChosen(undefined)
            })
          }}
        >
          {app.save}
        </Button>
      )}
    </div>
  )
}
