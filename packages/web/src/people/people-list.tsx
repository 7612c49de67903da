import { Select, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { WhoCan } from '../access/who-can.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import type { Plan } from '../room/plan.ts'
import { useChange } from '../room/use-change.ts'
import { useRoom } from '../room/use-room.tsx'
import classes from './people.module.css'
import { PersonRow } from './person-row.tsx'
import { useFoundPeople } from './use-found-people.ts'

interface PeopleListProps {
  readonly plan: Plan
  readonly me: number
  readonly mayChange: boolean
}

const ranks = { runbook_admin: 0, stream_editor: 1, participant: 2 } as const

/** Who takes part, the administrators first; and who could be added. */
export function PeopleList({ plan, me, mayChange }: PeopleListProps) {
  const { access } = useWords()
  const people = [...plan.people.values()]
    .filter(({ role }) => role !== null)
    .sort(
      (a, b) =>
        ranks[a.role ?? 'participant'] - ranks[b.role ?? 'participant'] || a.name.localeCompare(b.name),
    )
  return (
    <>
      {mayChange ? (
        <AddPerson plan={plan} />
      ) : (
        !plan.runbook.archived && (
          <WhoCan permission="runbook.people" say={access.canChangePeople} className={classes.told} />
        )
      )}
      {people.length === 0 && <Skeleton height={44} />}
      <ul className={classes.rows}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            plan={plan}
            isMe={person.id === me}
            mayChange={mayChange}
          />
        ))}
      </ul>
    </>
  )
}

/** A field that finds people of the workspace by name or address, and adds who is chosen as participant. */
function AddPerson({ plan }: { readonly plan: Plan }) {
  const { people: words } = useWords()
  const { runbookId } = useRoom()
  const [text, setText] = useState('')
  const { found, isAnswered } = useFoundPeople(text, String(plan.runbook.workspace_id))
  const { change, isSending, refusal, forget } = useChange()
  const data = found
    .filter(({ id }) => plan.people.get(Number(id))?.role == null)
    .map(({ id, attributes: { name, email } }) => ({
      value: id,
      label: name === email ? name : `${name} · ${email}`,
    }))
  const add = async (userId: string | null) => {
    if (userId === null) return
    const done = await change('addRunbookUser', {
      params: { runbook_id: runbookId },
      attributes: { role: 'participant' },
      relationships: { user: { type: 'user', id: userId } },
    })
    if (done) setText('')
  }
  return (
    <div className={classes.add}>
      <Select
        aria-label={words.add}
        placeholder={words.add}
        leftSection={<Icon name="plus" size={14} />}
        data={data}
        value={null}
        searchable
        searchValue={text}
        onSearchChange={(typed) => {
          setText(typed)
          forget()
        }}
        filter={({ options }) => options}
        onChange={(userId) => void add(userId)}
        disabled={isSending}
        nothingFoundMessage={text.trim() !== '' && isAnswered ? words.noneFound : undefined}
        maxDropdownHeight={260}
        selectFirstOptionOnChange
      />
      <p className={refusal === undefined ? classes.why : classes.refusal} aria-live="polite">
        {refusal ? <RefusalWords error={refusal} /> : words.addWhy}
      </p>
    </div>
  )
}
