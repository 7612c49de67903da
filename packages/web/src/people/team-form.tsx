import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import type { Plan, Team } from '../room/plan.ts'
import { useChange } from '../room/use-change.ts'
import { useRoom } from '../room/use-room.tsx'
import { MemberSelect } from './member-select.tsx'
import classes from './people.module.css'
import { centralTeamsQuery } from './people-queries.ts'

interface TeamFormProps {
  readonly plan: Plan
  /** Undefined for a new one. */
  readonly team: Team | undefined
  readonly onClose: () => void
}

/** Stands for a team of the runbook's own in the list. */
const OWN = 'own'

/** A team of the runbook: one of its own with a name and members, or a central team that it follows. */
export function TeamForm({ plan, team, onClose }: TeamFormProps) {
  const { app, people: words } = useWords()
  const { runbookId } = useRoom()
  const workspaceId = String(plan.runbook.workspace_id)
  const { data: central = [] } = useQuery(centralTeamsQuery(workspaceId))
  const [source, setSource] = useState(OWN)
  const [name, setName] = useState(team?.name ?? '')
  const [members, setMembers] = useState<readonly string[]>(team?.members.map(String) ?? [])
  const { change, isSending, refusal } = useChange()
  const isOwn = source === OWN
  const names = new Map([...plan.people.values()].map((person) => [String(person.id), person.name]))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const own = {
      attributes: { name: name.trim() },
      relationships: { users: members.map((id) => ({ type: 'user' as const, id })) },
    }
    const done = team
      ? await change('updateRunbookTeam', { params: { runbook_id: runbookId, id: String(team.id) }, ...own })
      : await change('createRunbookTeam', {
          params: { runbook_id: runbookId },
          ...(isOwn ? own : { relationships: { team: { type: 'team', id: source } } }),
        })
    if (done) onClose()
  }
  return (
    <form
      className={classes.form}
      aria-label={team?.name ?? words.addTeam}
      onSubmit={(event) => void save(event)}
    >
      {!team && central.length > 0 && (
        <Select
          label={words.teamKind}
          data={[
            { value: OWN, label: words.ownTeam },
            ...central.map(({ id, attributes }) => ({ value: id, label: attributes.name })),
          ]}
          value={source}
          onChange={(next) => setSource(next ?? OWN)}
          allowDeselect={false}
        />
      )}
      {isOwn ? (
        <>
          <TextInput
            label={words.teamName}
            value={name}
            maxLength={255}
            autoFocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MemberSelect
            label={words.members}
            placeholder={words.chooseMembers}
            workspaceId={workspaceId}
            value={members}
            onChange={setMembers}
            names={names}
          />
        </>
      ) : (
        <p className={classes.why}>{words.linkedWhy}</p>
      )}
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          <RefusalWords error={refusal} />
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={isSending} disabled={isOwn && name.trim() === ''}>
          {team ? app.save : words.addTeam}
        </Button>
        <Button variant="default" onClick={onClose}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}
