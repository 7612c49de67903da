import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorPage } from '../app/error-page.tsx'
import { FileDrop } from '../importing/file-drop.tsx'
import { useWords } from '../language/language.ts'
import { BulkBar } from './bulk-bar.tsx'
import { allows } from './documents.ts'
import { EmptyRunbooks } from './empty-runbooks.tsx'
import { workspacesQuery } from './queries.ts'
import { RunbookFilters } from './runbook-filters.tsx'
import { RunbookGrid } from './runbook-grid.tsx'
import { RunbooksHead } from './runbooks-head.tsx'
import classes from './runbooks-page.module.css'
import { type RunbooksSearch, readRunbooksSearch } from './runbooks-search.ts'
import { useRunbookList } from './use-runbook-list.ts'

const none: ReadonlySet<string> = new Set()

/** Runbooks and templates: of everything that one sees, of a workspace, or of a folder. */
export function RunbooksPage() {
  const words = useWords()
  const { workspaceId } = useParams({ strict: false })
  const search = readRunbooksSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const list = useRunbookList(search, workspaceId)
  const { data: workspaces } = useQuery(workspacesQuery)
  const workspace = workspaces?.find(({ id }) => id === workspaceId)
  const place = JSON.stringify([workspaceId, search])
  const [selection, setSelection] = useState({ place, ids: none })
  const selected = selection.place === place ? selection.ids : none
  const setSelected = (ids: ReadonlySet<string>) => setSelection({ place, ids })
  const title = workspaceId === undefined ? words.workspaces.title : (workspace?.attributes.name ?? '')
  useEffect(() => {
    document.title = `${title || words.app.workspaces} · ${words.app.name}`
  }, [title, words])
  const change = (next: RunbooksSearch) => void navigate({ to: '.', search: next, replace: true })
  const isMissing = workspaceId !== undefined && workspaces !== undefined && workspace === undefined
  if (isMissing) return <ErrorPage error={undefined} missing={words.workspaces.workspaceNotFound} />
  if (list.isError && list.rows.length === 0)
    return <ErrorPage error={list.error} reset={() => void list.refetch()} />
  const mayMake = workspace
    ? allows(workspace, 'create', 'runbook')
    : (workspaces?.some((one) => allows(one, 'create', 'runbook')) ?? false)
  return (
    <main className={classes.page}>
      <RunbooksHead
        title={title}
        workspace={workspace}
        folderId={search.folder}
        total={list.isPending ? undefined : list.total}
        mayMake={mayMake}
      />
      <RunbookFilters search={search} onChange={change} />
      {!list.isPending && list.rows.length === 0 ? (
        <EmptyRunbooks
          search={search}
          workspaceId={workspaceId}
          hasWorkspaces={workspaces === undefined || workspaces.length > 0}
          mayMake={mayMake}
          onClear={change}
        />
      ) : (
        <RunbookGrid
          list={list}
          search={search}
          label={words.workspaces.listOf(title)}
          workspaceId={workspaceId}
          selected={selected}
          onSelect={setSelected}
          onSearch={change}
        />
      )}
      {selected.size > 0 && (
        <BulkBar
          runbooks={list.rows.filter(({ id }) => selected.has(id))}
          workspaceId={workspaceId}
          onSelect={setSelected}
        />
      )}
      <FileDrop workspaceId={mayMake ? workspaceId : undefined} />
    </main>
  )
}
