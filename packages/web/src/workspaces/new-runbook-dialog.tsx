import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { useMe } from '../server/use-me.ts'
import { ownZone } from '../time/format.ts'
import { allows, linkedId, type RunbookRow } from './documents.ts'
import { folderChoices } from './folder-tree.ts'
import classes from './form-dialog.module.css'
import { FormDialog } from './form-dialog.tsx'
import { type RunbookDraft, runbookCall } from './new-runbook.ts'
import { foldersQuery, runbookTypesQuery, templatesQuery, workspacesQuery } from './queries.ts'
import { type Making, openWorkspaceDialog } from './workspace-dialog-store.ts'

const zones = Intl.supportedValuesOf('timeZone')
type Source = 'blank' | 'template' | 'file'

/** Makes a runbook: blank, of a template, as a copy, or a template of a runbook; a file is read by the import. */
export function NewRunbookDialog({ making }: { making: Making }) {
  const { dialog } = useWords().workspaces
  const me = useMe()
  const navigate = useNavigate()
  const given = making.as === 'runbook' ? undefined : making.source
  const [source, setSource] = useState<Source>('blank')
  const [template, setTemplate] = useState<RunbookRow>()
  const [draft, setDraft] = useState<RunbookDraft>(() => ({
    name: firstName(making, dialog),
    workspaceId: making.as === 'runbook' ? making.workspaceId : linkedId(making.source, 'workspace'),
    folderId: making.as === 'runbook' ? making.folderId : linkedId(making.source, 'folder'),
    typeId: undefined,
    start: '',
    zone: given?.attributes.timezone ?? me.timezone ?? ownZone,
    withPeople: making.as !== 'from_template',
  }))
  const set = (change: Partial<RunbookDraft>) => setDraft((before) => ({ ...before, ...change }))
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const places = workspaces.filter((workspace) => allows(workspace, 'create', 'runbook'))
  const workspaceId = draft.workspaceId ?? places[0]?.id
  const copied = given ?? (source === 'template' ? template : undefined)
  const isTemplate = making.as === 'template'
  const submit = async () => {
    if (making.as === 'runbook' && source === 'file') {
      await navigate({ to: '/import', search: workspaceId === undefined ? {} : { workspace: workspaceId } })
      return
    }
    const call = runbookCall({ ...draft, workspaceId }, copied?.id, isTemplate)
    const { data } = await client().createRunbook(call)
    await queryClient.invalidateQueries({ queryKey: ['runbooks'] })
    openWorkspaceDialog(null)
    await navigate({ to: '/runbooks/$runbookId', params: { runbookId: data.id } })
  }
  const isFile = making.as === 'runbook' && source === 'file'
  const missing = isFile
    ? undefined
    : making.as === 'runbook' && source === 'template' && !template
      ? dialog.templateNeeded
      : draft.name.trim() === ''
        ? dialog.nameNeeded
        : undefined
  return (
    <FormDialog
      title={titleOf(making, dialog)}
      verb={verbOf(making, isFile, dialog)}
      missing={missing}
      onSubmit={submit}
    >
      {making.as === 'runbook' && (
        <SegmentedControl
          aria-label={dialog.source}
          value={source}
          onChange={(value) => setSource(value)}
          data={[
            { value: 'blank', label: dialog.blank },
            { value: 'template', label: dialog.template },
            { value: 'file', label: dialog.file },
          ]}
        />
      )}
      {making.as === 'runbook' && source === 'template' && (
        <TemplateField
          value={template}
          onChange={(chosen) => {
            setTemplate(chosen)
            if (draft.name.trim() === '') set({ name: chosen.attributes.name })
          }}
        />
      )}
      {!isFile && (
        <TextInput
          label={dialog.name}
          placeholder={dialog.nameHint}
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          data-autofocus
        />
      )}
      <PlaceFields draft={{ ...draft, workspaceId }} places={places} withFolder={!isFile} onChange={set} />
      {!isFile && !copied && <TypeField value={draft.typeId} onChange={(typeId) => set({ typeId })} />}
      {!isFile && !isTemplate && (
        <div className={classes.pair}>
          <TextInput
            type="datetime-local"
            label={dialog.start}
            description={dialog.startHint}
            inputWrapperOrder={['label', 'input', 'description']}
            value={draft.start}
            onChange={({ currentTarget }) => set({ start: currentTarget.value })}
          />
          <Select
            label={dialog.zone}
            data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
            value={draft.zone}
            onChange={(zone) => set({ zone: zone ?? ownZone })}
            searchable
            limit={60}
            allowDeselect={false}
          />
        </div>
      )}
      {copied && (
        <Checkbox
          label={dialog.withPeople}
          checked={draft.withPeople}
          onChange={({ currentTarget }) => set({ withPeople: currentTarget.checked })}
        />
      )}
    </FormDialog>
  )
}

type DialogWords = ReturnType<typeof useWords>['workspaces']['dialog']

function firstName(making: Making, dialog: DialogWords): string {
  if (making.as === 'copy') return dialog.copyName(making.source.attributes.name)
  if (making.as === 'template') return dialog.templateName(making.source.attributes.name)
  return ''
}

function titleOf(making: Making, dialog: DialogWords): string {
  if (making.as === 'runbook') return dialog.newRunbook
  const { name } = making.source.attributes
  if (making.as === 'copy') return dialog.duplicate(name)
  return making.as === 'template' ? dialog.makeTemplate(name) : dialog.fromTemplate(name)
}

function verbOf({ as }: Making, isFile: boolean, dialog: DialogWords): string {
  if (isFile) return dialog.chooseFile
  if (as === 'copy') return dialog.duplicateDo
  return as === 'template' ? dialog.createTemplate : dialog.create
}

interface TemplateFieldProps {
  readonly value: RunbookRow | undefined
  readonly onChange: (template: RunbookRow) => void
}

function TemplateField({ value, onChange }: TemplateFieldProps) {
  const { dialog } = useWords().workspaces
  const { data: templates = [], isPending } = useQuery(templatesQuery)
  if (!isPending && templates.length === 0) return <p>{dialog.noTemplate}</p>
  return (
    <Select
      label={dialog.templateField}
      data={templates.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = templates.find((template) => template.id === id)
        if (chosen) onChange(chosen)
      }}
      searchable
    />
  )
}

interface PlaceFieldsProps {
  readonly draft: RunbookDraft
  readonly places: readonly { readonly id: string; readonly attributes: { readonly name: string } }[]
  readonly withFolder: boolean
  readonly onChange: (change: Partial<RunbookDraft>) => void
}

function PlaceFields({ draft, places, withFolder, onChange }: PlaceFieldsProps) {
  const { dialog } = useWords().workspaces
  const { workspaceId } = draft
  const { data: folders = [] } = useQuery({
    ...foldersQuery(workspaceId ?? ''),
    enabled: workspaceId !== undefined,
  })
  const choices = folderChoices(folders)
  return (
    <div className={classes.pair}>
      <Select
        label={dialog.workspace}
        data={places.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
        value={workspaceId ?? null}
        onChange={(id) => onChange({ workspaceId: id ?? undefined, folderId: undefined })}
        searchable
        allowDeselect={false}
      />
      {withFolder && (
        <Select
          label={dialog.folder}
          data={choices}
          value={draft.folderId ?? choices[0]?.value ?? null}
          onChange={(id) => onChange({ folderId: id ?? undefined })}
          searchable
          allowDeselect={false}
        />
      )}
    </div>
  )
}

interface TypeFieldProps {
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

function TypeField({ value, onChange }: TypeFieldProps) {
  const { dialog } = useWords().workspaces
  const { data: types = [] } = useQuery(runbookTypesQuery)
  const offered = types.filter(
    ({ attributes: { disabled, archived, restrict_create_to_templates } }) =>
      !disabled && !archived && !restrict_create_to_templates,
  )
  const usual = offered.find(({ attributes }) => attributes.default) ?? offered[0]
  const chosen = offered.find(({ id }) => id === value) ?? usual
  return (
    <Select
      label={dialog.type}
      description={chosen?.attributes.description ?? ''}
      inputWrapperOrder={['label', 'input', 'description']}
      data={offered.map(({ id, attributes }) => ({ value: id, label: attributes.name }))}
      value={chosen?.id ?? null}
      onChange={(id) => {
        if (id !== null) onChange(id)
      }}
      allowDeselect={false}
    />
  )
}
