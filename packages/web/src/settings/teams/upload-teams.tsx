import { Button, Select } from '@mantine/core'
import { ApiError, type ResultOf } from '@runsheet/client'
import { useState } from 'react'
import { Icon } from '../../design/icons.tsx'
import { FileButton } from '../../importing/choose-file.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { FormModal } from '../forms/form-modal.tsx'
import classes from '../settings.module.css'
import type { TeamPlace } from './team-dialog.tsx'
import own from './teams.module.css'
import { readTeamsAgain } from './teams-queries.ts'

interface UploadTeamsProps {
  readonly places: readonly TeamPlace[]
  readonly onClose: () => void
}

type Rehearsal =
  | { readonly kind: 'asking' }
  | { readonly kind: 'fine'; readonly would: Would }
  | { readonly kind: 'refused'; readonly lines: readonly string[] }

interface Would {
  readonly people: number
  readonly added: number
  readonly teams: readonly string[]
}

const LINES_SHOWN = 8

/** Fills central teams from a file: what it would do is said before it is done, and what is wrong, line by line. */
export function UploadTeams({ places, onClose }: UploadTeamsProps) {
  const { settings, run } = useWords()
  const words = settings.teams
  const [workspaceId, setWorkspaceId] = useState(places[0]?.id ?? '')
  const [file, setFile] = useState<
    { readonly name: string; readonly body: Uint8Array<ArrayBuffer> } | undefined
  >()
  const [rehearsal, setRehearsal] = useState<Rehearsal | undefined>(undefined)
  const rehearse = async (workspace: string, body: Uint8Array<ArrayBuffer>) => {
    setRehearsal({ kind: 'asking' })
    const input = { params: { workspace_id: workspace }, query: { dry_run: true }, body }
    try {
      setRehearsal({ kind: 'fine', would: wouldOf(await client().importTeams(input)) })
    } catch (error) {
      const lines =
        error instanceof ApiError
          ? error.problems.map(({ detail, meta }) => {
              const line = meta?.['line']
              return typeof line === 'number' ? words.atLine(line, detail) : detail
            })
          : []
      setRehearsal({ kind: 'refused', lines: lines.length > 0 ? lines : [String(error)] })
    }
  }
  const take = async (chosen: File) => {
    const body = new Uint8Array(await chosen.arrayBuffer())
    setFile({ name: chosen.name, body })
    await rehearse(workspaceId, body)
  }
  return (
    <FormModal
      title={words.fromFileTitle}
      verb={words.fill}
      isBlocked={rehearsal?.kind !== 'fine'}
      onSubmit={async () => {
        if (file) await client().importTeams({ params: { workspace_id: workspaceId }, body: file.body })
        await readTeamsAgain()
      }}
      onClose={onClose}
    >
      <p className={classes.why}>{words.fileWhy}</p>
      {places.length > 1 && (
        <Select
          label={words.workspace}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={workspaceId}
          onChange={(id) => {
            if (id === null) return
            setWorkspaceId(id)
            if (file) void rehearse(id, file.body)
          }}
          allowDeselect={false}
        />
      )}
      <div className={classes.buttons}>
        <FileButton onFile={(chosen) => void take(chosen)}>
          {(choose) => (
            <Button
              variant="default"
              leftSection={<Icon name="file" size={14} />}
              loading={rehearsal?.kind === 'asking'}
              onClick={choose}
            >
              {file?.name ?? words.choose}
            </Button>
          )}
        </FileButton>
      </div>
      <div role="status">
        {rehearsal?.kind === 'fine' && (
          <>
            <p className={own.told}>{words.would(rehearsal.would.added, rehearsal.would.people)}</p>
            {rehearsal.would.teams.length > 0 && (
              <p className={classes.why}>{words.newTeams(rehearsal.would.teams.join(', '))}</p>
            )}
          </>
        )}
        {rehearsal?.kind === 'refused' && (
          <div className={classes.refusal}>
            {rehearsal.lines.slice(0, LINES_SHOWN).map((line) => (
              <div key={line}>{line}</div>
            ))}
            {rehearsal.lines.length > LINES_SHOWN && (
              <div>{run.andMore(rehearsal.lines.length - LINES_SHOWN)}</div>
            )}
          </div>
        )}
      </div>
    </FormModal>
  )
}

function wouldOf({ meta }: ResultOf<'importTeams'>): Would {
  const { people, added, teams } = { ...meta } as Readonly<Record<string, unknown>>
  return {
    people: Number(people),
    added: Number(added),
    teams: Array.isArray(teams) ? teams.map(String) : [],
  }
}
