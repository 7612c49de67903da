import { Button, Skeleton, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AskTwice } from '../../account/ask-twice.tsx'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { allows } from '../../workspaces/documents.ts'
import { workspacesQuery } from '../../workspaces/queries.ts'
import chips from '../../workspaces/runbook-filters.module.css'
import { RoomHead } from '../room-head.tsx'
import classes from '../settings.module.css'
import { TeamDialog } from './team-dialog.tsx'
import own from './teams.module.css'
import { readTeamsAgain, type TeamLine, teamsQuery } from './teams-queries.ts'
import { UploadTeams } from './upload-teams.tsx'

/** The central teams, which teams of runbooks follow: made, changed, archived, and filled from a file. */
export function TeamsRoom() {
  const { settings } = useWords()
  const words = settings.teams
  const [isArchived, setArchived] = useState(false)
  const [open, setOpen] = useState<TeamLine | 'new' | 'file' | undefined>(undefined)
  const { data: teams, isError, error, refetch } = useQuery(teamsQuery(isArchived))
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const places = workspaces
    .filter((workspace) => allows(workspace, 'create', 'team'))
    .map(({ id, attributes }) => ({ id, name: attributes.name }))
  const nameOf = (id: string) => workspaces.find((one) => one.id === id)?.attributes.name ?? ''
  const close = () => setOpen(undefined)
  if (isError && !teams) return <ErrorPage error={error} reset={() => void refetch()} />
  return (
    <>
      <RoomHead title={words.title} why={words.why}>
        {places.length > 0 && (
          <div className={classes.buttons}>
            <Button
              variant="default"
              leftSection={<Icon name="file" size={14} />}
              onClick={() => setOpen('file')}
            >
              {words.fromFile}
            </Button>
            <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
              {words.create}
            </Button>
          </div>
        )}
      </RoomHead>
      <div className={own.chips}>
        <UnstyledButton
          className={isArchived ? `${chips.chip} ${chips.on}` : (chips.chip ?? '')}
          aria-pressed={isArchived}
          onClick={() => setArchived(!isArchived)}
        >
          {settings.people.archived}
          {isArchived && <Icon name="close" size={12} />}
        </UnstyledButton>
      </div>
      {teams === undefined ? (
        <Skeleton height={240} />
      ) : teams.length === 0 ? (
        <p className={classes.empty}>{isArchived ? words.noneArchived : words.none}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className={classes.wide}>
                {words.workspace}
              </th>
              <th scope="col">{words.members}</th>
              <th scope="col" aria-label={settings.people.archiveTitle} />
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <Row
                key={team.id}
                team={team}
                workspace={nameOf(team.workspaceId)}
                onEdit={() => setOpen(team)}
              />
            ))}
          </tbody>
        </table>
      )}
      {open === 'file' && <UploadTeams places={places} onClose={close} />}
      {open !== undefined && open !== 'file' && (
        <TeamDialog team={open === 'new' ? undefined : open} places={places} onClose={close} />
      )}
    </>
  )
}

const NAMES_SHOWN = 4

interface RowProps {
  readonly team: TeamLine
  readonly workspace: string
  readonly onEdit: () => void
}

function Row({ team, workspace, onEdit }: RowProps) {
  const { settings } = useWords()
  const { people: words, teams } = settings
  const names = team.members.map(({ name }) => name)
  return (
    <tr>
      <td>
        {team.mayUpdate && !team.isArchived ? (
          <button type="button" className={own.title} onClick={onEdit}>
            {team.name}
          </button>
        ) : (
          <span className={own.title}>{team.name}</span>
        )}
      </td>
      <td className={classes.wide}>{workspace}</td>
      <td>
        {names.length === 0 ? (
          <span className={classes.quiet}>{teams.nobody}</span>
        ) : (
          names.slice(0, NAMES_SHOWN).join(', ')
        )}
        {names.length > NAMES_SHOWN && <span className={classes.quiet}> +{names.length - NAMES_SHOWN}</span>}
      </td>
      <td className={classes.act}>
        {team.mayArchive && (
          <AskTwice
            key={String(team.isArchived)}
            name={team.isArchived ? words.restore : words.archive}
            label={team.isArchived ? teams.restoreOne(team.name) : teams.archiveOne(team.name)}
            question={team.isArchived ? teams.restoreSure(team.name) : teams.archiveSure(team.name)}
            perform={async () => {
              const params = { id: team.id }
              await (team.isArchived ? client().restoreTeam({ params }) : client().archiveTeam({ params }))
              await readTeamsAgain()
            }}
          />
        )}
      </td>
    </tr>
  )
}
