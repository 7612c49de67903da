import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { ErrorPage } from '../app/error-page.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { ownZone } from '../time/format.ts'
import { allows, type Workspace } from '../workspaces/documents.ts'
import { folderChoices } from '../workspaces/folder-tree.ts'
import type { RunbookDraft } from '../workspaces/new-runbook.ts'
import { foldersQuery, runbookTypesQuery, workspacesQuery } from '../workspaces/queries.ts'
import classes from './import.module.css'
import { ImportDesk } from './import-desk.tsx'
import { ImportFrame, ImportSkeleton } from './import-frame.tsx'
import { useNewRunbookTarget } from './new-runbook-target.ts'
import { PlaceCrumbs } from './place-crumbs.tsx'
import { runbookNameOf } from './read-import-file.ts'

const zones = Intl.supportedValuesOf('timeZone')

interface IntoNewRunbookProps {
  /** The first in which the person may make runbooks when absent. */
  readonly workspaceId: string | undefined
  readonly folderId: string | undefined
}

/** The import that makes a runbook of the file. */
export function IntoNewRunbook(props: IntoNewRunbookProps) {
  const { importing } = useWords()
  const { data: workspaces, error, refetch } = useQuery(workspacesQuery)
  if (!workspaces)
    return error ? <ErrorPage error={error} reset={() => void refetch()} /> : <ImportSkeleton />
  const places = workspaces.filter((workspace) => allows(workspace, 'create', 'runbook'))
  const wanted = places.find(({ id }) => id === props.workspaceId) ?? places[0]
  if (wanted) return <Open places={places} workspaceId={wanted.id} folderId={props.folderId} />
  return (
    <ImportFrame crumbs={importing.newRunbook} back={{ to: '/' }}>
      <div className={classes.empty}>
        <h1 className={classes.title}>{importing.noWorkspace}</h1>
      </div>
    </ImportFrame>
  )
}

interface OpenProps {
  readonly places: readonly Workspace[]
  readonly workspaceId: string
  readonly folderId: string | undefined
}

function Open({ places, workspaceId, folderId }: OpenProps) {
  const { importing } = useWords()
  const me = useMe()
  const [draft, setDraft] = useState<RunbookDraft>(() => ({
    name: '',
    workspaceId,
    folderId,
    typeId: undefined,
    start: '',
    zone: me.timezone ?? ownZone,
    withPeople: false,
  }))
  const set = useCallback(
    (change: Partial<RunbookDraft>) => setDraft((before) => ({ ...before, ...change })),
    [],
  )
  const onNamed = useCallback((file: string | null) => set({ name: runbookNameOf(file) }), [set])
  const target = useNewRunbookTarget(draft)
  const id = draft.workspaceId ?? workspaceId
  const crumbs = (
    <>
      <PlaceCrumbs workspaceId={id} folderId={draft.folderId} />
      <span className={classes.name}>{draft.name.trim() || importing.newRunbook}</span>
      {draft.name.trim() !== '' && <span className={classes.pill}>{importing.newRunbook}</span>}
    </>
  )
  return (
    <ImportFrame crumbs={crumbs} back={{ to: '/workspaces/$workspaceId', params: { workspaceId: id } }}>
      {target && (
        <ImportDesk
          target={target}
          onNamed={onNamed}
          place={<PlaceFields draft={draft} places={places} onChange={set} />}
        />
      )}
    </ImportFrame>
  )
}

interface PlaceFieldsProps {
  readonly draft: RunbookDraft
  readonly places: readonly Workspace[]
  readonly onChange: (change: Partial<RunbookDraft>) => void
}

/** What the new runbook is called, where it lies, and what kind it is. */
function PlaceFields({ draft, places, onChange }: PlaceFieldsProps) {
  const { importing } = useWords()
  const { place, file } = importing
  const { data: folders = [] } = useQuery({
    ...foldersQuery(draft.workspaceId ?? ''),
    enabled: draft.workspaceId !== undefined,
  })
  const { data: types = [] } = useQuery(runbookTypesQuery)
  const choices = useMemo(() => folderChoices(folders), [folders])
  const offered = types.filter(
    ({ attributes: { disabled, archived, restrict_create_to_templates } }) =>
      !disabled && !archived && !restrict_create_to_templates,
  )
  const usual = offered.find(({ attributes }) => attributes.default) ?? offered[0]
  return (
    <div className={classes.place}>
      <TextInput
        label={place.name}
        value={draft.name}
        error={draft.name.trim() === '' ? place.nameNeeded : undefined}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Select
        label={place.workspace}
        data={places.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
        value={draft.workspaceId ?? null}
        onChange={(id) => onChange({ workspaceId: id ?? undefined, folderId: undefined })}
        searchable
        allowDeselect={false}
      />
      <Select
        label={place.folder}
        data={choices}
        value={draft.folderId ?? choices[0]?.value ?? null}
        onChange={(id) => onChange({ folderId: id ?? undefined })}
        searchable
        allowDeselect={false}
      />
      <Select
        label={place.type}
        data={offered.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
        value={draft.typeId ?? usual?.id ?? null}
        onChange={(id) => onChange({ typeId: id ?? undefined })}
        allowDeselect={false}
      />
      <Select
        label={file.readIn}
        data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
        value={draft.zone}
        onChange={(zone) => onChange({ zone: zone ?? ownZone })}
        searchable
        limit={60}
        allowDeselect={false}
      />
    </div>
  )
}
