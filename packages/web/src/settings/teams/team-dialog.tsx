import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../language/language.ts'
import { MemberSelect } from '../../people/member-select.tsx'
import { client } from '../../server/client.ts'
import { FormModal } from '../forms/form-modal.tsx'
import { readTeamsAgain, type TeamLine } from './teams-queries.ts'

export interface TeamPlace {
  readonly id: string
  readonly name: string
}

interface TeamDialogProps {
  /** Undefined for a new one. */
  readonly team: TeamLine | undefined
  /** Workspaces in which teams can be made. */
  readonly places: readonly TeamPlace[]
  readonly onClose: () => void
}

/** Name and members of a central team; its workspace is chosen once. */
export function TeamDialog({ team, places, onClose }: TeamDialogProps) {
  const { settings, app, people } = useWords()
  const words = settings.teams
  const [name, setName] = useState(team?.name ?? '')
  const [workspaceId, setWorkspaceId] = useState(team?.workspaceId ?? places[0]?.id ?? '')
  const [members, setMembers] = useState<readonly string[]>(team?.members.map(({ id }) => id) ?? [])
  const save = async () => {
    const attributes = { name: name.trim() }
    const users = members.map((id) => ({ type: 'user' as const, id }))
    await (team
      ? client().updateTeam({ params: { id: team.id }, attributes, relationships: { users } })
      : client().createTeam({
          attributes,
          relationships: { users, workspace: { type: 'workspace', id: workspaceId } },
        }))
    await readTeamsAgain()
  }
  return (
    <FormModal
      title={team?.name ?? words.create}
      verb={team ? app.save : words.createVerb}
      isBlocked={name.trim() === ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={255}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!team && places.length > 1 && (
        <Select
          label={words.workspace}
          data={places.map((place) => ({ value: place.id, label: place.name }))}
          value={workspaceId}
          onChange={(id) => {
            setWorkspaceId(id ?? workspaceId)
            setMembers([])
          }}
          allowDeselect={false}
        />
      )}
      <MemberSelect
        key={workspaceId}
        label={words.members}
        placeholder={people.chooseMembers}
        workspaceId={workspaceId}
        value={members}
        onChange={setMembers}
        names={new Map(team?.members.map((member) => [member.id, member.name]))}
      />
    </FormModal>
  )
}
